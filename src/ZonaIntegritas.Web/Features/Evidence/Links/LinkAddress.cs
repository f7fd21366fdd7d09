using System.Net;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>What an address must look like before anything is asked of it, whether somebody typed it or a site leads to it.</summary>
public static class LinkAddress
{
    private const int TitleLength = 120;

    /// <summary>Those that public sites use; others would make this server a scanner of ports.</summary>
    private static readonly int[] Ports = [443, 8443];

    /// <summary>Last parts of names that exist only inside a house, or nowhere.</summary>
    private static readonly string[] InsideNames =
        ["localhost", "local", "localdomain", "internal", "intranet", "lan", "corp", "home", "private", "arpa", "onion", "invalid", "example", "test"];

    /// <summary>Reads what a person typed or pasted; "https://" may be left out.</summary>
    public static Result<Uri> Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return LinkProblems.Missing;
        }

        var whole = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (whole.Length > EvidenceVersion.UrlMaxLength)
        {
            return LinkProblems.TooLong;
        }

        if (text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) || !Uri.TryCreate(whole, UriKind.Absolute, out var uri))
        {
            return LinkProblems.Unreadable;
        }

        return ProblemOf(uri) is { } problem ? problem
            : Canonical(uri) is var canonical && canonical.AbsoluteUri.Length > EvidenceVersion.UrlMaxLength ? LinkProblems.TooLong
            : canonical;
    }

    /// <returns>Null when it may be opened.</returns>
    public static Problem? ProblemOf(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttp ? LinkProblems.NotSecure
        : uri.Scheme != Uri.UriSchemeHttps ? LinkProblems.NotWeb
        : uri.UserInfo.Length > 0 ? LinkProblems.WithPassword
        : !LooksPublic(uri) ? LinkProblems.Inside
        : !Ports.Contains(uri.Port) ? LinkProblems.OddPort
        : null;

    /// <summary>Host and path, as far as they fit on a line: how an item is called until somebody names it.</summary>
    public static string TitleOf(Uri uri)
    {
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var title = host + uri.AbsolutePath.TrimEnd('/');
        return title.Length <= TitleLength ? title : title[..(TitleLength - 1)] + "…";
    }

    private static bool LooksPublic(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return PublicAddress.IsPublic(IPAddress.Parse(uri.DnsSafeHost));
        }

        var labels = uri.IdnHost.TrimEnd('.').Split('.');
        return uri.HostNameType == UriHostNameType.Dns
            && labels.Length > 1
            && labels.All(label => label.Length is > 0 and <= 63)
            && !InsideNames.Contains(labels[^1], StringComparer.OrdinalIgnoreCase)
            // A last label of figures is an IP address in disguise.
            && !labels[^1].All(char.IsAsciiDigit);
    }

    /// <summary>Letters of other alphabets are written out, so that one site cannot pass for another on screen.</summary>
    private static Uri Canonical(Uri uri) => uri.HostNameType == UriHostNameType.Dns && uri.IdnHost != uri.Host
        ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri
        : uri;
}
