using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Rendering;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>Ganti atau hapus logo. The picture is drawn anew, so that nothing else that its file held is kept.</summary>
public sealed class SaveLogo(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <param name="file">Empty takes the logo away.</param>
    /// <param name="version">What the person saw.</param>
    public async Task<Result> ExecuteAsync(byte[] file, int version, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (file.Length > AgencyProfile.LogoMaxBytes)
        {
            return LetterheadProblems.LogoTooLarge;
        }

        var logo = file.Length == 0 ? [] : LogoPicture.Redraw(file);
        if (logo is null)
        {
            return LetterheadProblems.LogoUnreadable;
        }

        var profile = await SaveLetterhead.ProfileAsync(db, ct);
        if (profile.Version != version)
        {
            return LetterheadProblems.Stale;
        }

        var now = clock.GetUtcNow();
        profile.UseLogo(logo, now);
        db.Record(now, actor, AuditAction.SettingsChanged, new(), AuditChange.None, logo.Length == 0 ? "logo dihapus" : "logo diganti");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
