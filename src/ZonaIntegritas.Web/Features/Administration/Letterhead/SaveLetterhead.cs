using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>Ubah kop dan penanda tangan: how papers made from now on look. Papers already issued stay as they are.</summary>
public sealed class SaveLetterhead(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <param name="version">What the person saw.</param>
    /// <returns>The new version.</returns>
    public async Task<Result<int>> ExecuteAsync(AgencyTexts texts, int version, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var profile = await ProfileAsync(db, ct);
        if (profile.Version != version)
        {
            return LetterheadProblems.Stale;
        }

        if (Parts(texts).Any(text => text.Length > AgencyProfile.TextMaxLength))
        {
            return LetterheadProblems.TooLong;
        }

        var (now, before) = (clock.GetUtcNow(), Trace(profile));
        profile.Describe(texts, now);
        db.Record(now, actor, AuditAction.SettingsChanged, new(), new(before, Trace(profile)), "kop dan penanda tangan");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return profile.Version;
    }

    /// <summary>The one row, added when it is not there yet.</summary>
    internal static async Task<AgencyProfile> ProfileAsync(AppDbContext db, CancellationToken ct) =>
        await db.AgencyProfiles.SingleOrDefaultAsync(profile => profile.Id == AgencyProfile.Only, ct) ?? db.AgencyProfiles.Add(new()).Entity;

    private static IEnumerable<string> Parts(AgencyTexts texts) =>
        [texts.Name, texts.Office, texts.Address, texts.Place, texts.Head.Title, texts.Head.Name, texts.Head.Nip, texts.Tpi.Title, texts.Tpi.Name, texts.Tpi.Nip];

    /// <summary>What a letterhead says; who signs stays out of the trail, which is read by more people.</summary>
    private static string Trace(AgencyProfile profile) =>
        string.Join("; ", new[] { profile.Name, profile.Office, profile.Address, profile.Place, profile.HeadTitle, profile.TpiTitle }.Where(text => text.Length > 0));
}
