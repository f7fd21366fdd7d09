using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Readiness;

/// <summary>Where a layer stood at the end of a week: its last score of that week. Trends are drawn from these rows.</summary>
public sealed class ScoreWeek
{
    private ScoreWeek()
    {
    }

    public ScoreWeek(Guid assessmentId, Layer layer, DateOnly week) => (AssessmentId, Layer, Week) = (assessmentId, layer, week);

    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    /// <summary>The week's Monday on the unit's calendar.</summary>
    public DateOnly Week { get; private set; }

    public decimal Total { get; private set; }

    public int AnsweredQuestions { get; private set; }

    public int Questions { get; private set; }

    /// <summary>How many conditions of the sheet's target were not met.</summary>
    public int TargetUnmet { get; private set; }

    /// <summary>Points by section code.</summary>
    public IReadOnlyDictionary<string, decimal> Sections { get; private set; } = new Dictionary<string, decimal>();

    public DateTimeOffset ScoredAt { get; private set; }

    public void Take(StoredScore score)
    {
        (Total, AnsweredQuestions, Questions) = (score.Total, score.AnsweredQuestions, score.Questions);
        (TargetUnmet, Sections, ScoredAt) = (score.TargetUnmet, score.Sections, score.ScoredAt);
    }

    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
