using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>Where a file of TPN's answers is handed in.</summary>
public static class TpnEndpoints
{
    public static FileRules Rules { get; } = new(ImportTpnAnswers.MaxBytes, TpnProblems.FileTooLarge(ImportTpnAnswers.MaxKilobytes), TpnProblems.Unreadable);

    public static void MapTpn(this IEndpointRouteBuilder endpoints) => FileDoor.Map(endpoints, "/tpn/{assessmentId:guid}/berkas", ReceiveAsync);

    public static string Door(Guid assessmentId) => $"/tpn/{assessmentId}/berkas";

    private static Task<IResult> ReceiveAsync(Guid assessmentId, HttpContext http, FileDoor door, ImportTpnAnswers import) =>
        door.ReceiveAsync(http, Rules, async ct => (await import.BeginAsync(assessmentId, ct)).Problem);
}
