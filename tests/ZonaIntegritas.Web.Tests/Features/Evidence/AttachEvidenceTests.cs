using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

public sealed class AttachEvidenceTests
{
    [Fact]
    public async Task A_file_is_kept_by_its_hash_and_put_forward_for_the_question()
    {
        using var scene = await Scene.CreateAsync();

        var row = await scene.AddEvidenceAsync("SK Tim ZI.pdf");

        var hash = Convert.ToHexStringLower(SHA256.HashData(SmallFiles.Pdf));
        Assert.Equal(
            (Scene.YesNo, "SK Tim ZI", "SK Tim ZI.pdf", EvidenceType.Pdf, (long)SmallFiles.Pdf.Length, "Sri Wahyuni", scene.Database.Clock.GetUtcNow()),
            (row.QuestionCode, row.Name, row.FileName, row.Type, row.Size, row.By, row.At));
        Assert.Equal([Path.Combine(scene.Database.Storage.Value.EvidenceFolder, hash[..2], hash)], scene.StoredFiles());
        Assert.Equal(SmallFiles.Pdf, await File.ReadAllBytesAsync(scene.StoredFiles().Single()));
        await using var db = scene.Database.CreateDbContext();
        var version = await db.EvidenceVersions.SingleAsync();
        Assert.Equal((scene.Unit.Id, 1, hash, scene.Coordinator.Id), (version.UnitId, version.Number, version.Sha256, version.AddedBy));
    }

    public static TheoryData<string, byte[]> Accepted => new()
    {
        { "a.pdf", SmallFiles.Pdf },
        { "a.PDF", SmallFiles.Pdf },
        { "a.jpg", SmallFiles.Jpeg },
        { "a.JPEG", SmallFiles.Jpeg },
        { "a.png", SmallFiles.Png },
        { "a.webp", SmallFiles.WebP },
        { "a.docx", SmallFiles.Docx },
        { "a.xlsx", SmallFiles.Xlsx },
        { "a.pptx", SmallFiles.Pptx },
        { "a.heic", SmallFiles.Heic },
        { "a.odt", SmallFiles.Odt },
        { "a.ods", SmallFiles.Ods },
        { "a.mp4", SmallFiles.Mp4 },
        { "a.txt", SmallFiles.Text },
        { "a.csv", SmallFiles.Csv },
        // Cameras append data after the end marker.
        { "foto.jpg", [.. SmallFiles.Jpeg, .. new byte[1000]] },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Every_kind_that_is_promised_is_accepted(string name, byte[] content)
    {
        using var scene = await Scene.CreateAsync();

        Assert.Null((await scene.UploadAsync(content, name)).Problem);
        Assert.Single(scene.StoredFiles());
    }

    public static TheoryData<string, string, byte[], string> Refused => new()
    {
        { "0 bytes", "a.pdf", [], "evidence.empty" },
        { "no extension", "berkas", SmallFiles.Pdf, "evidence.kind-refused" },
        { "program", "a.exe", "MZ"u8.ToArray(), "evidence.kind-refused" },
        { "two extensions", "a.pdf.exe", SmallFiles.Pdf, "evidence.kind-refused" },
        { "SVG", "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "evidence.kind-refused" },
        { "HTML", "a.html", "<script>alert(1)</script>"u8.ToArray(), "evidence.kind-refused" },
        { "archive", "a.zip", SmallFiles.Docx, "evidence.kind-refused" },
        { "old Word file", "a.doc", SmallFiles.Docx, "evidence.kind-refused" },
        { "Word file with macros", "a.docm", SmallFiles.Docx, "evidence.kind-refused" },
        { "SVG named PNG", "a.png", "<svg xmlns='http://www.w3.org/2000/svg'></svg>"u8.ToArray(), "evidence.content-differs" },
        { "HTML named PDF", "a.pdf", "<html>%PDF-1.7 %%EOF</html>"u8.ToArray(), "evidence.content-differs" },
        { "PDF named JPG", "a.jpg", SmallFiles.Pdf, "evidence.content-differs" },
        { "JPG named PDF", "a.pdf", SmallFiles.Jpeg, "evidence.content-differs" },
        { "PDF named DOCX", "a.docx", SmallFiles.Pdf, "evidence.content-differs" },
        { "RIFF that is sound", "a.webp", [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8], "evidence.content-differs" },
        { "one byte", "a.png", [0x89], "evidence.content-differs" },
        { "JPG cut off", "a.jpg", SmallFiles.Jpeg[..^2], "evidence.damaged" },
        { "PNG cut off", "a.png", SmallFiles.Png[..^8], "evidence.damaged" },
        { "WebP cut off", "a.webp", SmallFiles.WebP[..^1], "evidence.damaged" },
        { "DOCX cut off", "a.docx", SmallFiles.Docx[..^30], "evidence.damaged" },
        { "PK and nothing more", "a.docx", "PK"u8.ToArray(), "evidence.content-differs" },
        { "ZIP that is no DOCX", "a.docx", SmallFiles.Zip("rahasia.exe"), "evidence.content-differs" },
        { "DOCX named XLSX", "a.xlsx", SmallFiles.Docx, "evidence.content-differs" },
        { "DOCX without types", "a.docx", SmallFiles.Zip("word/document.xml"), "evidence.content-differs" },
        { "too many entries", "a.docx", SmallFiles.Zip(["[Content_Types].xml", "word/document.xml", .. Enumerable.Range(0, 9_999).Select(i => $"word/{i}")]), "evidence.unpacks-too-large" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_what_it_should_be_leaves_nothing_behind(string what, string name, byte[] content, string problem)
    {
        using var scene = await Scene.CreateAsync();

        var result = await scene.UploadAsync(content, name);

        Assert.True(problem == result.Problem?.Code, $"{what}: {result.Problem}");
        await NothingIsLeftAsync(scene);
    }

    [Fact]
    public async Task Bytes_that_are_not_announced_are_counted_and_checked_all_the_same()
    {
        using var scene = await Scene.CreateAsync();

        var empty = await scene.UploadAsync(Stream.Null, "a.pdf", null);
        var lied = await scene.UploadAsync(new MemoryStream(SmallFiles.Pdf), "a.pdf", 999);

        Assert.Equal("evidence.empty", empty.Problem?.Code);
        Assert.Equal(SmallFiles.Pdf.Length, lied.Value.Version.Size);
    }

    // The limit is 1 MB = 1.048.576 bytes here.
    [Theory]
    [InlineData(1_048_576, true, null)]
    [InlineData(1_048_577, true, "evidence.too-large")]
    [InlineData(1_048_577, false, "evidence.too-large")]
    [InlineData(500_000_000, true, "evidence.too-large")]
    public async Task A_file_over_the_limit_is_refused_by_what_it_announces_or_by_what_comes(long bytes, bool announced, string? problem)
    {
        using var scene = await Scene.CreateAsync();
        scene.Database.Storage.Value.MaxFileMegabytes = 1;
        await using var content = new GeneratedPdf(bytes);

        var result = await scene.UploadAsync(content, "a.pdf", announced ? bytes : null);

        Assert.Equal(problem, result.Problem?.Code);
        if (problem is not null)
        {
            // Announced: not one byte is read. Not announced: no more than the limit and a buffer.
            Assert.InRange(content.BytesRead, 0, announced ? 0 : 1_048_576 + (256 * 1024));
            Assert.Contains("melebihi batas 1 MB", result.Problem!.Message, StringComparison.Ordinal);
            await NothingIsLeftAsync(scene);
        }
    }

    [Fact]
    public async Task Whoever_may_not_upload_is_told_before_a_byte_is_read()
    {
        using var scene = await Scene.CreateAsync();
        await using var content = new GeneratedPdf(300_000);

        await Assert.ThrowsAsync<Web.Identity.ForbiddenException>(() =>
            scene.UploadAsync(content, "a.pdf", 300_000, who: TestDatabase.SignIn(scene.Evaluator)));

        Assert.Equal(0, content.BytesRead);
    }

    [Fact]
    public async Task The_same_bytes_sent_for_many_questions_at_once_are_one_item_put_forward_many_times()
    {
        using var scene = await Scene.CreateAsync();
        string[] codes = [Scene.YesNo, Scene.Abc, "A.I.1.ii.a", "A.I.1.ii.b", "A.I.1.ii.c", "A.I.1.iii.a", "A.I.1.iii.b", "A.I.1.iii.c"];

        var rows = await Task.WhenAll(codes.Select(code => Task.Run(() => scene.UploadAsync(SmallFiles.Pdf, $"{code}.pdf", code))));

        Assert.All(rows, row => Assert.Null(row.Problem));
        Assert.Single(scene.StoredFiles());
        Assert.Single(rows.Select(row => row.Value.Item.Id).Distinct());
        Assert.Equal(codes, (await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default)).Select(file => file.QuestionCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_line_that_breaks_half_way_leaves_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await using var content = new GeneratedPdf(3_000_000, async read =>
        {
            await Task.Yield();
            if (read > 1_000_000)
            {
                throw new IOException("The client reset the request stream.");
            }
        });

        await Assert.ThrowsAsync<IOException>(() =>
            scene.UploadAsync(content, "a.pdf", 3_000_000));

        await NothingIsLeftAsync(scene);
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_nothing()
    {
        using var scene = await Scene.CreateAsync();
        using var cancel = new CancellationTokenSource();
        await using var content = new GeneratedPdf(3_000_000, read => read > 1_000_000 ? cancel.CancelAsync() : Task.CompletedTask);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scene.UploadAsync(content, "a.pdf", 3_000_000, ct: cancel.Token));

        await NothingIsLeftAsync(scene);
    }

    [Fact]
    public async Task A_sheet_submitted_while_the_file_was_coming_in_refuses_it()
    {
        using var scene = await Scene.CreateAsync();
        await using var content = new GeneratedPdf(300_000, read =>
            read == 0 ? scene.Database.SubmitAsync(scene.Sheet, scene.Coordinator) : Task.CompletedTask);

        var result = await scene.UploadAsync(content, "a.pdf", 300_000);

        Assert.Equal("assessment.not-open-for-unit", result.Problem?.Code);
        await NothingIsLeftAsync(scene);
    }

    [Fact]
    public async Task An_account_closed_while_the_file_was_coming_in_refuses_it()
    {
        using var scene = await Scene.CreateAsync();
        await using var content = new GeneratedPdf(300_000, read => read == 0 ? scene.Database.CloseAccountAsync(scene.Coordinator) : Task.CompletedTask);

        await Assert.ThrowsAsync<Web.Identity.ForbiddenException>(() =>
            scene.UploadAsync(content, "a.pdf", 300_000));

        await NothingIsLeftAsync(scene);
    }

    private static async Task NothingIsLeftAsync(Scene scene)
    {
        Assert.Empty(scene.StoredFiles());
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(
            (0, 0, 0, 0),
            (await db.EvidenceItems.CountAsync(), await db.EvidenceVersions.CountAsync(), await db.EvidenceContents.CountAsync(), await db.EvidenceLinks.CountAsync()));
    }
}
