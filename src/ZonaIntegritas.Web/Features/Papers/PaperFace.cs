using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers;

/// <summary>What stands around a paper's blocks.</summary>
/// <param name="Short">First part of the number: "LHE".</param>
/// <param name="Of">The unit's short name; empty for papers of the instansi.</param>
/// <param name="Layer">Whose figures it shows; empty when it shows none.</param>
/// <param name="Instrument">Name and version; empty for papers without figures.</param>
internal sealed record PaperFace(string Title, string Short, string Of, int Year, string Layer, string Instrument, IndonesianZone Zone)
{
    /// <summary>For blanks that somebody fills in by hand.</summary>
    public const string Blank = "......................................";

    public string Subtitle { get; init; } = "";

    /// <summary>The paper in one sentence, for the file's properties.</summary>
    public string Subject { get; init; } = "";

    /// <summary>A letter has no title between its head and its number.</summary>
    public bool IsLetter { get; init; }

    public PaperDocument Wrap(PaperStamp stamp, IEnumerable<PaperBlock> blocks) => new(Title, FooterOf(stamp), [.. blocks])
    {
        IsLetter = IsLetter,
        Subtitle = Subtitle,
        Letterhead = stamp.Office.Letterhead,
        Seal = stamp.Seal,
        Subject = Subject,
        Author = stamp.Office.Author,
        CreatedAt = stamp.At,
    };

    public static string OrBlank(string text) => text.Length > 0 ? text : Blank;

    /// <summary>Under the title, where statements and minutes carry their number.</summary>
    public static string NumberLine(PaperInput input) => $"Nomor {OrBlank(input[PaperFields.Number])}";

    private PaperFooter FooterOf(PaperStamp stamp)
    {
        var made = Indonesian.Moment(stamp.At, Zone);
        return new(NumberOf(stamp.Mark), $"Tahun {Year.ToString(CultureInfo.InvariantCulture)}", Layer, Instrument.Length > 0 ? $"{made}, {Instrument}" : made);
    }

    private string NumberOf(string mark) => string.Join('/', ((string[])
        [Short, string.Concat(Of.Where(char.IsLetterOrDigit)).ToUpperInvariant(), Year.ToString(CultureInfo.InvariantCulture), mark]).Where(part => part.Length > 0));
}
