using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.BackgroundWork.Waiting;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Page;

/// <param name="IsEnabled">Whether this node does background work.</param>
public sealed record WorkView(
    DateTimeOffset Now, bool IsEnabled, IReadOnlyList<FailedGroup> Failed, IReadOnlyList<WaitingWork> Waiting, IReadOnlyList<RunningWork> Running,
    IReadOnlyList<RecurringRow> Recurring)
{
    public int FailedTotal => Failed.Sum(group => group.Total);

    public int OpenTotal => Waiting.Sum(work => work.Waiting + work.Running);
}

/// <summary>All background work, for administrators; nobody else sees it.</summary>
public sealed class WorkQueries(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, EvidenceStore evidence, IOptions<JobOptions> options, TimeProvider clock)
{
    /// <exception cref="ForbiddenException">Not an administrator.</exception>
    public async Task<WorkView> LoadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var now = clock.GetUtcNow();
        return new(
            now, options.Value.Enabled,
            await FailedReader.ReadAsync(db, evidence.ScansFiles, now, ct),
            await WaitingReader.ReadAsync(db, evidence.ScansFiles, ct),
            await WaitingReader.RunningAsync(db, ct),
            await RecurringReader.ReadAsync(db, options.Value, now, ct));
    }
}
