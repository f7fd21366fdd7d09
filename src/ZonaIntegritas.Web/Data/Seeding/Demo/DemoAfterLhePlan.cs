using System.Text.Json;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>File "journeys.json": what happened to a sheet after its LHE. Texts and dates may hold {tahun}, {lalu} and {depan}.</summary>
/// <param name="Status">Where the sheet has to end; the journey is checked against it.</param>
public sealed record DemoAfterLhePlan(
    string Unit, int YearsAgo, AssessmentStatus Status, IReadOnlyList<DemoStep> Steps, DemoTpn? Tpn = null);

/// <param name="By">E-mail; the administrator when absent.</param>
/// <param name="On">Date of the paper or of the stage; it was recorded that day.</param>
public sealed record DemoStep(
    SheetMove Move, string On, string Reference = "", string Note = "", string? By = null, TpnStageKind? Stage = null, TpnStageResult? Result = null);

/// <summary>TPN's values: TPI's, but where they differ. Entered with the last stage.</summary>
public sealed record DemoTpn(IReadOnlyDictionary<string, DemoTpnOpinion> Differs);

public sealed record DemoTpnOpinion(JsonElement Answer, DifferenceReason Reason, string Note);
