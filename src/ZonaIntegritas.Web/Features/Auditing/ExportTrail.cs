using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <param name="Batches">Lines as they are read, newest first.</param>
public sealed record TrailExport(string Name, bool ShowsOrigin, IAsyncEnumerable<IReadOnlyList<TrailRow>> Batches);

/// <summary>Ekspor riwayat: what the filter says and no more; that it was exported is a line of the trail itself.</summary>
public sealed class ExportTrail(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    private const int BatchSize = 1000;

    /// <exception cref="ForbiddenException">The sheet, or the whole trail, is not this person's to read.</exception>
    public async Task<TrailExport> ExecuteAsync(TrailFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await TrailQueries.RequireAsync(db, authorizer, filter, ct);
        var sheet = await db.Assessments.Where(each => each.Id == filter.AssessmentId)
            .Join(db.WorkUnits, each => each.UnitId, unit => unit.Id, (each, unit) => new { unit.Id, unit.ShortName }).SingleOrDefaultAsync(ct);
        var now = clock.GetUtcNow();
        db.Record(now, actor, AuditAction.TrailExported, new(sheet?.Id ?? filter.UnitId, filter.AssessmentId), new(null, Describe(filter)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var name = $"Riwayat {sheet?.ShortName ?? "Zona Integritas"} {now.UtcDateTime:yyyy-MM-dd}.csv";
        return new(name, actor.MayAdminister, BatchesAsync(actor, filter, ct));
    }

    private async IAsyncEnumerable<IReadOnlyList<TrailRow>> BatchesAsync(Actor actor, TrailFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        for (Guid? before = filter.Before; ;)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var page = await TrailReader.ReadAsync(db, actor, filter with { Before = before }, BatchSize, ct);
            yield return page.Rows;
            if ((before = page.Next) is null)
            {
                yield break;
            }
        }
    }

    private static string Describe(TrailFilter filter) => filter.IsEmpty
        ? "tanpa saringan"
        : string.Join(", ", filter.ToQuery().Where(part => part is { Value: not null, Key: not "sebelum" }).Select(part => $"{part.Key}: {part.Value}"));
}
