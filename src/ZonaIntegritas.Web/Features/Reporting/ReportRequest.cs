using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Reporting;

public enum WorkState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>
/// A report to be made: the truth about the work is this row, not the queue, so a restart loses and doubles nothing.
/// </summary>
public sealed class ReportRequest
{
    public const int ErrorMaxLength = 500;

    private ReportRequest()
    {
    }

    public ReportRequest(Guid id, Guid assessmentId, Layer layer, DateOnly day, DateTimeOffset now)
    {
        (Id, AssessmentId, Layer, Day, RequestedAt) = (id, assessmentId, layer, day, now);
    }

    public Guid Id { get; private set; }

    /// <summary>With <see cref="Layer"/> and <see cref="Day"/> unique: one report of a sheet a day.</summary>
    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    public DateOnly Day { get; private set; }

    public WorkState State { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public int Tries { get; private set; }

    public string Error { get; private set; } = "";

    /// <summary>Hash and length of the finished PDF, which is stored under that hash.</summary>
    public string? Sha256 { get; private set; }

    public long Size { get; private set; }

    public void Start()
    {
        State = WorkState.Running;
        Tries++;
    }

    public void Finish(string sha256, long size, DateTimeOffset now) =>
        (State, Sha256, Size, FinishedAt, Error) = (WorkState.Done, sha256, size, now, "");

    /// <param name="final">Whether no further try is made.</param>
    public void Fail(string error, bool final) =>
        (State, Error) = (final ? WorkState.Failed : WorkState.Waiting, error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error);
}
