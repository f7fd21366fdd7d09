using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <param name="AssessmentId">Null for papers of the whole instansi; then <paramref name="Unit"/> is null too.</param>
/// <param name="Number">The paper's own number; empty until it is made.</param>
/// <param name="By">Who asked for it; null for the schedule.</param>
/// <param name="Zone">The unit's, to show <paramref name="FinishedAt"/> in.</param>
/// <param name="Error">Why the last try failed; empty otherwise.</param>
/// <param name="MayCancel">It is this person's own, and not begun.</param>
public sealed record ReportRow(
    Guid Id, PaperKind Kind, Guid? AssessmentId, string? Unit, int Year, Layer Layer, DateOnly Day, int Version, string Number, string? By,
    WorkState State, long Size, DateTimeOffset? FinishedAt, IndonesianZone Zone, string Error, bool MayCancel);

/// <summary>A finished report's file, for whoever may read it.</summary>
public sealed record ReportFile(PaperKind Kind, string? Unit, int Year, Layer Layer, DateOnly Day, int Version, string Sha256);

/// <param name="Search">Part of the unit's short or full name; empty for all.</param>
/// <param name="Page">From 0, as grids count.</param>
public sealed record ReportFilter(PaperKind? Kind = null, int? Year = null, string Search = "", Guid? AssessmentId = null, int Page = 0, int Size = 25);

/// <summary>Stored papers for whoever may read them. Evidence packs have a page of their own: they hold more than figures.</summary>
public sealed class ReportQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <summary>Newest first.</summary>
    public async Task<RowPage<ReportRow>> ListAsync(ReportFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var papers = Matching(ReadablePapers.By(db, actor), filter);
        var rows = await papers
            .OrderByDescending(paper => paper.Request.Day).ThenByDescending(paper => paper.Request.Kind == PaperKind.Recap)
            .ThenBy(paper => paper.Unit!.ShortName).ThenBy(paper => paper.Request.Layer).ThenByDescending(paper => paper.Request.RequestedAt)
            .Skip(filter.Page * filter.Size).Take(filter.Size)
            .Select(paper => new ReportRow(
                paper.Request.Id, paper.Request.Kind, paper.Request.AssessmentId, paper.Unit!.ShortName, paper.Period.Year, paper.Request.Layer,
                paper.Request.Day, paper.Request.Version, paper.Request.Number,
                db.Users.Where(user => user.Id == paper.Request.RequestedBy).Select(user => user.FullName).FirstOrDefault(),
                paper.Request.State, paper.Request.Size, paper.Request.FinishedAt, paper.Unit == null ? IndonesianZone.WIB : paper.Unit.Zone, paper.Request.Error,
                paper.Request.RequestedBy == actor.UserId && paper.Request.State == WorkState.Waiting))
            .ToListAsync(ct);
        return new(rows, await papers.CountAsync(ct));
    }

    /// <summary>Years that have papers this person may read, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await ReadablePapers.By(db, await authorizer.ActorAsync(db, ct))
            .Select(paper => paper.Period.Year).Distinct().OrderByDescending(year => year).ToListAsync(ct);
    }

    /// <returns>Null for a report that is not there, not ready or not this person's to see: an id tells nothing.</returns>
    public async Task<ReportFile?> FindFileAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await ReadablePapers.By(db, await authorizer.ActorAsync(db, ct))
            .Where(paper => paper.Request.Id == id && paper.Request.State == WorkState.Done && paper.Request.Sha256 != null)
            .Select(paper => new ReportFile(
                paper.Request.Kind, paper.Unit!.ShortName, paper.Period.Year, paper.Request.Layer, paper.Request.Day, paper.Request.Version, paper.Request.Sha256!))
            .SingleOrDefaultAsync(ct);
    }

    private static IQueryable<ReadablePaper> Matching(IQueryable<ReadablePaper> papers, ReportFilter filter)
    {
        papers = filter.Kind is { } kind ? papers.Where(paper => paper.Request.Kind == kind) : papers;
        papers = filter.Year is { } year ? papers.Where(paper => paper.Period.Year == year) : papers;
        papers = filter.AssessmentId is { } sheet ? papers.Where(paper => paper.Request.AssessmentId == sheet) : papers;
        if (filter.Search.Trim().Length == 0)
        {
            return papers;
        }

        var pattern = SearchText.Containing(filter.Search).ToUpperInvariant();
        return papers.Where(paper => paper.Unit != null
            && (EF.Functions.Like(paper.Unit.ShortName.ToUpper(), pattern, SearchText.Escape) || EF.Functions.Like(paper.Unit.Name.ToUpper(), pattern, SearchText.Escape)));
    }
}
