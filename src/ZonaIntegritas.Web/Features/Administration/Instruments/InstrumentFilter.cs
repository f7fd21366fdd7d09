using System.Globalization;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

/// <summary>Which parts of an instrument a search leaves standing: questions that match, and the sections above them.</summary>
public sealed class InstrumentFilter
{
    private readonly HashSet<string> _questions;
    private readonly HashSet<string> _sections;

    public InstrumentFilter(Instrument instrument, string? search)
    {
        var text = (search ?? "").Trim();
        IsNarrow = text.Length > 0;
        var places = instrument.Places.Where(place => Matches(place, text)).ToList();
        Count = places.Count;
        _questions = [.. places.Select(place => place.Question.Code)];
        _sections = [.. places.SelectMany(place => place.Path).Select(section => section.Code)];
    }

    public bool IsNarrow { get; }

    public int Count { get; }

    public bool Shows(Section section) => _sections.Contains(section.Code);

    public bool Shows(Question question) => _questions.Contains(question.Code);

    // A code matches from its beginning, so that "A.1" is not also "A.10"'s middle; a section's own name stands for all in it.
    private static bool Matches(QuestionPlace place, string text) =>
        text.Length == 0
        || place.Question.Code.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || Contains(place.Question.Statement, text)
        || Contains(place.Question.Guidance, text)
        || place.Question.Options.Any(option => Contains(option.Text, text))
        || place.Question.SuggestedEvidence.Any(evidence => Contains(evidence, text))
        || place.Path.Any(section => section.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || Contains(section.Name, text));

    private static bool Contains(string? words, string text) => words is not null
        && CultureInfo.InvariantCulture.CompareInfo.IndexOf(words, text, CompareOptions.IgnoreCase) >= 0;
}
