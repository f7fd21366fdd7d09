using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>Opening the cockpit: remembers the visit and says what changed since the one before. Once for each time the page is opened.</summary>
public sealed class VisitReadiness(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public const string Place = "kesiapan";

    /// <exception cref="ForbiddenException">Nobody is signed in.</exception>
    public async Task<CockpitNews> ExecuteAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var visit = await db.PageVisits.FindAsync([actor.UserId, Place], ct);
        if (visit is null)
        {
            db.Add(visit = new(actor.UserId, Place, clock.GetUtcNow()));
        }
        else
        {
            visit.ComeBack(clock.GetUtcNow());
        }

        await SaveAsync(db, ct);
        return visit.Before is { } since ? await NewsReader.ReadAsync(db, actor, since, ct) : CockpitNews.FirstVisit;
    }

    private static async Task SaveAsync(AppDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The same person opened it twice at the same moment, and the other page has written the same visit.
        }
    }
}
