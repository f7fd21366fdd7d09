using System.Collections.Frozen;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>
/// A whole assessment instrument as data: tree, weights, scales, formulas and limits. Loaded from a file by
/// <see cref="InstrumentFile"/>, so that next year's regulation or another programme needs no release.
/// </summary>
public sealed class Instrument
{
    private readonly FrozenDictionary<string, QuestionPlace> _places;
    private readonly FrozenDictionary<string, Section> _sections;

    public Instrument(
        InstrumentTitle title,
        IReadOnlyList<Section> components,
        IReadOnlyList<SectionGroup> groups,
        IReadOnlyList<Predicate> predicates,
        IReadOnlyList<Band> bands)
    {
        Title = title;
        Components = components;
        Groups = groups;
        Predicates = predicates;
        Bands = bands;
        Sections = [.. components.SelectMany(component => component.SelfAndBelow())];
        Places = [.. components.SelectMany(component => PlacesBelow(component, []))];
        TotalWeight = components.Sum(component => component.Weight);
        CountInputs = Places.Sum(place => place.Question.Formula?.Inputs.Count ?? 0);
        _sections = Sections.ToFrozenDictionary(section => section.Code);
        _places = Places.ToFrozenDictionary(place => place.Question.Code);
    }

    public InstrumentTitle Title { get; }

    public IReadOnlyList<Section> Components { get; }

    public IReadOnlyList<SectionGroup> Groups { get; }

    public IReadOnlyList<Predicate> Predicates { get; }

    public IReadOnlyList<Band> Bands { get; }

    /// <summary>Every section, parents before children, in the order of the file.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>Every question with where it stands, in the order of the file.</summary>
    public IReadOnlyList<QuestionPlace> Places { get; }

    public decimal TotalWeight { get; }

    /// <summary>How many single counts all counted questions ask for together.</summary>
    public int CountInputs { get; }

    public QuestionPlace? Place(string questionCode) => _places.GetValueOrDefault(questionCode);

    public Question? Question(string code) => Place(code)?.Question;

    public Section? Section(string code) => _sections.GetValueOrDefault(code);

    public Predicate? Predicate(string code) => Predicates.FirstOrDefault(predicate => predicate.Code == code);

    /// <summary>The highest predicate a unit may head for; the file names them from low to high.</summary>
    public Predicate? HighestOpenTo(IReadOnlyCollection<string> held) => Predicates.LastOrDefault(predicate => predicate.IsOpenTo(held));

    public IEnumerable<Section> OfKind(SectionKind kind) => Sections.Where(section => section.Kind == kind);

    private static IEnumerable<QuestionPlace> PlacesBelow(Section section, IReadOnlyList<Section> above)
    {
        IReadOnlyList<Section> path = [.. above, section];
        return section.Questions
            .Select(question => new QuestionPlace(question, path))
            .Concat(section.Sections.SelectMany(child => PlacesBelow(child, path)));
    }
}

/// <param name="Id">Stable name, for example "lke-zi-2021".</param>
/// <param name="Version">Counts up when the file is corrected.</param>
public sealed record InstrumentTitle(string Id, string Version, string Programme, string Name, string Source);

/// <summary>A question and the sections around it, outermost first.</summary>
public sealed record QuestionPlace(Question Question, IReadOnlyList<Section> Path)
{
    public Section Leaf => Path[^1];

    /// <summary>The area, or the outcome for results: the level on which people share the work.</summary>
    public Section Area => Path.FirstOrDefault(section => section.Kind is SectionKind.Area or SectionKind.Outcome) ?? Path[0];
}
