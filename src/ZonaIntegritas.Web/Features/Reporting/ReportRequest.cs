using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>A report to be made, or made: one per sheet, layer and day.</summary>
public sealed class ReportRequest : StoredWork
{
    private ReportRequest()
    {
    }

    public ReportRequest(Guid id, Guid assessmentId, Layer layer, DateOnly day, DateTimeOffset now)
    {
        (Id, AssessmentId, Layer, Day, RequestedAt) = (id, assessmentId, layer, day, now);
    }

    /// <summary>With <see cref="Layer"/> and <see cref="Day"/> unique: one report of a sheet a day.</summary>
    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    /// <summary>On the unit's own calendar.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Hash and length of the finished PDF, which is stored under that hash.</summary>
    public string? Sha256 { get; private set; }

    public long Size { get; private set; }

    public void Finish(string sha256, long size, DateTimeOffset now)
    {
        (Sha256, Size, FinishedAt) = (sha256, size, now);
        Complete();
    }
}
