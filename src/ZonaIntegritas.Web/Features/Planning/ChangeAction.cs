using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>What, who or until when is worded anew.</summary>
public sealed class ChangeAction(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(ActionRef which, ActionText text, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await ActionOpener.ChangeAsync(db, authorizer, sheets, which, Change, ct);

        Problem? Change(ActionItem item, OpenSheet sheet)
        {
            if (text.Fault(sheet.Today, item.DueOn) is { } fault)
            {
                return fault;
            }

            var (what, who, dueOn) = text.Trimmed;
            item.Describe(what, who, dueOn!.Value);
            return null;
        }
    }
}
