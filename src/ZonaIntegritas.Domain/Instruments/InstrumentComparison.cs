namespace ZonaIntegritas.Domain.Instruments;

public enum ChangeKind
{
    Added,
    Removed,

    /// <summary>The same code in another place of the tree.</summary>
    Moved,
    Changed,
}

/// <summary>A section that differs between two instruments.</summary>
public sealed record SectionChange(ChangeKind Kind, string Code, string Name, IReadOnlyList<Difference> Differences);

/// <summary>A question that differs between two instruments.</summary>
/// <param name="Twin">
/// Of an added or removed question: the code under which the other instrument asks the same words. Answers are kept by
/// code, so they do not follow.
/// </param>
public sealed record QuestionChange(ChangeKind Kind, string Code, string Statement, string? Twin, IReadOnlyList<Difference> Differences);

/// <summary>A predicate whose conditions differ.</summary>
public sealed record PredicateChange(ChangeKind Kind, string Code, string Name, IReadOnlyList<Difference> Differences);

/// <summary>What differs in one area (or outcome, or component above them): the level on which people share the work.</summary>
public sealed record AreaChange(string Code, string Name, IReadOnlyList<SectionChange> Sections, IReadOnlyList<QuestionChange> Questions);

/// <summary>
/// Everything in which two instruments differ, grouped as people read them. Two versions of the same content have none,
/// whatever their version numbers say.
/// </summary>
public sealed record InstrumentComparison(
    Instrument Before,
    Instrument After,
    IReadOnlyList<Difference> General,
    IReadOnlyList<AreaChange> Areas,
    IReadOnlyList<PredicateChange> Predicates)
{
    public bool IsEmpty => General.Count == 0 && Areas.Count == 0 && Predicates.Count == 0;

    public IEnumerable<SectionChange> Sections => Areas.SelectMany(area => area.Sections);

    public IEnumerable<QuestionChange> Questions => Areas.SelectMany(area => area.Questions);

    /// <summary>Whether the same answers can be worth other points, or other answers be asked for.</summary>
    public bool AffectsScore =>
        Sections.Any(section => Affects(section.Kind, section.Differences))
        || Questions.Any(question => Affects(question.Kind, question.Differences));

    public static InstrumentComparison Between(Instrument before, Instrument after) => new(
        before, after, GeneralComparison.Between(before, after), AreasOf(before, after), PredicateComparison.Between(before, after));

    private static List<AreaChange> AreasOf(Instrument before, Instrument after)
    {
        var sections = SectionComparison.Between(before, after).ToLookup(found => found.Area, found => found.Change);
        var questions = QuestionComparison.Between(before, after).ToLookup(found => found.Area, found => found.Change);
        return [.. after.Sections.Concat(before.Sections).DistinctBy(section => section.Code)
            .Where(section => sections.Contains(section.Code) || questions.Contains(section.Code))
            .Select(area => new AreaChange(area.Code, area.Name, [.. sections[area.Code]], [.. questions[area.Code]]))];
    }

    private static bool Affects(ChangeKind kind, IReadOnlyList<Difference> differences) =>
        kind is ChangeKind.Added or ChangeKind.Removed || differences.Any(difference => difference.AffectsScore);
}
