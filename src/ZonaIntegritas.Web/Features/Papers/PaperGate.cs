using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Papers;

/// <summary>What a paper is about, as this person may know it.</summary>
/// <param name="Unit">Short and full name; null for papers of the instansi.</param>
/// <param name="MayIssue">Whether this person may ever have it made.</param>
/// <param name="Missing">Why it cannot be made now; null when it can.</param>
public sealed record OpenPaper(PaperSubject Subject, PaperUnit? Unit, int Year, DateOnly Today, bool MayIssue, Problem? Missing)
{
    /// <summary>Why this person cannot have it made now.</summary>
    public Problem? Refusal => Missing ?? (MayIssue ? null : PaperProblems.NotByYou);
}

public sealed record PaperUnit(string ShortName, string Name);

/// <summary>Who may look at or issue a paper, and what still stands in its way. Issuing asks again.</summary>
internal static class PaperGate
{
    /// <exception cref="ForbiddenException">There is no such sheet or period, or the paper is not this person's to read.</exception>
    public static async Task<OpenPaper> OpenAsync(AppDbContext db, Authorizer authorizer, PaperKind kind, Guid id, DateTimeOffset now, CancellationToken ct) =>
        PaperPlaces.OfPeriod.Contains(kind)
            ? await OfPeriodAsync(db, authorizer, kind, id, now, ct)
            : await OfSheetAsync(db, authorizer, kind, id, now, ct);

    /// <summary>What the sheet still lacks for this paper; says nothing of TPI's values.</summary>
    public static Problem? MissingOf(PaperKind kind, AssessmentStatus status) => kind switch
    {
        PaperKind.Lhe when !SheetLife.IsAfterLhe(status) => PaperProblems.NoLhe,
        PaperKind.Minutes when status == AssessmentStatus.Draft => PaperProblems.NotBegun,
        _ => null,
    };

    /// <summary>Whether this person may ever have it made: that an LHE is not out yet is another matter, and said in words.</summary>
    public static bool MayIssue(Actor actor, PaperKind kind, Layer layer, PaperSheet sheet) =>
        PaperRights.MayIssue(actor, kind, layer, kind == PaperKind.Lhe ? sheet with { Status = AssessmentStatus.Concluded } : sheet);

    private static async Task<OpenPaper> OfPeriodAsync(AppDbContext db, Authorizer authorizer, PaperKind kind, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var year = await db.Periods.Where(period => period.Id == id).Select(period => (int?)period.Year).SingleOrDefaultAsync(ct);
        await authorizer.RequireAsync(db, who => year is not null && PaperRights.MayIssue(who, kind, Layer.Unit, null), ct);
        var any = await db.Assessments.AnyAsync(sheet => sheet.PeriodId == id, ct);
        return new(PaperPlaces.SubjectOf(kind, id, Layer.Unit), null, year!.Value, IndonesianZone.WIB.Today(now), true, any ? null : PaperProblems.NothingToShow);
    }

    private static async Task<OpenPaper> OfSheetAsync(AppDbContext db, Authorizer authorizer, PaperKind kind, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var found = await (
            from sheet in db.Assessments
            where sheet.Id == id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            select new
            {
                sheet.Status, UnitId = unit.Id, unit.ShortName, unit.Name, unit.Zone, period.Year,
                Tpi = db.StoredScores.FirstOrDefault(score => score.AssessmentId == sheet.Id && score.Layer == Layer.Tpi),
            }).AsNoTracking().SingleOrDefaultAsync(ct);
        var about = found is null ? null : new PaperSheet(found.UnitId, found.Status);
        var layer = kind == PaperKind.UnmetConditions ? Layer.Unit : Layer.Tpi;
        var actor = await authorizer.RequireAsync(db, who => about is not null && PaperRights.MayRead(who, kind, layer, about), ct);
        if (kind == PaperKind.UnmetConditions && actor.SeesTpi(found!.UnitId, found.Status))
        {
            layer = LayerWords.Latest(found.Status, found.Tpi);
        }

        return new(
            PaperPlaces.SubjectOf(kind, id, layer), new(found!.ShortName, found.Name), found.Year, found.Zone.Today(now),
            MayIssue(actor, kind, layer, about!), MissingOf(kind, found.Status));
    }
}
