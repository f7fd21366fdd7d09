using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class LinkAddressTests
{
    [Theory]
    [InlineData("https://drive.google.com/file/d/1a/view?usp=sharing", "https://drive.google.com/file/d/1a/view?usp=sharing")]
    [InlineData("  https://dpmptsp.contoh.go.id/sop  ", "https://dpmptsp.contoh.go.id/sop")]
    [InlineData("dpmptsp.contoh.go.id/sop", "https://dpmptsp.contoh.go.id/sop")]
    [InlineData("HTTPS://DPMPTSP.contoh.go.id", "https://dpmptsp.contoh.go.id/")]
    [InlineData("https://contoh.go.id:8443/a", "https://contoh.go.id:8443/a")]
    [InlineData("https://docs.google.com/spreadsheets/d/1#gid=3", "https://docs.google.com/spreadsheets/d/1#gid=3")]
    // Cyrillic "о": written out, so that it cannot pass for the site it imitates.
    [InlineData("https://g\u043E\u043Egle.com/", "https://xn--ggle-55da.com/")]
    public void An_address_is_read_as_people_paste_it(string typed, string kept) => Assert.Equal(kept, LinkAddress.Read(typed).Value.AbsoluteUri);

    [Theory]
    [InlineData("", "link.missing")]
    [InlineData("   ", "link.missing")]
    [InlineData("bukan alamat", "link.unreadable")]
    [InlineData("https://", "link.unreadable")]
    [InlineData("https://contoh.go.id/a b", "link.unreadable")]
    [InlineData("https://contoh.go.id/\u0000", "link.unreadable")]
    [InlineData("javascript:alert(1)", "link.unreadable")]
    [InlineData("http://contoh.go.id", "link.not-secure")]
    [InlineData("ftp://contoh.go.id/a", "link.not-web")]
    [InlineData("javascript://contoh.go.id/%0aalert(1)", "link.not-web")]
    [InlineData("file:///etc/passwd", "link.not-web")]
    [InlineData("https://admin:rahasia@contoh.go.id/", "link.with-password")]
    [InlineData("https://google.com@contoh.go.id/", "link.with-password")]
    [InlineData("https://localhost/", "link.inside")]
    [InlineData("https://LOCALHOST./", "link.inside")]
    [InlineData("https://intranet/", "link.inside")]
    [InlineData("https://arsip.local/", "link.inside")]
    [InlineData("https://arsip.internal/", "link.inside")]
    [InlineData("https://nas.home.arpa/", "link.inside")]
    [InlineData("https://127.0.0.1/", "link.inside")]
    [InlineData("https://10.1.2.3/", "link.inside")]
    [InlineData("https://0x7f.1/", "link.inside")]
    [InlineData("https://2130706433/", "link.inside")]
    [InlineData("https://169.254.169.254/latest/meta-data", "link.inside")]
    [InlineData("https://[::1]/", "link.inside")]
    [InlineData("https://[::ffff:10.0.0.1]/", "link.inside")]
    [InlineData("https://contoh.go.id:22/", "link.odd-port")]
    [InlineData("https://contoh.go.id:8080/", "link.odd-port")]
    public void What_an_evaluator_could_not_open_is_refused_with_its_reason(string typed, string code)
    {
        var read = LinkAddress.Read(typed);

        Assert.True(code == read.Problem?.Code, $"{typed}: {read.Problem}");
        Assert.EndsWith(".", read.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_has_its_limit()
    {
        var room = EvidenceVersion.UrlMaxLength - "https://contoh.go.id/".Length;

        Assert.True(LinkAddress.Read("https://contoh.go.id/" + new string('a', room)).Succeeded);
        Assert.Equal("link.too-long", LinkAddress.Read("https://contoh.go.id/" + new string('a', room + 1)).Problem?.Code);
        // Grows when it is written out.
        Assert.Equal("link.too-long", LinkAddress.Read("https://contoh.go.id/" + new string('ñ', 800)).Problem?.Code);
    }

    [Theory]
    [InlineData("https://www.contoh.go.id/", "contoh.go.id")]
    [InlineData("https://drive.google.com/file/d/1a/view?usp=sharing", "drive.google.com/file/d/1a/view")]
    public void Its_title_is_what_fits_on_a_line(string address, string title) => Assert.Equal(title, LinkAddress.TitleOf(new(address)));
}
