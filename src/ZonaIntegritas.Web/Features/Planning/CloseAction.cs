using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>An item is done, with what came of it, or given up, with the reason.</summary>
public sealed class CloseAction(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <param name="state">Done or dropped.</param>
    public async Task<Result> ExecuteAsync(ActionRef which, ActionState state, string outcome, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(state, ActionState.Open);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await ActionOpener.ChangeAsync(db, authorizer, sheets, which, Close, ct);

        Problem? Close(ActionItem item, OpenSheet sheet)
        {
            var words = outcome.Trim();
            if (words.Length is 0 or > ActionItem.TextMaxLength)
            {
                return words.Length > 0 ? PlanningProblems.TooLong("Keterangan", ActionItem.TextMaxLength)
                    : state == ActionState.Done ? PlanningProblems.OutcomeMissing
                    : PlanningProblems.ReasonMissing;
            }

            item.Close(state, words, sheet.Now);
            return null;
        }
    }
}
