namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>One part of a ZIP, as its directory announces it: every number may be a lie.</summary>
public sealed record ZipPart(string Name, bool IsLocked, int Method, long Packed, long Size, long Offset)
{
    public const int Stored = 0;
    public const int Deflated = 8;

    /// <summary>Where its bytes begin; set once its own head has been looked at.</summary>
    public long Start { get; init; }
}

/// <param name="Parts">Empty when it was refused.</param>
public sealed record ZipLook(ZipFault Fault, IReadOnlyList<ZipPart> Parts);

public enum ZipFault
{
    None,
    Broken,

    /// <summary>More parts, or longer names, than any document has.</summary>
    TooMany,
}
