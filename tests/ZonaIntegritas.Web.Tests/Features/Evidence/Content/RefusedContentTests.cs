using System.Text;
using Xunit;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Content.Inspecting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

public sealed class RefusedContentTests
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, string, byte[], string> Bad => new()
    {
        { "page before the header", "a.pdf", [.. "<html><script>alert(1)</script>"u8, .. SmallFiles.Pdf], "evidence.content-differs" },
        { "ZIP before the header", "a.pdf", [.. SmallFiles.Zip("a.exe"), .. SmallFiles.Pdf], "evidence.content-differs" },
        { "script before the header", "a.pdf", [.. "#!/bin/sh\n"u8, .. SmallFiles.Pdf], "evidence.content-differs" },
        { "program before the header", "a.pdf", [.. "MZ\0"u8, .. SmallFiles.Pdf], "evidence.content-differs" },
        { "header too far down", "a.pdf", [.. Enumerable.Repeat((byte)' ', 1100), .. SmallFiles.Pdf], "evidence.content-differs" },
        { "ZIP behind its end", "a.pdf", [.. SmallFiles.Pdf, .. SmallFiles.Zip("a.exe")], "evidence.two-kinds" },
        { "large ZIP behind its end", "a.pdf", [.. SmallFiles.Pdf, .. Office.With("word/a", new byte[9000]), .. SmallFiles.Zip("a")], "evidence.two-kinds" },
        { "no header", "a.pdf", "obj endobj trailer startxref 0 %%EOF"u8.ToArray(), "evidence.content-differs" },
        { "65.535 pixels wide", "a.jpg", SmallFiles.JpegOf(65_535, 1), "evidence.too-many-pixels" },
        { "more than 100 megapixels", "a.jpg", SmallFiles.JpegOf(10_001, 10_000), "evidence.too-many-pixels" },
        { "no frame", "a.jpg", [0xFF, 0xD8, .. SmallFiles.Jpeg[^14..]], "evidence.damaged" },
        { "no height", "a.jpg", SmallFiles.JpegOf(10, 0), "evidence.damaged" },
        { "endless segments", "a.jpg", [0xFF, 0xD8, .. Enumerable.Repeat<byte[]>([0xFF, 0xE1, 0, 2], 6000).SelectMany(part => part), .. SmallFiles.Jpeg[2..]], "evidence.damaged" },
        { "bomb of 50.000 × 50.000", "a.png", Pixels.Png(50_000, 50_000), "evidence.too-many-pixels" },
        { "one pixel high and endless", "a.png", Pixels.Png(uint.MaxValue, 1), "evidence.too-many-pixels" },
        { "largest numbers", "a.png", Pixels.Png(uint.MaxValue, uint.MaxValue), "evidence.too-many-pixels" },
        { "no width", "a.png", Pixels.Png(0, 5), "evidence.damaged" },
        { "no IHDR", "a.png", [.. SmallFiles.Png[..8], .. SmallFiles.Png[33..]], "evidence.damaged" },
        { "bomb", "a.webp", Pixels.WebPExtended(16_777_216, 16_777_216), "evidence.too-many-pixels" },
        { "unknown chunk", "a.webp", [.. "RIFF"u8, 20, 0, 0, 0, .. "WEBPABCD"u8, .. new byte[20]], "evidence.damaged" },
        { "AVIF", "a.heic", [.. SmallFiles.Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1avif"u8]), .. SmallFiles.Box("meta", new byte[4])], "evidence.content-differs" },
        { "JPG", "a.heic", SmallFiles.Jpeg, "evidence.content-differs" },
        { "cut off", "a.heic", SmallFiles.Heic[..^3], "evidence.damaged" },
        { "no picture", "a.heic", SmallFiles.Heic[..24], "evidence.damaged" },
        { "photo", "a.mp4", SmallFiles.Heic, "evidence.content-differs" },
        { "QuickTime", "a.mp4", [.. SmallFiles.Box("ftyp", [.. "qt  "u8, 0, 0, 0, 0, .. "qt  "u8]), .. SmallFiles.Mp4[24..]], "evidence.quicktime" },
        { "cut off", "a.mp4", SmallFiles.Mp4[..^2], "evidence.damaged" },
        { "no moov", "a.mp4", SmallFiles.Mp4[..40], "evidence.damaged" },
        { "ZIP behind it", "a.mp4", [.. SmallFiles.Mp4, .. SmallFiles.Zip("a.exe")], "evidence.damaged" },
        { "box shorter than its head", "a.mp4", [.. SmallFiles.Mp4, 0, 0, 0, 4, .. "free"u8], "evidence.damaged" },
        { "endless long box", "a.mp4", [.. SmallFiles.Mp4, 0, 0, 0, 1, .. "mdat"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "evidence.damaged" },
        { "old Word", "a.docx", CompoundFile, "evidence.locked" },
        { "JPG with a DOCX behind it", "a.docx", [.. SmallFiles.Jpeg, .. SmallFiles.Docx], "evidence.content-differs" },
        { "two ZIPs in one", "a.docx", [.. SmallFiles.Zip("a.exe"), .. SmallFiles.Docx], "evidence.damaged" },
        { "something behind it", "a.docx", [.. SmallFiles.Docx, .. "<script>"u8], "evidence.damaged" },
        { "table", "a.docx", SmallFiles.Xlsx, "evidence.content-differs" },
        { "open document", "a.docx", SmallFiles.Odt, "evidence.content-differs" },
        { "macros", "a.docx", SmallFiles.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "evidence.macros" },
        { "macros in capitals", "a.xlsx", SmallFiles.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/VBAPROJECT.BIN"), "evidence.macros" },
        { "macro sheet of old Excel", "a.xlsx", SmallFiles.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "evidence.macros" },
        { "macros under another name", "a.docx", Office.With("word/x.bin", [.. CompoundFile, .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]), "evidence.macros" },
        { "macro kind", "a.docx", SmallFiles.ZipOf(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"u8.ToArray()), ("word/document.xml", [])), "evidence.macros" },
        { "macro kind in UTF-16", "a.docx", SmallFiles.ZipOf(("[Content_Types].xml", Encoding.Unicode.GetBytes("macroEnabled")), ("word/document.xml", [])), "evidence.macros" },
        { "ActiveX", "a.docx", SmallFiles.Zip("[Content_Types].xml", "word/document.xml", "word/activeX/activeX1.bin"), "evidence.macros" },
        { "program by name", "a.pptx", SmallFiles.Zip("[Content_Types].xml", "ppt/presentation.xml", "ppt/embeddings/a.exe"), "evidence.embedded" },
        { "program by content", "a.pptx", Office.With("ppt/media/image1.png", "MZ\u0090\0"u8.ToArray(), "ppt/presentation.xml"), "evidence.embedded" },
        { "packaged file", "a.docx", Office.With("word/embeddings/oleObject1.bin", [.. CompoundFile, .. Encoding.Unicode.GetBytes("\u0001Ole10Native")]), "evidence.embedded" },
        { "packaged file across pieces", "a.docx", Office.With("word/embeddings/oleObject1.bin", [.. CompoundFile, .. new byte[(128 * 1024) - 620], .. Encoding.Unicode.GetBytes("\u0001Ole10Native")]), "evidence.embedded" },
        { "macros of LibreOffice", "a.odt", SmallFiles.OpenDocument("application/vnd.oasis.opendocument.text", ("Basic/Standard/Module1.xml", [])), "evidence.macros" },
        { "locked by LibreOffice", "a.odt", SmallFiles.OpenDocument("application/vnd.oasis.opendocument.text", ("META-INF/manifest.xml", "<manifest:encryption-data/>"u8.ToArray())), "evidence.locked" },
        { "table", "a.odt", SmallFiles.Ods, "evidence.content-differs" },
        { "template", "a.ods", SmallFiles.OpenDocument("application/vnd.oasis.opendocument.spreadsheet-template"), "evidence.content-differs" },
        { "locked part", "a.docx", Office.Edit(SmallFiles.Docx, "word/document.xml", 8, [1, 0]), "evidence.locked" },
        { "unknown packing", "a.docx", Office.Edit(SmallFiles.Docx, "word/document.xml", 10, [9, 0]), "evidence.damaged" },
        { "two parts of one name", "a.docx", SmallFiles.Zip("[Content_Types].xml", "word/document.xml", "WORD/document.xml"), "evidence.damaged" },
        { "two parts in one place", "a.docx", Office.Edit(SmallFiles.Docx, "word/document.xml", 42, [0, 0, 0, 0]), "evidence.damaged" },
        { "part beyond the end", "a.docx", Office.Edit(SmallFiles.Docx, "word/document.xml", 42, [0xF0, 0xFF, 0xFF, 0x7F]), "evidence.damaged" },
        { "page", "a.txt", "  \n<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), "evidence.markup" },
        { "SVG", "a.txt", "<svg onload=alert(1)>"u8.ToArray(), "evidence.markup" },
        { "XML with a mark before it", "a.csv", [.. Encoding.UTF8.Preamble, .. "<?xml version='1.0'?>"u8], "evidence.markup" },
        { "PHP", "a.txt", "<?php system($_GET['x']);"u8.ToArray(), "evidence.markup" },
        { "script", "a.txt", "#!/bin/sh\nrm -rf /"u8.ToArray(), "evidence.markup" },
        { "PDF", "a.txt", SmallFiles.Pdf, "evidence.content-differs" },
        { "RTF", "a.txt", "{\\rtf1}"u8.ToArray(), "evidence.content-differs" },
        { "zeros", "a.txt", "abc\0def"u8.ToArray(), "evidence.content-differs" },
        { "zero far down", "a.csv", [.. Enumerable.Repeat((byte)'a', 400_000), 0], "evidence.content-differs" },
        { "neither UTF-8 nor Windows", "a.txt", [.. "abc"u8, 0xE9, 0x81], "evidence.content-differs" },
        { "table of Excel", "a.csv", SmallFiles.Xlsx, "evidence.content-differs" },
        { "UTF-16", "a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Rapat")], "evidence.utf16" },
        { "UTF-16 the other way", "a.csv", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Rapat")], "evidence.utf16" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_not_what_it_says_or_may_hurt_is_refused_with_the_way_out(string what, string name, byte[] content, string problem)
    {
        var result = Inspect(content, name);

        Assert.True(problem == result.Problem?.Code, $"{name}, {what}: {result.Problem}");
        Assert.Matches("(unggah|periksa)", result.Problem!.Message);
    }

    [Fact]
    public void A_picture_that_is_too_large_is_told_its_size() =>
        Assert.Equal(
            "Gambar ini 50.000 × 50.000 piksel; batasnya 100 juta piksel dan 30.000 piksel per sisi. Perkecil gambarnya, lalu unggah lagi.",
            Inspect(Pixels.Png(50_000, 50_000), "a.png").Problem!.Message);

    [Theory]
    [InlineData("sk.doc", "Simpan Sebagai DOCX")]
    [InlineData("REKAP.XLS", "Simpan Sebagai XLSX")]
    [InlineData("rekap.xlsm", "makro")]
    [InlineData("paparan.ppt", "PPTX")]
    [InlineData("bukti.zip", "Ekstrak dahulu")]
    [InlineData("bukti.rar", "Ekstrak dahulu")]
    [InlineData("laman.html", "Cetak halamannya ke PDF")]
    [InlineData("logo.svg", "Cetak halamannya ke PDF")]
    [InlineData("a.exe", "Program dan skrip tidak diterima")]
    [InlineData("sk.pdf.exe", "Program dan skrip tidak diterima")]
    [InlineData("notulen.gdoc", "bagikan sebagai tautan")]
    [InlineData("rapat.mov", "Ubah videonya ke MP4")]
    [InlineData("pindaian.tiff", "JPG atau PNG")]
    [InlineData("berkas.xyz", "Unggah PDF, JPG")]
    [InlineData("berkas", "Unggah PDF, JPG")]
    public void Each_refused_ending_says_what_to_do_instead(string name, string advice)
    {
        var problem = Web.Features.Evidence.EvidenceProblems.KindRefused(name);

        Assert.Equal("evidence.kind-refused", problem.Code);
        Assert.StartsWith($"Jenis berkas \"{name}\" tidak diterima. ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
    }
}
