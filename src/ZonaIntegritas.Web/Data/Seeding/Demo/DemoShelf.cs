using System.Globalization;
using System.Text;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>The bytes of the demo's evidence, received but not kept until everything else has succeeded.</summary>
public sealed class DemoShelf(FileStore store, int newestYear) : IDisposable
{
    private readonly Dictionary<(string File, int? Year), NewContent> _contents = [];
    private readonly List<ReceivedFile> _received = [];

    public async Task ReceiveAsync(IReadOnlyList<DemoEvidence> plan, long maxBytes, CancellationToken ct)
    {
        foreach (var item in plan)
        {
            foreach (var file in ((string?[])[item.Earlier, item.File]).OfType<string>())
            {
                foreach (var year in item.Sheets.Select(place => EditionOf(item, newestYear - place.YearsAgo)).Distinct())
                {
                    await ReceiveAsync(item, file, year, maxBytes, ct);
                }
            }
        }
    }

    /// <summary>A file as this year's sheets have it.</summary>
    public NewContent Content(DemoEvidence item, string file, int year) => _contents[(file, EditionOf(item, year))];

    public void Keep() => _received.ForEach(store.Keep);

    public void Dispose() => _received.ForEach(received => received.Dispose());

    /// <summary>A document that names its year is another one each year; others are handed in again as they are.</summary>
    private static int? EditionOf(DemoEvidence item, int year) =>
        item.Name.Contains("{tahun}", StringComparison.Ordinal) && item.File?.EndsWith(".pdf", StringComparison.Ordinal) == true ? year : null;

    private async Task ReceiveAsync(DemoEvidence item, string file, int? year, long maxBytes, CancellationToken ct)
    {
        if (_contents.ContainsKey((file, year)))
        {
            return;
        }

        var bytes = await File.ReadAllBytesAsync(Path.Combine(DemoFiles.Folder, "evidence", file), ct);
        using var content = new MemoryStream(year is { } edition ? [.. bytes, .. Trailer(bytes, edition)] : bytes);
        var received = await store.ReceiveAsync(content, maxBytes, ct);
        _received.Add(received);
        var inspected = EvidenceIntake.Inspect(received, Path.ChangeExtension("x", Path.GetExtension(item.Name)));
        _contents.Add((file, year), inspected.Succeeded ? inspected.Value : throw new InvalidDataException($"{file}: {inspected.Problem!.Message}"));
    }

    /// <summary>A comment that makes the bytes this year's, then the file's own end once more, as PDF readers want it.</summary>
    private static byte[] Trailer(byte[] pdf, int year)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var end = text[text.LastIndexOf("startxref", StringComparison.Ordinal)..].TrimEnd();
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n% LKE {year}\n{end}\n"));
    }
}
