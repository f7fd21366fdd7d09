namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>A report as it stands on paper: every text is already worded and formatted.</summary>
public sealed record PaperDocument(string Title, PaperFooter Footer, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>The title as official papers write it; empty for a letter, which opens with its number and its addressee.</summary>
    public string Masthead => IsLetter ? "" : Title.ToUpperInvariant();

    public bool IsLetter { get; init; }

    /// <summary>Lines under the title, for example the unit and the period.</summary>
    public string Subtitle { get; init; } = "";

    public Letterhead? Letterhead { get; init; }

    /// <summary>Where the paper can be checked; null for papers that are not kept.</summary>
    public PaperSeal? Seal { get; init; }

    public string Subject { get; init; } = "";

    public string Author { get; init; } = "";

    /// <summary>BCP 47 tag that screen readers speak the document in.</summary>
    public string Language { get; init; } = "id";

    /// <summary>Creation moment for the file's properties; null leaves it out.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>The address that a paper's QR leads to.</summary>
public sealed record PaperSeal(string Url)
{
    public const string Statement = "Keaslian naskah ini dapat diperiksa di";
    public const string CodeLabel = "Kode pemeriksaan";

    /// <summary>The address's last part, for readers who type.</summary>
    public string Code => Url[(Url.LastIndexOf('/') + 1)..];
}

/// <summary>The head of an official letter. The last agency line is the issuing body and stands out.</summary>
public sealed record Letterhead(IReadOnlyList<string> AgencyLines, string AddressLine)
{
    /// <summary>PNG or JPEG; empty when the agency has none. An unreadable logo is left out.</summary>
    public ReadOnlyMemory<byte> Logo { get; init; }
}

/// <summary>What each page's foot says besides its page number; empty parts are left out.</summary>
public sealed record PaperFooter(string Number, string Period, string Layer, string GeneratedAt)
{
    /// <summary>Not "Nomor": that is the office's own number, which stands at the head.</summary>
    public const string NumberLabel = "Register";

    public static PaperFooter Empty { get; } = new("", "", "", "");
}
