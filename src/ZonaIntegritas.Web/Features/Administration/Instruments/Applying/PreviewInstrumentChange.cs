using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>
/// What a version would do to the open sheets of a period, before anything is done. With the version the period already
/// uses it says which stored answers do not count today.
/// </summary>
public sealed class PreviewInstrumentChange(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    public const int PageSize = 25;

    // Some sheets at a time: thousands of them with all their answers would not fit into memory.
    private const int Batch = 200;

    /// <summary>One page of sheets by the unit's name, each under its own instrument and under the other.</summary>
    public async Task<RowPage<SheetImpact>> PageAsync(Guid periodId, Guid versionId, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var open = OpenSheets.Of(db, periodId);
        var sheets = await ImpactReader.SheetsAsync(db, open, order => order.Skip((page - 1) * PageSize).Take(PageSize), ct);
        return new(await ImpactReader.ReadAsync(db, instruments, sheets, new(versionId, WithNotes: false), ct), await open.CountAsync(ct));
    }

    /// <returns>One sheet with every answer; null when it is not an open sheet of the period.</returns>
    public async Task<SheetImpact?> SheetAsync(Guid periodId, Guid versionId, Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var sheets = await ImpactReader.SheetsAsync(db, OpenSheets.Of(db, periodId).Where(sheet => sheet.Id == assessmentId), order => order, ct);
        return (await ImpactReader.ReadAsync(db, instruments, sheets, new(versionId, WithNotes: true), ct)).SingleOrDefault();
    }

    /// <summary>All sheets, read once and never held together; says how far it is.</summary>
    public async Task<ImpactTotals> TotalsAsync(Guid periodId, Guid versionId, IProgress<int>? progress, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var ids = await OpenSheets.Of(db, periodId).OrderBy(sheet => sheet.Id).Select(sheet => sheet.Id).ToListAsync(ct);
        var totals = ImpactTotals.None;
        foreach (var batch in ids.Chunk(Batch))
        {
            var sheets = await ImpactReader.SheetsAsync(db, db.Assessments.Where(sheet => batch.Contains(sheet.Id)), order => order, ct);
            foreach (var sheet in await ImpactReader.ReadAsync(db, instruments, sheets, new(versionId, WithNotes: false), ct))
            {
                totals = totals.With(sheet);
            }

            progress?.Report(totals.Sheets);
        }

        return totals;
    }

    /// <summary>Why the version could not be applied as things stand; null when it could.</summary>
    public async Task<Problem?> BlockAsync(Guid periodId, Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await OpenSheets.BlockAsync(db, OpenSheets.Of(db, periodId), await instruments.GetAsync(db, versionId, ct), ct);
    }
}
