using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class SignInSignsTests
{
    private const string PasswordForm = "<form><input name=u><input type=\"password\" name=p><button>Masuk</button></form>";

    [Theory]
    [InlineData("https://accounts.google.com/v3/signin/identifier?continue=x", true)]
    [InlineData("https://login.microsoftonline.com/common/oauth2/authorize", true)]
    [InlineData("https://login.live.com/login.srf", true)]
    [InlineData("https://sso.contoh.go.id/", true)]
    [InlineData("https://contoh.go.id/masuk?kembali=/a", true)]
    [InlineData("https://contoh.go.id/wp-login.php", true)]
    [InlineData("https://contoh.sharepoint.com/_layouts/15/Authenticate.aspx?Source=x", true)]
    [InlineData("https://contoh.go.id/auth/realms/x/SAML", true)]
    [InlineData("https://contoh.go.id/masukan-masyarakat", false)]
    [InlineData("https://contoh.go.id/berita/cara-login", false)]
    [InlineData("https://ssoftware.contoh.id/", false)]
    [InlineData("https://drive.google.com/file/d/1/view", false)]
    public void A_redirect_to_a_door_is_locked(string target, bool locked) => Assert.Equal(locked, SignInSigns.OfRedirect(new(target)) is not null);

    [Theory]
    [InlineData("https://drive.google.com/file/d/1/view", "<title>Google Drive: Anda Memerlukan Akses</title>", true)]
    [InlineData("https://docs.google.com/document/d/1", "<p>You need access</p>", true)]
    [InlineData("https://drive.google.com/file/d/1/view", "<p>Request access</p>", true)]
    [InlineData("https://drive.google.com/file/d/1/view", "<title>SK Tim.pdf - Google Drive</title>", false)]
    // The same words in an article are only words.
    [InlineData("https://berita.contoh.id/a", "<p>Klik Request access bila you need access.</p>", false)]
    public void A_page_of_Google_that_offers_to_ask_for_access_is_locked(string address, string html, bool locked) =>
        Assert.Equal(locked, SignInSigns.OfPage(new(address), html, whole: true) is not null);

    [Fact]
    public void A_page_that_is_there_for_the_password_is_locked()
    {
        Assert.Equal(LinkState.Locked, Of("<html><body>" + PasswordForm + "</body></html>")?.State);
        Assert.Equal(LinkState.Locked, Of("<INPUT TYPE=password>")?.State);
        // Script and style are not words.
        Assert.NotNull(Of($"<style>{Words(500)}</style><script>{Words(500)}</script><!-- {Words(500)} -->{PasswordForm}"));
    }

    [Fact]
    public void A_page_with_much_to_read_and_a_small_sign_in_box_is_open()
    {
        Assert.Null(Of($"<title>Berita daerah</title>{PasswordForm}<article>{Words(300)}</article>"));
        // A sentence about signing in is no form.
        Assert.Null(Of("<title>Masuk desa</title><p>Kata sandi password</p>"));
    }

    [Fact]
    public void A_long_page_that_calls_itself_a_sign_in_is_locked_all_the_same() =>
        Assert.NotNull(Of($"<title>Log in &#8211; Portal</title>{PasswordForm}<p>{Words(300)}</p>"));

    [Fact]
    public void Of_a_page_that_was_not_read_whole_the_missing_words_are_not_counted() =>
        Assert.Null(SignInSigns.OfPage(new("https://contoh.go.id/"), PasswordForm, whole: false));

    private static LinkFinding? Of(string html) => SignInSigns.OfPage(new("https://contoh.go.id/"), html, whole: true);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("kata", count));
}
