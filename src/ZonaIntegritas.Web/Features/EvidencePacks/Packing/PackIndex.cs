using System.Text.Encodings.Web;
using System.Text.Unicode;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>The pack's index: one page that opens without the app and without a network, and runs nothing.</summary>
internal sealed class PackIndex(PackContent content, IReadOnlyList<PackedDocument> documents)
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#16252a;--soft:#4a5d64;--paper:#fff;--line:#d8e0e2;--head:#e3eef0;--frame:#0f4c5c;--warn:#b3261e}
        @media(prefers-color-scheme:dark){:root{--ink:#e6eef0;--soft:#a9bac0;--paper:#10191c;--line:#33434a;--head:#1a2a2f;--frame:#8fd0e0;--warn:#ffb4ab}}
        body{font:15px/1.45 system-ui,Arial,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:1100px;padding:20px}
        a,h1,h2{color:var(--frame)}h1{font-size:1.5rem;margin:0 0 4px}h2{font-size:1.15rem;margin:28px 0 8px}p{margin:4px 0}.soft{color:var(--soft)}
        nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;list-style:none}
        table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        th{background:var(--head)}td.note{white-space:pre-line}ul.docs{margin:0;padding-left:18px}code{font-size:.8em;color:var(--soft)}
        .missing{color:var(--warn);font-weight:600}tr{break-inside:avoid}
        @media(max-width:640px){thead{display:none}tr,td{display:block}tr{margin-bottom:10px}td{border-top:0}td:first-child{border-top:1px solid var(--line);background:var(--head)}td:empty{display:none}td.answer::before{content:"Jawaban: ";color:var(--soft)}td.note::before{content:"Catatan: ";color:var(--soft)}}
        """;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ILookup<string, PackedDocument> _documents = documents.ToLookup(document => document.Document.QuestionCode);

    public async Task WriteAsync(TextWriter html)
    {
        await html.WriteAsync(
            $"<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>Data dukung {E(content.Unit)} {content.Year}</title>\n<style>{Style}</style>\n</head>\n<body>\n");
        await html.WriteAsync($"<header><h1>Data dukung {E(content.Unit)}</h1><p>Tahun {content.Year} · paket {E(content.Number)} · dibuat {E(content.MadeAt)}</p>");
        await WriteCountsAsync(html);
        await html.WriteAsync("</header>\n<nav aria-label=\"Area\"><ul>");
        var areas = content.Instrument.Places.GroupBy(place => place.Area).ToList();
        foreach (var area in areas)
        {
            await html.WriteAsync($"<li><a href=\"#{E(area.Key.Code)}\">{E(area.Key.Name)}</a></li>");
        }

        await html.WriteAsync("</ul></nav>\n<main>\n");
        foreach (var area in areas)
        {
            await WriteAreaAsync(html, area.Key, area);
        }

        await WriteLostAsync(html);
        await html.WriteAsync("</main>\n</body>\n</html>\n");
    }

    private async Task WriteCountsAsync(TextWriter html)
    {
        var files = documents.Where(document => document.Path is not null).Select(document => document.Path).Distinct().Count();
        var missing = documents.Count(document => document.Missing.Length > 0);
        await html.WriteAsync($"<p>{Indonesian.Number(files)} berkas untuk {Indonesian.Number(_documents.Count)} soal. Nilai penilaian mandiri {E(Indonesian.Points(content.Book.Unit.Score.Total.Points))}. <a href=\"{PackContent.BookName}\">Lembar kerja (Excel)</a></p>");
        if (missing > 0)
        {
            await html.WriteAsync($"<p class=\"missing\">{Indonesian.Number(missing)} dokumen tidak termasuk; alasannya tertulis pada soalnya dan di <a href=\"{PackContent.MissingName}\">{PackContent.MissingName}</a>.</p>");
        }
    }

    private async Task WriteAreaAsync(TextWriter html, Section area, IEnumerable<QuestionPlace> places)
    {
        await html.WriteAsync($"<section>\n<h2 id=\"{E(area.Code)}\">{E(area.Code)} {E(area.Name)}</h2>\n<table>\n<thead><tr><th scope=\"col\" style=\"width:30%\">Soal</th><th scope=\"col\" style=\"width:12%\">Jawaban</th><th scope=\"col\" style=\"width:22%\">Catatan unit</th><th scope=\"col\">Dokumen</th></tr></thead>\n<tbody>\n");
        foreach (var question in places.Select(place => place.Question))
        {
            var answer = content.Book.Unit.Answer(question.Code) is { } given ? ScoreExplanation.Answer(question, given) : "belum dijawab";
            await html.WriteAsync($"<tr><td><strong>{E(question.Code)}</strong> {E(question.Statement)}</td><td class=\"answer\">{E(answer)}</td><td class=\"note\">{E(content.Book.Unit.Note(question.Code))}</td><td>");
            await WriteDocumentsAsync(html, [.. _documents[question.Code]]);
            await html.WriteAsync("</td></tr>\n");
        }

        await html.WriteAsync("</tbody>\n</table>\n</section>\n");
    }

    private static async Task WriteDocumentsAsync(TextWriter html, List<PackedDocument> documents)
    {
        if (documents.Count == 0)
        {
            await html.WriteAsync("<span class=\"soft\">Tidak ada</span>");
            return;
        }

        await html.WriteAsync("<ul class=\"docs\">");
        foreach (var document in documents)
        {
            await html.WriteAsync($"<li>{Line(document)}</li>");
        }

        await html.WriteAsync("</ul>");
    }

    /// <summary>What belongs to no question of this instrument any more must not vanish silently.</summary>
    private async Task WriteLostAsync(TextWriter html)
    {
        List<PackedDocument> lost = [.. documents.Where(document => content.Instrument.Question(document.Document.QuestionCode) is null)];
        if (lost.Count > 0)
        {
            await html.WriteAsync("<section><h2>Soal yang tidak ada lagi</h2>");
            await WriteDocumentsAsync(html, lost);
            await html.WriteAsync("</section>\n");
        }
    }

    private static string Line(PackedDocument packed)
    {
        var (document, path, reason) = packed;
        var place = document.Place.Length > 0 ? $" <span class=\"soft\">({E(document.Place)})</span>" : "";
        return reason.Length > 0 ? $"{E(document.Title)}{place} <span class=\"missing\">Tidak termasuk: {E(reason)}.</span>"
            : path is not null ? $"<a href=\"{E(Address(path))}\">{E(document.Title)}</a>{place} <span class=\"soft\">{E(EvidenceProblems.Size(document.Size))}, versi {document.Version}</span><br><code>{document.Sha256}</code>"
            : $"<a href=\"{E(Safe(document.Url))}\" rel=\"noreferrer\">{E(document.Title)}</a>{place} <span class=\"soft\">tautan, perlu internet</span>";
    }

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    // Only what is an address of the web: nothing that a browser would run.
    private static string Safe(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : "#";

    private static string E(string text) => Html.Encode(text);
}
