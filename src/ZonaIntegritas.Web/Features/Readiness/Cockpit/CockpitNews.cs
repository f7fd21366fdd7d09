using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>What changed since the visit before; each list holds the few that matter most.</summary>
/// <param name="Since">In words; empty on the first visit.</param>
public sealed record CockpitNews(string Since, IReadOnlyList<AlertNews> Alerts, IReadOnlyList<MoveNews> Moves, IReadOnlyList<ScoreNews> Scores)
{
    public const int Most = 8;

    public static CockpitNews FirstVisit { get; } = new("", [], [], []);

    public bool IsFirst => Since.Length == 0;

    public bool IsQuiet => Alerts.Count + Moves.Count + Scores.Count == 0;
}

/// <param name="Text">For a cleared one: what is no longer so.</param>
public sealed record AlertNews(Guid AssessmentId, string Unit, Layer Layer, GateCrossing Crossing, bool Cleared, string Text);

public sealed record MoveNews(Guid AssessmentId, string Unit, string From, string To, string On);

/// <param name="Change">"+4,20" or "−1,10".</param>
public sealed record ScoreNews(Guid AssessmentId, string Unit, Layer Layer, string Before, string Now, string Change, bool Rose);
