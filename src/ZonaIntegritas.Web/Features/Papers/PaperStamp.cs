using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers;

/// <summary>Who issues a paper, of what, when and with what was typed.</summary>
/// <param name="Mark">Last part of the number: the version, or that it is a preview only.</param>
/// <param name="Seal">Null for a preview: it is nowhere kept, so nothing can vouch for it.</param>
public sealed record PaperStamp(PaperOffice Office, PaperSubject Subject, PaperInput Input, string Mark, DateTimeOffset At, PaperSeal? Seal)
{
    public bool IsPreview => Seal is null;

    public static PaperStamp Of(PaperOffice office, ReportRequest request) => new(
        office, new(request.Kind, request.AssessmentId, request.PeriodId, request.Layer), PaperInput.Read(request.InputJson),
        $"v{Indonesian.Number(request.Version)}", request.RequestedAt, office.SealOf(request));

    public static PaperStamp Preview(PaperOffice office, PaperSubject subject, PaperInput input, DateTimeOffset now) =>
        new(office, subject, input, "pratinjau", now, null);
}
