using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence.Content;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>What is asked of every file, whoever brings it: its name, its size, the room left, and what it really is.</summary>
public sealed class EvidenceIntake(EvidenceStore store, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Problem QuotaReached => EvidenceProblems.QuotaReached(store.UnitQuotaBytes);

    /// <param name="name">Already cleaned.</param>
    /// <param name="bytes">Null when not announced.</param>
    public Problem? ProblemOf(string name, long? bytes) =>
        name.Length == 0 ? EvidenceProblems.NameMissing
        : EvidenceTypes.FromName(name) is null ? EvidenceProblems.KindRefused(name)
        : bytes > store.MaxBytes ? EvidenceProblems.TooLarge(bytes, store.MaxMegabytes)
        : bytes == 0 ? EvidenceProblems.Empty
        : null;

    public async Task<bool> HasRoomAsync(AppDbContext db, Guid unitId, long bytes, CancellationToken ct) =>
        await EvidenceQueries.UsedBytesAsync(db, unitId, ct) + bytes <= store.UnitQuotaBytes;

    /// <summary>Decided by name and content together.</summary>
    /// <param name="name">Already cleaned, of an accepted kind.</param>
    public static Result<NewContent> Inspect(ReceivedFile received, string name)
    {
        var type = EvidenceTypes.FromName(name)!.Value;
        using var content = received.Open();
        var inspected = EvidenceInspection.Inspect(content, type);
        return inspected.Succeeded ? new NewContent(name, type, received.Size, received.Sha256, inspected.Value) : inspected.Problem!;
    }

    public void Keep(ReceivedFile received) => store.Files.Keep(received);

    /// <summary>After the commit: what came in counts, and need not wait for the scanner's next round.</summary>
    public void SayArrived(NewContent content)
    {
        var type = Measures.Tag("type", content.Type.ToString());
        Measures.Uploads.Add(1, type);
        Measures.UploadedBytes.Add(content.Size, type);
        store.Arrivals.Nudge();
    }
}
