using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Failed;

/// <summary>Coba lagi: another round of tries for failed work, one or all of a kind.</summary>
public sealed class RetryWork(FailedWork failed, IWorkDispatcher dispatcher, EvidenceStore evidence)
{
    /// <returns>How each fared; nothing for files that wait for the scanner, which is only woken.</returns>
    /// <exception cref="ForbiddenException">Not an administrator.</exception>
    public async Task<IReadOnlyList<WorkOutcome>> ExecuteAsync(FailedChoice choice, CancellationToken ct)
    {
        var outcomes = await failed.ChangeAsync(choice, FailedChange.Again, ct);
        foreach (var outcome in outcomes.Where(outcome => outcome.Problem is null))
        {
            Wake(choice.Kind, outcome.Id);
        }

        if (choice.Kind == WorkKind.Scan)
        {
            evidence.Arrivals.Nudge();
        }

        return outcomes;
    }

    private void Wake(WorkKind kind, Guid id)
    {
        if (kind is WorkKind.Paper or WorkKind.Pack)
        {
            dispatcher.MakeReport(id);
        }
        else
        {
            dispatcher.DeliverMail(id);
        }
    }
}
