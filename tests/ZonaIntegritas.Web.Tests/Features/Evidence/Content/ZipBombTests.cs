using System.Diagnostics;
using System.IO.Compression;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Content;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Content.Inspecting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

/// <summary>Tables that would take all memory of whoever opens them.</summary>
public sealed class ZipBombTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void A_part_that_unpacks_a_thousand_times_is_refused() =>
        Assert.Equal("evidence.unpacks-too-large", Inspect(Bomb(200 * Megabyte), "a.xlsx").Problem?.Code);

    [Fact]
    public void A_part_that_hides_its_length_is_found_out_before_it_has_unpacked()
    {
        var lying = Office.Edit(Bomb(200 * Megabyte), "xl/sheet1.xml", 24, [1, 0, 0, 0]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("evidence.unpacks-too-large", Inspect(lying, "a.xlsx").Problem?.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Megabyte);
    }

    [Fact]
    public void A_part_that_announces_more_than_it_gives_is_damaged()
    {
        var lying = Office.Edit(SmallFiles.ZipOf(("[Content_Types].xml", []), ("xl/workbook.xml", new byte[5000])), "xl/workbook.xml", 24, [0, 0x20, 0, 0]);

        Assert.Equal("evidence.damaged", Inspect(lying, "a.xlsx").Problem?.Code);
    }

    [Theory]
    // 4 billion parts, a directory of 4 GB, and one that lies beyond the end.
    [InlineData(uint.MaxValue, null, null, "evidence.unpacks-too-large")]
    [InlineData(ulong.MaxValue, null, null, "evidence.unpacks-too-large")]
    [InlineData(null, uint.MaxValue, null, "evidence.unpacks-too-large")]
    [InlineData(null, null, ulong.MaxValue, "evidence.damaged")]
    [InlineData(null, null, long.MaxValue, "evidence.damaged")]
    public void An_end_with_absurd_numbers_is_refused_without_reading_on(object? count, object? length, object? offset, string problem)
    {
        var zip = Zip64.Rewrite(SmallFiles.Xlsx, Number(count), Number(length), Number(offset));

        Assert.Equal(problem, Inspect(zip, "a.xlsx").Problem?.Code);
        static ulong? Number(object? value) => value is null ? null : Convert.ToUInt64(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Too_many_parts_are_refused() => Assert.Equal(
        "evidence.unpacks-too-large",
        Inspect(SmallFiles.Zip(["[Content_Types].xml", "xl/workbook.xml", .. Enumerable.Range(0, 10_000).Select(i => $"xl/{i}")]), "a.xlsx").Problem?.Code);

    [Fact]
    public void A_presentation_of_250_MB_is_looked_at_in_little_memory_and_time()
    {
        var file = Path.GetTempFileName();
        try
        {
            WritePresentation(file, 250);
            using var content = File.OpenRead(file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();

            Assert.Null(EvidenceInspection.Inspect(content, EvidenceType.Pptx).Problem);

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * Megabyte);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Bomb(int bytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            zip.CreateEntry("xl/workbook.xml");
            using var part = zip.CreateEntry("xl/sheet1.xml", CompressionLevel.Optimal).Open();
            for (var written = 0; written < bytes; written += Megabyte)
            {
                part.Write(new byte[Megabyte]);
            }
        }

        return file.ToArray();
    }

    private static void WritePresentation(string file, int megabytes)
    {
        var (picture, random) = (new byte[Megabyte], new Random(1));
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        zip.CreateEntry("[Content_Types].xml");
        zip.CreateEntry("ppt/presentation.xml");
        for (var number = 0; number < megabytes; number++)
        {
            random.NextBytes(picture);
            using var part = zip.CreateEntry($"ppt/media/image{number}.jpeg", number % 2 == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
            part.Write(picture);
        }
    }
}
