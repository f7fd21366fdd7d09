using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>The sheet a paper is about, as rights look at it.</summary>
public sealed record PaperSheet(Guid UnitId, AssessmentStatus Status);

/// <summary>Who may have a paper made, and who may read it.</summary>
public static class PaperRights
{
    /// <param name="sheet">Null for papers of the whole instansi.</param>
    public static bool MayRead(Actor actor, PaperKind kind, Layer layer, PaperSheet? sheet) => kind switch
    {
        PaperKind.Recap or PaperKind.ProposalLetter or PaperKind.Sptjm => actor.SeesAllUnits,
        _ when sheet is null => false,
        // Made of TPI's judgement, whatever layer the row names.
        PaperKind.Lhe or PaperKind.Minutes => actor.SeesTpi(sheet.UnitId, sheet.Status),
        _ => layer == Layer.Unit ? actor.MaySee(sheet.UnitId) : actor.SeesTpi(sheet.UnitId, sheet.Status),
    };

    public static bool MayIssue(Actor actor, PaperKind kind, Layer layer, PaperSheet? sheet) =>
        MayRead(actor, kind, layer, sheet) && kind switch
        {
            PaperKind.Lhe => SheetLife.IsAfterLhe(sheet!.Status) && (actor.MayReview(sheet.UnitId) || actor.SeesAllUnits),
            PaperKind.Minutes => actor.MayReview(sheet!.UnitId) || actor.MayAdminister,
            _ => true,
        };
}
