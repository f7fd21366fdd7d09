using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

public enum KeepingFault
{
    /// <summary>A row names it, the disk does not have it.</summary>
    Missing,

    /// <summary>The bytes on disk are not those that came in.</summary>
    Changed,

    /// <summary>The disk or the rights on it do not let us look.</summary>
    Unreadable,

    /// <summary>A file that no row names: left by a crash, or put there by hand.</summary>
    Unknown,
}

/// <param name="Place">Below the evidence folder.</param>
public sealed record FoundFault(KeepingFault Fault, string Place);

/// <param name="Files">Contents that were hashed again.</param>
/// <param name="Bytes">How much that was.</param>
public sealed record Verification(long Files, long Bytes, IReadOnlyList<FoundFault> Faults)
{
    public long Count(KeepingFault fault) => Faults.LongCount(found => found.Fault == fault);
}

internal static class KeepingFaults
{
    /// <summary>What is written to the content's row; null when nothing was found out about the bytes.</summary>
    public static Integrity? ToIntegrity(this KeepingFault fault) => fault switch
    {
        KeepingFault.Missing => Integrity.Missing,
        KeepingFault.Changed => Integrity.Changed,
        _ => null,
    };

    public static string Say(this KeepingFault fault) => fault switch
    {
        KeepingFault.Missing => "hilang",
        KeepingFault.Changed => "berubah",
        KeepingFault.Unreadable => "tidak terbaca",
        KeepingFault.Unknown => "tidak dikenal",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
