using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <param name="Link">Path in the app, beginning with "/".</param>
public sealed record LetterLine(string Text, string Link, string LinkText = "Buka di aplikasi");

/// <param name="Lines">Numbered when there are several.</param>
/// <param name="Why">Why this person gets it, in small print.</param>
public sealed record Letter(string Subject, string Intro, IReadOnlyList<LetterLine> Lines, string Why);

/// <summary>The agency's sheet of paper for all mails: plain text, and HTML in one column that reads well on a phone and loads nothing.</summary>
public sealed class LetterPaper(IOptions<AgencyOptions> agency)
{
    private const string Frame = "#0f4c5c";

    private readonly AgencyOptions _agency = agency.Value;

    public MailContent Write(string name, Letter letter)
    {
        var greeting = $"Yth. Bapak/Ibu {OneLine.Of(name)},";
        return new(OneLine.Of(letter.Subject), Text(greeting, letter), Html(greeting, letter));
    }

    private string Text(string greeting, Letter letter)
    {
        var text = new StringBuilder().Append(greeting).Append("\n\n").Append(letter.Intro).Append("\n\n");
        for (var index = 0; index < letter.Lines.Count; index++)
        {
            var line = letter.Lines[index];
            text.Append(letter.Lines.Count > 1 ? string.Create(Indonesian.Culture, $"{index + 1}. {line.Text}\n   ") : $"{line.Text}\n")
                .Append(ReminderPlaces.Of(_agency, line.Link)).Append("\n\n");
        }

        return text.Append("Terima kasih.\n\n").Append(_agency.Secretariat).Append('\n').Append(_agency.Name)
            .Append("\n\n-- \n").Append(letter.Why)
            .Append("\nAtur pengingat: ").Append(ReminderPlaces.Preferences(_agency)).Append('\n')
            .ToString();
    }

    private string Html(string greeting, Letter letter) => $"""
        <!DOCTYPE html>
        <html lang="id">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>{Encode(OneLine.Of(letter.Subject))}</title></head>
        <body style="margin:0;padding:0;background:#f3f6f7;color:#1c2b33;font:16px/1.55 Arial,Helvetica,sans-serif">
        <div style="max-width:600px;margin:0 auto;background:#ffffff">
        <div style="background:{Frame};color:#ffffff;padding:16px 20px">
        <div style="font-size:18px;font-weight:bold">Zona Integritas</div>
        <div style="font-size:14px;opacity:.9">{Encode(_agency.Name)}</div>
        </div>
        <div style="padding:20px;overflow-wrap:anywhere">
        <p style="margin:0 0 14px">{Encode(greeting)}</p>
        <p style="margin:0 0 18px">{Encode(letter.Intro)}</p>
        {string.Concat(letter.Lines.Select((line, index) => Line(line, letter.Lines.Count > 1 ? index + 1 : null)))}<p style="margin:18px 0 14px">Terima kasih.</p>
        <p style="margin:0">{Encode(_agency.Secretariat)}<br>{Encode(_agency.Name)}</p>
        </div>
        <div style="border-top:1px solid #d5dde1;padding:14px 20px 24px;font-size:13px;line-height:1.5;color:#52636c">{Encode(letter.Why)}<br>
        <a href="{Encode(ReminderPlaces.Preferences(_agency))}" style="display:inline-block;padding:8px 0;color:{Frame}">Atur pengingat</a></div>
        </div>
        </body>
        </html>

        """;

    private string Line(LetterLine line, int? number) =>
        $"<div style=\"border:1px solid #d5dde1;border-radius:8px;padding:14px 16px;margin:0 0 12px\">{(number is { } n ? $"{n}. " : "")}{Encode(line.Text)}"
        + $"<div style=\"margin-top:10px\"><a href=\"{Encode(ReminderPlaces.Of(_agency, line.Link))}\" "
        + $"style=\"display:inline-block;padding:9px 16px;border:1px solid {Frame};border-radius:8px;color:{Frame};font-weight:bold;text-decoration:none\">{Encode(line.LinkText)}</a></div></div>\n";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
