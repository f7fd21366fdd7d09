using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Evidence;

/// <summary>One document put forward for a question.</summary>
/// <param name="Suggestion">Which of the question's suggested documents it is; empty when not said.</param>
public readonly record struct ShownEvidence(string QuestionCode, string Suggestion);

/// <summary>What a question still lacks.</summary>
/// <param name="Missing">Its suggested documents that no document answers, in the instrument's order.</param>
/// <param name="Documents">How many documents are put forward for it, whether they name a suggestion or not.</param>
public sealed record QuestionGap(Question Question, IReadOnlyList<string> Missing, int Documents)
{
    public bool IsEmptyHanded => Documents == 0;
}

/// <summary>What one area lacks, beside how much it asks for.</summary>
/// <param name="Questions">Only those that lack something.</param>
public sealed record AreaGaps(Section Area, IReadOnlyList<QuestionGap> Questions, int QuestionCount, int SuggestionCount)
{
    public int WithoutEvidence => Questions.Count(question => question.IsEmptyHanded);

    public int MissingSuggestions => Questions.Sum(question => question.Missing.Count);
}

/// <summary>
/// Yang belum ada: the suggested documents of a sheet's questions that nothing answers yet, and the questions without
/// any document. A suggestion counts as answered when a document says that it is this one, in the instrument's words.
/// </summary>
public sealed record EvidenceGaps(IReadOnlyList<AreaGaps> Areas)
{
    public int QuestionCount => Areas.Sum(area => area.QuestionCount);

    public int SuggestionCount => Areas.Sum(area => area.SuggestionCount);

    public int WithoutEvidence => Areas.Sum(area => area.WithoutEvidence);

    public int MissingSuggestions => Areas.Sum(area => area.MissingSuggestions);

    public static EvidenceGaps Of(Instrument instrument, IEnumerable<ShownEvidence> shown)
    {
        var byQuestion = shown.ToLookup(document => document.QuestionCode, document => document.Suggestion);
        return new([.. instrument.Places
            .GroupBy(place => place.Area.Code)
            .Select(places => OfArea([.. places], byQuestion))]);
    }

    private static AreaGaps OfArea(IReadOnlyList<QuestionPlace> places, ILookup<string, string> shown) => new(
        places[0].Area,
        [.. places.Select(place => OfQuestion(place.Question, [.. shown[place.Question.Code]])).Where(gap => gap.IsEmptyHanded || gap.Missing.Count > 0)],
        places.Count,
        places.Sum(place => place.Question.SuggestedEvidence.Count));

    private static QuestionGap OfQuestion(Question question, IReadOnlyCollection<string> shown) =>
        new(question, [.. question.SuggestedEvidence.Where(suggestion => !shown.Contains(suggestion))], shown.Count);
}
