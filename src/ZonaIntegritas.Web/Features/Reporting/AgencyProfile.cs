namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Letterhead and signatories as an administrator sets them: one row. Empty texts fall back to the installation's options.</summary>
public sealed class AgencyProfile
{
    public const int TextMaxLength = 200;
    public const int LogoMaxBytes = 512 * 1024;

    /// <summary>The one row's id.</summary>
    public const int Only = 1;

    public int Id { get; private set; } = Only;

    /// <summary>First line of the letterhead: the pemda or ministry.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The issuing office.</summary>
    public string Office { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>Where papers of the instansi are signed.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who signs surat usulan, SPTJM and the recap: "Gubernur Contoh".</summary>
    public string HeadTitle { get; private set; } = "";

    public string HeadName { get; private set; } = "";

    public string HeadNip { get; private set; } = "";

    /// <summary>Who signs the LHE and the minutes for TPI: "Inspektur Provinsi Contoh".</summary>
    public string TpiTitle { get; private set; } = "";

    public string TpiName { get; private set; } = "";

    public string TpiNip { get; private set; } = "";

    /// <summary>PNG or JPEG; empty when there is none.</summary>
    public byte[] Logo { get; private set; } = [];

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static IReadOnlyList<string> Texts { get; } =
        [nameof(Name), nameof(Office), nameof(Address), nameof(Place), nameof(HeadTitle), nameof(HeadName), nameof(HeadNip), nameof(TpiTitle), nameof(TpiName), nameof(TpiNip)];

    public void Describe(AgencyTexts texts, DateTimeOffset now)
    {
        (Name, Office, Address, Place) = (texts.Name, texts.Office, texts.Address, texts.Place);
        (HeadTitle, HeadName, HeadNip) = (texts.Head.Title, texts.Head.Name, texts.Head.Nip);
        (TpiTitle, TpiName, TpiNip) = (texts.Tpi.Title, texts.Tpi.Name, texts.Tpi.Nip);
        ChangedAt = now;
        Version++;
    }

    public void UseLogo(byte[] logo, DateTimeOffset now)
    {
        (Logo, ChangedAt) = (logo, now);
        Version++;
    }
}

public sealed record AgencyTexts(string Name, string Office, string Address, string Place, Signatory Head, Signatory Tpi);

public sealed record Signatory(string Title, string Name, string Nip);
