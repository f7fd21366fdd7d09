using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Puts a digest into words: plain text, and HTML that reads well on a phone and loads nothing.</summary>
public sealed class DigestLetter(IOptions<AgencyOptions> agency)
{
    private const string WhyThisMail = "Surat ini dikirim otomatis, paling banyak sekali sehari, dan hanya bila ada yang menunggu Anda.";

    private readonly AgencyOptions _agency = agency.Value;

    public MailContent Compose(Digest digest, DateOnly day)
    {
        var intro = $"Berikut hal yang menunggu Anda dalam pembangunan Zona Integritas per {Indonesian.Date(day)}:";
        var lines = digest.Lines.Select(line => (line.Text, Url: _agency.PublicUrl.TrimEnd('/') + line.Link)).ToList();
        var greeting = $"Yth. Bapak/Ibu {OneLine.Of(digest.Name)},";
        return new(Subject(digest, day), Text(greeting, intro, lines), Html(greeting, intro, lines));
    }

    private static string Subject(Digest digest, DateOnly day) =>
        $"Zona Integritas: {digest.Lines.Count} hal menunggu Anda, {Indonesian.Date(day)}";

    private string Text(string greeting, string intro, List<(string Text, string Url)> lines)
    {
        var text = new StringBuilder().Append(greeting).Append("\n\n").Append(intro).Append("\n\n");
        for (var index = 0; index < lines.Count; index++)
        {
            text.Append(Indonesian.Culture, $"{index + 1}. {lines[index].Text}\n   {lines[index].Url}\n\n");
        }

        return text.Append("Terima kasih.\n\n")
            .Append(_agency.Secretariat).Append('\n').Append(_agency.Name)
            .Append("\n\n-- \n").Append(WhyThisMail).Append('\n')
            .ToString();
    }

    private string Html(string greeting, string intro, List<(string Text, string Url)> lines)
    {
        var items = string.Concat(lines.Select(line =>
            $"<li style=\"margin:0 0 16px\">{Encode(line.Text)}<br>"
            + $"<a href=\"{Encode(line.Url)}\" style=\"display:inline-block;padding:6px 0;color:#0f4c5c\">Buka di aplikasi</a></li>\n"));
        return $"""
            <!DOCTYPE html>
            <html lang="id">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body style="margin:0;padding:16px;background:#ffffff;color:#1c2b33;font:16px/1.5 Arial,Helvetica,sans-serif">
            <div style="max-width:600px;margin:0 auto">
            <p>{Encode(greeting)}</p>
            <p>{Encode(intro)}</p>
            <ol style="padding-left:24px">
            {items}</ol>
            <p>Terima kasih.</p>
            <p>{Encode(_agency.Secretariat)}<br>{Encode(_agency.Name)}</p>
            <p style="border-top:1px solid #d5dde1;padding-top:12px;font-size:13px;color:#52636c">{WhyThisMail}</p>
            </div>
            </body>
            </html>
            """;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
