using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class TextWrapperTests
{
    private static readonly TextStyle Style = TextStyle.Body;

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(75)]
    [InlineData(200)]
    public void Lines_fit_their_width_and_together_hold_every_letter(float width)
    {
        const string text = "Penyelenggaraan  pemerintahan yang akuntabel https://contoh.go.id/berkas/panjang-sekali?id=1 selesai ";

        var lines = TextWrapper.Wrap(text, Style, width);

        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= 1 || Style.Measure(line) <= width + 0.02f, line));
    }

    [Fact]
    public void Empty_text_is_one_empty_line() => Assert.Equal([""], TextWrapper.Wrap(null, Style, 100));

    [Fact]
    public void Line_feeds_are_kept() => Assert.Equal(["a", "", "b"], TextWrapper.Wrap("a\n\nb", Style, 100));

    [Fact]
    public void A_long_address_is_broken_after_its_joints()
    {
        var lines = TextWrapper.Wrap("contoh.go.id/berkas/laporan", Style, Style.Measure("contoh.go.id/berk"));

        Assert.Equal(["contoh.go.id/", "berkas/laporan"], lines);
    }

    [Fact]
    public void A_figure_never_parts_from_its_percent_sign() =>
        Assert.Equal(["minimal", "100 %; lalu"], TextWrapper.Wrap("minimal 100 %; lalu", Style, Style.Measure("minimal 100 ")));

    [Fact]
    public void Shortened_text_fits_and_ends_in_an_ellipsis()
    {
        var text = TextWrapper.Shorten(new string('a', 200), Style, 100);

        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.True(Style.Measure(text) <= 100.02f);
    }

    [Fact]
    public void Every_digit_is_equally_wide() =>
        Assert.Single("0123456789".Select(digit => Style.Measure([digit])).Distinct());
}
