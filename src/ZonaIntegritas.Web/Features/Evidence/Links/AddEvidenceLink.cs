using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>
/// Tambah tautan: keeps an https address as evidence, as a new item or a new version, and puts it forward for its
/// question. Whether it opens is found out afterwards: nobody waits for somebody else's server.
/// </summary>
public sealed class AddEvidenceLink(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, EvidenceWriter writer, LinkIntake intake)
{
    /// <exception cref="ForbiddenException">The person may not add to this unit, sheet or item.</exception>
    public async Task<Result<WrittenEvidence>> ExecuteAsync(UploadPurpose purpose, string? typed, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await UploadGate.RequireAsync(db, authorizer, purpose, ct);
        if (await UploadGate.ClosedAsync(db, sheets, purpose, ct) is { } closed)
        {
            return closed;
        }

        var address = LinkAddress.Read(typed);
        if (!address.Succeeded)
        {
            return address.Problem!;
        }

        var content = new NewContent(LinkAddress.TitleOf(address.Value), EvidenceType.Link, 0, null, ContentWarning.None, address.Value.AbsoluteUri);
        var written = await writer.WriteAsync(db, purpose, content, actor, intake.Now, ct);
        if (written.Succeeded)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            intake.CheckSoon();
        }

        // The writer speaks of files.
        return written.Problem?.Code == LinkProblems.SameVersion(0).Code ? LinkProblems.SameVersion(await LatestAsync(db, purpose, ct)) : written;
    }

    private static Task<int> LatestAsync(AppDbContext db, UploadPurpose purpose, CancellationToken ct) =>
        db.EvidenceItems.Where(item => item.Id == purpose.ItemId).Select(item => item.LatestVersion).SingleAsync(ct);
}
