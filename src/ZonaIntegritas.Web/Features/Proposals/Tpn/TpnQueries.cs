using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>One question in three layers.</summary>
/// <param name="Cost">Points by which TPN's value stands above or below TPI's; null while TPN holds nothing.</param>
public sealed record TpnRow(QuestionPlace Place, AnswerRow? Unit, AnswerRow? Tpi, AnswerRow? Tpn, Fraction? Cost)
{
    public bool Differs => Tpn?.Value is { } value && !value.Equals(Tpi?.Value);

    public bool IsOpen => Tpn?.Value is null;
}

/// <param name="MayEnter">Whether the reader is the one who enters TPN's values.</param>
/// <param name="Closed">Why nothing can be entered now; null when it can.</param>
public sealed record TpnView(
    SheetTitle Title, IReadOnlyList<TpnRow> Rows, decimal Unit, decimal? Tpi, decimal? Tpn, bool MayEnter, Problem? Closed)
{
    public int Entered => Rows.Count(row => !row.IsOpen);
}

/// <summary>TPN's layer beside the other two, for everybody who may see the sheet.</summary>
public sealed class TpnQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, WorkspaceQueries workspaces)
{
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit is not this person's to see.</exception>
    public async Task<TpnView> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        // Shows TPI's values to the unit only after the LHE.
        var workspace = await workspaces.LoadAsync(assessmentId, ct);
        var (tpi, tpn) = (Score(workspace, workspace.TpiAnswers), Score(workspace, workspace.TpnAnswers));
        return new(
            workspace.Title,
            [.. workspace.Instrument.Places.Select(place => RowOf(place, workspace, tpi, tpn))],
            Score(workspace, workspace.UnitAnswers).Total.Points.ToDecimal(),
            workspace.TpiAnswers.Count == 0 ? null : tpi.Total.Points.ToDecimal(),
            workspace.TpnAnswers.Count == 0 ? null : tpn.Total.Points.ToDecimal(),
            actor.May(SheetMove.RecordStage, sheet.Unit.Id),
            sheet.Assessment.MayEnterTpn().Problem);
    }

    private static TpnRow RowOf(QuestionPlace place, Workspace workspace, ScoreSheet tpi, ScoreSheet tpn)
    {
        var code = place.Question.Code;
        var held = workspace.TpnAnswers.GetValueOrDefault(code);
        return new(
            place, workspace.UnitAnswers.GetValueOrDefault(code), workspace.TpiAnswers.GetValueOrDefault(code), held,
            held?.Value is null ? null : PointsOf(tpn, code) - PointsOf(tpi, code));
    }

    private static Fraction PointsOf(ScoreSheet sheet, string code) => sheet.Lines.First(line => line.Question.Code == code).Points;

    private static ScoreSheet Score(Workspace workspace, IReadOnlyDictionary<string, AnswerRow> rows) => ScoringEngine.Score(
        workspace.Instrument, rows.Where(row => row.Value.Value is not null).ToDictionary(row => row.Key, row => row.Value.Value!));
}
