using System.Net;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>
/// How a locked page gives itself away. Wrongly called locked, a good link costs the unit a look; wrongly called open,
/// it costs the evaluator one. So only plain signs count, and a news page with a small sign-in box is open.
/// </summary>
public static partial class SignInSigns
{
    /// <summary>A page that asks for a password and says no more than this is there for the password.</summary>
    private const int FewWords = 120;

    private static readonly string[] Doors =
    [
        "login", "log-in", "signin", "sign-in", "masuk", "sso", "adfs", "saml", "saml2", "cas", "oauth", "oauth2", "openid",
        "authorize", "servicelogin", "wp-login.php", "login.php", "login.aspx", "authenticate.aspx",
    ];

    private static readonly string[] GoogleRefusals = ["request access", "you need access", "anda memerlukan akses", "minta akses"];

    /// <summary>Where a site sends whoever is not signed in; null when it is an ordinary place.</summary>
    public static LinkFinding? OfRedirect(Uri target) =>
        OfHost(target) ?? (LeadsToDoor(target) ? LinkFinding.SignIn : null);

    /// <summary>Sites that do nothing but sign people in.</summary>
    public static LinkFinding? OfHost(Uri address) => address.IdnHost.ToLowerInvariant() switch
    {
        "accounts.google.com" => LinkFinding.Google,
        "login.microsoftonline.com" or "login.live.com" or "login.microsoft.com" or "login.windows.net" => LinkFinding.Microsoft,
        var host when host.Split('.')[0] is "sso" or "login" or "signin" or "idp" => LinkFinding.SignIn,
        _ => null,
    };

    /// <param name="whole">Whether <paramref name="html"/> is all of it.</param>
    public static LinkFinding? OfPage(Uri address, string html, bool whole)
    {
        if (IsGoogle(address) && GoogleRefusals.Any(words => html.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            return LinkFinding.Google;
        }

        if (!PasswordField().IsMatch(html))
        {
            return null;
        }

        var isNamedSo = SignInTitle().IsMatch(WebUtility.HtmlDecode(Title().Match(html).Groups[1].Value));
        return isNamedSo || (whole && WordsOf(html) < FewWords) ? LinkFinding.SignIn : null;
    }

    private static bool LeadsToDoor(Uri target) =>
        target.AbsolutePath.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries).Any(part => Doors.Contains(part, StringComparer.Ordinal));

    private static bool IsGoogle(Uri address) => address.IdnHost.EndsWith(".google.com", StringComparison.OrdinalIgnoreCase);

    private static int WordsOf(string html) => Word().Count(Tag().Replace(Hidden().Replace(html, " "), " "));

    [GeneratedRegex("""<input\b[^>]*\btype\s*=\s*["']?password\b""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PasswordField();

    [GeneratedRegex("<title[^>]*>([^<]{0,300})", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"\b(log ?in|sign ?in|masuk|single sign[- ]on)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInTitle();

    [GeneratedRegex("<(script|style|noscript|template)[^>]*>.*?</\\1>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}'-]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
