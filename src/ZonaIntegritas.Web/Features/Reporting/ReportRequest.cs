using System.Security.Cryptography;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <param name="AssessmentId">The sheet it is about; null for a paper of the whole instansi.</param>
/// <param name="PeriodId">The period of a paper of the whole instansi.</param>
public sealed record PaperSubject(PaperKind Kind, Guid? AssessmentId, Guid? PeriodId, Layer Layer);

/// <param name="Key">Unique: whatever asks twice under the same key gets the same paper.</param>
/// <param name="Day">On the unit's calendar, or WIB for the instansi.</param>
/// <param name="Version">Counts papers of the same kind about the same, from 1.</param>
/// <param name="By">Null for the schedule.</param>
/// <param name="InputJson">What a person typed for it; empty for papers that are made of stored data alone.</param>
public sealed record PaperOrder(string Key, DateOnly Day, int Version, Guid? By, string InputJson = "");

/// <param name="Number">The paper's own number, as its foot says it.</param>
public sealed record MadePaper(string Number, string Title, string Sha256, long Size);

/// <summary>A paper to be made, or made: progress reports, official papers, evidence packs. Kept as a version for ever, packs for a while.</summary>
public sealed class ReportRequest : StoredWork
{
    public const int KeyMaxLength = 120;
    public const int TitleMaxLength = 200;

    /// <summary>A pack of many gigabytes takes long; each step renews the lease.</summary>
    public static readonly TimeSpan PackTimeLimit = TimeSpan.FromHours(2);

    public static readonly TimeSpan PackLease = TimeSpan.FromMinutes(10);

    private const int CodeBytes = 12;

    private ReportRequest()
    {
    }

    public ReportRequest(Guid id, PaperSubject subject, PaperOrder order, DateTimeOffset now)
    {
        (Id, Kind, AssessmentId, PeriodId, Layer) = (id, subject.Kind, subject.AssessmentId, subject.PeriodId, subject.Layer);
        (Key, Day, Version, RequestedBy, InputJson) = (order.Key, order.Day, order.Version, order.By, order.InputJson);
        RequestedAt = now;
        Code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes));
    }

    public override TimeSpan LeaseOfKind => Kind == PaperKind.EvidencePack ? PackLease : base.LeaseOfKind;

    public override TimeSpan TimeLimitOfKind => Kind == PaperKind.EvidencePack ? PackTimeLimit : base.TimeLimitOfKind;

    public PaperKind Kind { get; private set; }

    public Guid? AssessmentId { get; private set; }

    public Guid? PeriodId { get; private set; }

    public Layer Layer { get; private set; }

    public string Key { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public int Version { get; private set; }

    public Guid? RequestedBy { get; private set; }

    public string InputJson { get; private set; } = "";

    /// <summary>What the QR on the paper leads to; cannot be guessed and tells nothing by itself.</summary>
    public string Code { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Hash and length of the finished file, which is stored under that hash.</summary>
    public string? Sha256 { get; private set; }

    public long Size { get; private set; }

    /// <summary>How far the work is, for work that takes minutes: files done, of all.</summary>
    public int Done { get; private set; }

    public int Steps { get; private set; }

    /// <summary>When its file is removed; null for papers that are kept for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public void Advance(int done, int steps) => (Done, Steps) = (done, steps);

    public void Finish(MadePaper paper, DateTimeOffset now, DateTimeOffset? expiresAt = null)
    {
        (Number, Title, Sha256, Size) = (paper.Number, paper.Title, paper.Sha256, paper.Size);
        (FinishedAt, ExpiresAt) = (now, expiresAt);
        Complete();
    }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
