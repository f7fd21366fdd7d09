using Xunit;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

public sealed class EvidenceNameTests
{
    [Theory]
    [InlineData("SK Tim ZI (final) 2026.pdf", "SK Tim ZI (final) 2026.pdf")]
    [InlineData("../../x.pdf", "x.pdf")]
    [InlineData("..\\..\\x.pdf", "x.pdf")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("C:\\Users\\sri\\x.pdf", "x.pdf")]
    [InlineData("C:x.pdf", "Cx.pdf")]
    [InlineData("CON.pdf", "CON.pdf")] // a name only: the file on disk is named by its hash
    [InlineData("bukti \U0001F4C4.pdf", "bukti \U0001F4C4.pdf")]
    [InlineData("invoice\u202Efdp.exe.pdf", "invoicefdp.exe.pdf")]
    [InlineData("a\u200B\u2066b.pdf", "ab.pdf")]
    [InlineData("a\"b\r\nSet-Cookie: x=1.pdf", "abSet-Cookie x=1.pdf")]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf")]
    [InlineData("  spasi .pdf  ", "spasi .pdf")]
    [InlineData("titik.pdf...", "titik.pdf")]
    [InlineData("..", "")]
    [InlineData("...", "")]
    [InlineData("folder/", "")]
    [InlineData("\u202E", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_is_reduced_to_what_is_safe_to_show_and_to_offer(string? sent, string kept) =>
        Assert.Equal(kept, EvidenceName.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        // 200 letters at most: 196 + ".pdf".
        Assert.Equal(new string('n', 196) + ".pdf", EvidenceName.Clean(new string('n', 300) + ".pdf"));
    }

    [Fact]
    public void Shortening_never_cuts_a_letter_in_half()
    {
        // 195 letters, then emoji of 2 units each: the one at 196 and 197 would be cut.
        var name = EvidenceName.Clean(new string('n', 195) + string.Concat(Enumerable.Repeat("\U0001F4C4", 50)) + ".pdf");

        Assert.Equal(new string('n', 195) + ".pdf", name);
    }

    [Fact]
    public void An_absurd_ending_is_no_ending() =>
        Assert.Equal(200, EvidenceName.Clean("a." + new string('x', 300)).Length);

    [Fact]
    public void Half_a_letter_does_not_break_anything() =>
        Assert.EndsWith(".pdf", EvidenceName.Clean("a\uD800b.pdf"), StringComparison.Ordinal);

    [Theory]
    [InlineData("../../x.pdf", "x.pdf")]
    [InlineData("CON.pdf", "CON.pdf")]
    [InlineData("bukti \U0001F4C4.pdf", "bukti \U0001F4C4.pdf")]
    [InlineData("a\"b\r\nc.pdf", "abc.pdf")]
    public async Task Odd_names_are_stored_as_names_and_never_as_paths(string sent, string stored)
    {
        using var scene = await Scene.CreateAsync();

        Assert.Equal(stored, (await scene.UploadAsync(SmallFiles.Pdf, sent)).Value.Version.Name);

        var file = Assert.Single(scene.StoredFiles());
        Assert.StartsWith(scene.Database.Storage.Value.EvidenceFolder, file, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(file));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("folder/")]
    [InlineData("\u202E")]
    public async Task A_name_of_which_nothing_is_left_is_refused(string? sent)
    {
        using var scene = await Scene.CreateAsync();

        Assert.Equal(EvidenceProblems.NameMissing, (await scene.UploadAsync(SmallFiles.Pdf, sent)).Problem);
        Assert.Empty(scene.StoredFiles());
    }
}
