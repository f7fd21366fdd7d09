using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Reviews.Many;

/// <summary>How it went with each question, in the order they were given.</summary>
public sealed record ManyResult(IReadOnlyList<ManyItem> Items)
{
    public int Done => Items.Count(item => item.Problem is null);

    /// <summary>What "Urungkan" takes back.</summary>
    public IReadOnlyList<UndoStep> Steps => [.. Items.Select(item => item.Undo).OfType<UndoStep>()];
}

/// <param name="Problem">Why this one was refused; null when it was done.</param>
/// <param name="Undo">Null for what was refused.</param>
public sealed record ManyItem(string Code, Problem? Problem, UndoStep? Undo = null);

/// <summary>What has to be known to take one step back, kept by the page that made it.</summary>
/// <param name="At">When the step was made.</param>
public abstract record UndoStep(string Code, DateTimeOffset At);

/// <param name="Version">The judgement's version after the step; another one means that somebody has changed it since.</param>
/// <param name="Before">What was held before; null when this tier held nothing.</param>
/// <param name="Basis">The documents that were judged before.</param>
public sealed record UndoJudgement(
    string Code, DateTimeOffset At, int Version, Judgement? Before, int BasedOn, IReadOnlyCollection<PutForward> Basis) : UndoStep(Code, At);

public sealed record UndoReturn(string Code, DateTimeOffset At) : UndoStep(Code, At);
