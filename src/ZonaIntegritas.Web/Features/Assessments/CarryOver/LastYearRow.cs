using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>Which questions the comparison shows.</summary>
public enum LastYearFilter
{
    All,

    /// <summary>Not answered this year.</summary>
    Open,

    /// <summary>Answered differently this year.</summary>
    Different,
}

/// <summary>One question with both years' answers.</summary>
/// <param name="Now">This year's answer; null when there is none yet.</param>
/// <param name="Why">Why last year's answer cannot be taken; null when it can.</param>
public sealed record LastYearRow(QuestionPlace Place, LastYearAnswer? Then, LastYearJudgement? Judged, AnswerRow? Now, string? Why)
{
    public string Code => Place.Question.Code;

    public bool CanTake => Why is null;

    public string NowSaid => Now?.Value is { } value ? ScoreExplanation.Answer(Place.Question, value) : "belum dijawab";

    public bool IsOpen => Now?.Value is null;

    public bool IsDifferent => !IsOpen && Then is not null && !Equals(Now!.Value, Then.Value);

    /// <summary>Nothing asks for a look first, and nothing of this year is replaced: fit to be ticked with many.</summary>
    public bool IsPlain => CanTake && IsOpen && Then!.Offer.Caution.Length == 0;

    public bool Fits(LastYearFilter filter) => filter switch
    {
        LastYearFilter.All => true,
        LastYearFilter.Open => IsOpen,
        LastYearFilter.Different => IsDifferent,
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    public CarryOverCommand Command(Guid assessmentId) => new(assessmentId, Code, Now?.Version ?? 0, Then!.Version);

    public static IReadOnlyList<LastYearRow> Of(Workspace workspace, LastYear last) => [.. workspace.Instrument.Places.Select(place =>
    {
        var code = place.Question.Code;
        var (then, now) = (last.Answers.GetValueOrDefault(code), workspace.UnitAnswers.GetValueOrDefault(code));
        return new LastYearRow(place, then, last.Judgements.GetValueOrDefault(code), now, WhyNot(workspace, code, then, now));
    })];

    private static string? WhyNot(Workspace workspace, string code, LastYearAnswer? then, AnswerRow? now) =>
        then is null ? "Tahun lalu tidak dijawab."
        : then.Offer.Refusal is { } refusal ? refusal.Message
        : now is not null && Equals(now.Value, then.Value) ? "Sudah sama."
        : workspace.MayFill && workspace.Fillable.Contains(code) ? null
        : "Soal ini sedang tidak dapat diubah.";
}
