using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <param name="MayFill">Whether the reader may answer the questions that the report names.</param>
/// <param name="SeesOthers">Whether the reader has a list of units to go back to.</param>
public sealed record ReadinessView(ReadinessReport Report, bool MayFill, bool SeesOthers)
{
    /// <summary>Open alerts of this sheet, what fell first.</summary>
    public IReadOnlyList<AlertLine> Alerts { get; init; } = [];
}

/// <summary>Readiness for whoever may see the unit: a list from stored scores, and one unit's report.</summary>
public sealed class ReadinessQueries(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, ReadinessSource source, ReadinessListReader lists)
{
    public async Task<ReadinessList> ListAsync(ReadinessFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await lists.ReadAsync(db, await authorizer.ActorAsync(db, ct), filter, ct);
    }

    /// <param name="layer">Null for the latest that says something.</param>
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit is not this person's to see.</exception>
    public async Task<ReadinessView> LoadAsync(Guid assessmentId, Layer? layer, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (sheet, actor, seesTpi) = await OpenAsync(db, assessmentId, layer, ct);
        var forUnit = actor.BelongsTo(sheet.Unit.Id);
        var report = await source.MakeAsync(db, sheet, seesTpi ? layer : Layer.Unit, ct, forUnit);
        return new(report, actor.MayFill(sheet.Unit.Id), SeesOthers(actor))
        {
            Alerts = await AlertReader.OpenAsync(db, db.Assessments.Where(known => known.Id == assessmentId), forUnit, ct),
        };
    }

    /// <summary>What a paper would say that is issued now: what the report says, to the readers a paper has.</summary>
    /// <param name="layer">Null for the latest that says something.</param>
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit or layer is not this person's to see.</exception>
    public async Task<ReadinessReport> ForPaperAsync(Guid assessmentId, Layer? layer, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (sheet, _, seesTpi) = await OpenAsync(db, assessmentId, layer, ct);
        return await source.MakeForPaperAsync(db, sheet, seesTpi ? layer : Layer.Unit, ct);
    }

    private async Task<(OpenSheet Sheet, Actor Actor, bool SeesTpi)> OpenAsync(AppDbContext db, Guid assessmentId, Layer? layer, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var seesTpi = actor.SeesTpi(sheet.Unit.Id, sheet.Assessment.Status);
        return layer is null or Layer.Unit || seesTpi ? (sheet, actor, seesTpi) : throw new ForbiddenException(Authorizer.NotAllowed);
    }

    internal static bool SeesOthers(Actor actor) => actor.SeesAllUnits || actor.Role == Role.Evaluator;
}
