using System.Buffers;
using System.Globalization;
using System.Text;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>
/// Lines of the trail as CSV. With a byte order mark, so that spreadsheets read the letters right; no cell can become a
/// formula in them.
/// </summary>
public static class TrailCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(Stream output, TrailExport export, CancellationToken ct)
    {
        await using var writer = new StreamWriter(output, WithMark, leaveOpen: true);
        await writer.WriteAsync(Line([
            "Waktu", "Zona", "Siapa", "Peran", "Unit", "Tahun", "Soal", "Tindakan", "Perihal", "Sebelum", "Sesudah", "Catatan",
            .. (string[])(export.ShowsOrigin ? ["Alamat"] : [])]).AsMemory(), ct);
        await foreach (var batch in export.Batches.WithCancellation(ct))
        {
            foreach (var row in batch)
            {
                await writer.WriteAsync(Line(Cells(row, export.ShowsOrigin)).AsMemory(), ct);
            }

            // Sent as it is read: the whole trail never lies in memory.
            await writer.FlushAsync(ct);
        }
    }

    /// <summary>Text that begins like a formula is made text by an apostrophe, then quoted where it must be.</summary>
    public static string Cell(string? text)
    {
        text ??= "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static IEnumerable<string?> Cells(TrailRow row, bool showsOrigin) =>
    [
        row.At.ToOffset(row.Zone.Offset()).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.Zone.ToString(), row.Who ?? "Sistem", row.Role, row.Unit,
        row.Year?.ToString(CultureInfo.InvariantCulture), row.Question, row.What, row.Subject, row.Before, row.After, TrailWords.NoteOf(row),
        .. (string?[])(showsOrigin ? [row.Origin] : []),
    ];

    private static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";
}
