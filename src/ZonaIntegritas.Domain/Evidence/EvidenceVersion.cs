namespace ZonaIntegritas.Domain.Evidence;

/// <summary>
/// One state of an item's content, never changed afterwards: a file by its hash, or an address. Only what was found
/// out about an address (<see cref="Link"/>) is kept up to date.
/// </summary>
public sealed class EvidenceVersion
{
    public const int NameMaxLength = 200;
    public const int UrlMaxLength = 2000;

    private EvidenceVersion()
    {
    }

    /// <summary>Who put which version of which unit's item there, and when.</summary>
    public sealed record Origin(Guid Id, Guid ItemId, Guid UnitId, int Number, Guid By, DateTimeOffset At);

    public static EvidenceVersion OfFile(Origin origin, string name, EvidenceType type, long size, string sha256, ContentWarning warning) =>
        new(origin) { Name = name, Type = type, Size = size, Sha256 = sha256, Warning = warning };

    public static EvidenceVersion OfLink(Origin origin, string url) =>
        new(origin) { Name = url.Length <= NameMaxLength ? url : url[..NameMaxLength], Type = EvidenceType.Link, Url = url, Link = LinkState.Waiting };

    private EvidenceVersion(Origin origin)
    {
        (Id, ItemId, UnitId, Number, AddedBy, AddedAt) = (origin.Id, origin.ItemId, origin.UnitId, origin.Number, origin.By, origin.At);
    }

    public Guid Id { get; private set; }

    public Guid ItemId { get; private set; }

    /// <summary>The item's, repeated here because every served byte is checked against it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>The name the file came with, made safe; of a link, its address.</summary>
    public string Name { get; private set; } = "";

    public EvidenceType Type { get; private set; }

    /// <summary>Bytes; 0 for a link.</summary>
    public long Size { get; private set; }

    /// <summary>Names the <see cref="EvidenceContent"/>; null for a link.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>The address; null for a file.</summary>
    public string? Url { get; private set; }

    public ContentWarning Warning { get; private set; }

    public LinkState Link { get; private set; }

    /// <summary>What the last check of the address met, in words for the unit.</summary>
    public string LinkRemark { get; private set; } = "";

    public DateTimeOffset? LinkCheckedAt { get; private set; }

    public Guid AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public void TakeLinkCheck(LinkState state, string remark, DateTimeOffset at) => (Link, LinkRemark, LinkCheckedAt) = (state, remark, at);
}

/// <summary>What is doubtful about a file that was accepted all the same; evaluators see it.</summary>
public enum ContentWarning
{
    None,

    /// <summary>A PDF that asks for a password.</summary>
    PasswordProtected,

    /// <summary>A PDF that readers may not open or may open in part.</summary>
    Damaged,
}

/// <summary>Whether the address opens for somebody who is not signed in there.</summary>
public enum LinkState
{
    /// <summary>Not a link.</summary>
    None,

    /// <summary>Not asked yet, or the other side did not answer this time.</summary>
    Waiting,
    Opens,

    /// <summary>Asks to sign in or to request access.</summary>
    Locked,

    /// <summary>Not there any more, or its server is not.</summary>
    Dead,

    /// <summary>Not a public https address, or it leads to one that is not.</summary>
    NotPublic,
}

/// <summary>Bytes on disk by their hash, kept once however many versions name them, and what is known of their health.</summary>
public sealed class EvidenceContent
{
    public const int ThreatMaxLength = 200;

    private EvidenceContent()
    {
    }

    public EvidenceContent(string sha256, long size, ScanState scan, DateTimeOffset at)
    {
        (Sha256, Size, Scan, StoredAt) = (sha256, size, scan, at);
        // Hashed while it came in.
        VerifiedAt = at;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public ScanState Scan { get; private set; }

    /// <summary>What the scanner called it; empty when it found nothing.</summary>
    public string Threat { get; private set; } = "";

    public DateTimeOffset StoredAt { get; private set; }

    public Integrity Integrity { get; private set; }

    /// <summary>When the bytes on disk were last hashed again.</summary>
    public DateTimeOffset VerifiedAt { get; private set; }

    public void TakeScan(ScanState state, string threat) => (Scan, Threat) = (state, threat);

    public void TakeVerification(Integrity found, DateTimeOffset at) => (Integrity, VerifiedAt) = (found, at);
}

public enum ScanState
{
    /// <summary>No scanner is set up.</summary>
    NotScanned,

    /// <summary>Menunggu pemindaian: not served until it is clean.</summary>
    Waiting,
    Clean,

    /// <summary>Never served.</summary>
    Infected,
}

public static class ScanStates
{
    public static bool MayBeServed(this ScanState state) => state is ScanState.NotScanned or ScanState.Clean;
}

/// <summary>Whether the bytes on disk are those that came in.</summary>
public enum Integrity
{
    Intact,
    Missing,

    /// <summary>The file is there, its hash is another one.</summary>
    Changed,
}
