using System.IO.Compression;
using System.Text;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Content.Inspecting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

public sealed class AcceptedContentTests
{
    public static TheoryData<string, string, byte[]> Good => new()
    {
        { "smallest", "a.pdf", SmallFiles.Pdf },
        { "table in a stream", "a.pdf", Fixture("plain-xref-stream.pdf") },
        { "made for the web", "a.pdf", Fixture("plain-linearized.pdf") },
        { "lines of a printer before it", "a.pdf", [.. "\e%-12345X@PJL SET COPIES=1\r\n"u8, .. SmallFiles.Pdf] },
        { "byte order mark before it", "a.pdf", [0xEF, 0xBB, 0xBF, .. SmallFiles.Pdf] },
        { "empty lines behind it", "a.pdf", [.. SmallFiles.Pdf, .. "\r\n\r\n"u8] },
        { "smallest", "a.jpg", SmallFiles.Jpeg },
        { "film of a telephone behind it", "a.jpg", [.. SmallFiles.Jpeg, .. SmallFiles.Mp4, .. new byte[100_000]] },
        { "filling between segments", "a.jpeg", [0xFF, 0xD8, 0xFF, .. SmallFiles.Jpeg[2..]] },
        { "largest side", "a.jpg", SmallFiles.JpegOf(30_000, 3_333) },
        { "smallest", "a.png", SmallFiles.Png },
        { "100 megapixels", "a.png", Pixels.Png(10_000, 10_000) },
        { "without loss", "a.webp", SmallFiles.WebP },
        { "with loss", "a.webp", Pixels.WebPWithLoss(640, 480) },
        { "extended", "a.webp", Pixels.WebPExtended(640, 480) },
        { "photo", "a.heic", SmallFiles.Heic },
        { "main brand mif1", "a.heic", [.. SmallFiles.Box("ftyp", [.. "mif1"u8, 0, 0, 0, 0, .. "mif1heic"u8]), .. SmallFiles.Box("meta", new byte[4])] },
        { "moov at the end", "a.mp4", SmallFiles.Mp4 },
        { "moov at the beginning", "a.mp4", [.. SmallFiles.Mp4[..24], .. SmallFiles.Box("moov", new byte[4]), .. SmallFiles.Box("mdat", new byte[9])] },
        { "long box", "a.mp4", [.. SmallFiles.Mp4, 0, 0, 0, 1, .. "mdat"u8, 0, 0, 0, 0, 0, 0, 0, 20, 1, 2, 3, 4] },
        { "last box open", "a.mp4", [.. SmallFiles.Mp4, 0, 0, 0, 0, .. "mdat"u8, 1, 2, 3] },
        { "empty parts", "a.docx", SmallFiles.Docx },
        { "table inside a document, for its chart", "a.docx", SmallFiles.Zip("[Content_Types].xml", "word/document.xml", "word/embeddings/Microsoft_Excel_Sheet1.xlsx") },
        { "formula of an old editor", "a.docx", Office.With("word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("Equation Native")]) },
        { "names with backslashes", "a.xlsx", SmallFiles.Zip("[Content_Types].xml", @"xl\workbook.xml") },
        { "text packed 40 times", "a.xlsx", Office.With("xl/sheet1.xml", Office.Repeated("<c><v>0</v></c>", 3_000_000), "xl/workbook.xml") },
        { "slides", "a.pptx", SmallFiles.Pptx },
        { "open document", "a.odt", SmallFiles.Odt },
        { "open table", "a.ods", SmallFiles.Ods },
        { "text", "a.txt", SmallFiles.Text },
        { "text with a mark", "a.txt", [.. Encoding.UTF8.Preamble, .. "Hadir – 12"u8] },
        { "text of an old Windows", "a.txt", [.. "Rapat "u8, 0x96, .. " caf"u8, 0xE9] },
        { "a comparison further down", "a.txt", "Nilai < 60 tidak lulus, <br> bukan apa-apa"u8.ToArray() },
        { "a letter cut by the border of a piece", "a.txt", [.. Enumerable.Repeat((byte)'a', (128 * 1024) - 1), .. "é"u8] },
        { "table", "a.csv", SmallFiles.Csv },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_sound_file_is_accepted_without_a_warning(string what, string name, byte[] content)
    {
        var result = Inspect(content, name);

        Assert.True(result.Succeeded, $"{name}, {what}: {result.Problem}");
        Assert.Equal(ContentWarning.None, result.Value);
    }

    [Theory]
    [InlineData("locked-rc4-40.pdf")]
    [InlineData("locked-rc4-128.pdf")]
    [InlineData("locked-aes-128.pdf")]
    [InlineData("locked-aes-256.pdf")]
    [InlineData("locked-xref-stream.pdf")]
    [InlineData("locked-linearized.pdf")]
    [InlineData("locked-linearized-xref-stream.pdf")]
    // Opens without a password, but is encrypted all the same.
    [InlineData("restricted.pdf")]
    public void A_locked_PDF_is_accepted_with_a_warning(string name) =>
        Assert.Equal(ContentWarning.PasswordProtected, Inspect(Fixture(name), "a.pdf").Value);

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "cut off", SmallFiles.Pdf[..^8] },
        { "cut in the middle", SmallFiles.Pdf[..150] },
        { "header only", "%PDF-1.4"u8.ToArray() },
        { "no place of its table", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n%%EOF\n"u8.ToArray() },
        { "table beyond the end", "%PDF-1.7\nstartxref\n99999999999\n%%EOF\n"u8.ToArray() },
        { "negative place", "%PDF-1.7\nstartxref\n-5\n%%EOF\n"u8.ToArray() },
        { "place that is no number", "%PDF-1.7\nstartxref\n99999999999999999999999\n%%EOF\n"u8.ToArray() },
        { "place of something else", "%PDF-1.7\nstartxref\n2\n%%EOF\n"u8.ToArray() },
        { "table without a trailer", "%PDF-1.7\nxref\n0 0\nstartxref\n9\n%%EOF\n"u8.ToArray() },
        { "a lot behind its end", [.. SmallFiles.Pdf, .. new byte[5000]] },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_PDF_is_accepted_with_a_warning(string what, byte[] content)
    {
        var result = Inspect(content, "a.pdf");

        Assert.True(result.Succeeded, $"{what}: {result.Problem}");
        Assert.Equal(ContentWarning.Damaged, result.Value);
    }

    [Fact]
    public void A_ZIP64_file_is_read()
    {
        using var bytes = new MemoryStream();
        // A stream that cannot seek makes the writer use large fields and descriptors.
        using (var zip = new ZipArchive(new OneWay(bytes), ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["[Content_Types].xml", "xl/workbook.xml"])
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write("<a/>"u8);
            }
        }

        Assert.Null(Inspect(bytes.ToArray(), "a.xlsx").Problem);
        Assert.Null(Inspect(Zip64.Rewrite(SmallFiles.Xlsx), "a.xlsx").Problem);
    }

    [Fact]
    public async Task The_warning_stands_on_the_version_that_evaluators_see()
    {
        using var scene = await Scene.CreateAsync();

        var row = await scene.AddEvidenceAsync("sk.pdf", content: Fixture("locked-aes-256.pdf"));

        Assert.Equal(ContentWarning.PasswordProtected, row.Warning);
    }

    private sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
