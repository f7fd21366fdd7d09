using System.Net;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reporting.Schedule;

/// <summary>Says that reports are ready, and where; without a figure in it.</summary>
public sealed class ReportLetter(IOptions<AgencyOptions> agency)
{
    private const string Where = "Buka halaman Laporan untuk membaca dan mencetaknya. Berkas tidak dilampirkan; akses diperiksa saat dibuka.";

    public MailContent Compose(string name, DateOnly slot, DateOnly today)
    {
        var profile = agency.Value;
        var url = profile.PublicUrl.TrimEnd('/') + "/laporan";
        var greeting = $"Yth. Bapak/Ibu {OneLine.Of(name)},";
        var intro = $"Laporan kesiapan Zona Integritas untuk jadwal {Indonesian.Date(slot)} sudah tersedia per {Indonesian.Date(today)}.";
        return new(
            $"Zona Integritas: laporan kesiapan {Indonesian.Date(slot)} sudah tersedia",
            $"{greeting}\n\n{intro}\n{Where}\n\n{url}\n\nTerima kasih.\n\n{profile.Secretariat}\n{profile.Name}\n",
            $"""
            <!DOCTYPE html>
            <html lang="id">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body style="margin:0;padding:16px;background:#ffffff;color:#1c2b33;font:16px/1.5 Arial,Helvetica,sans-serif">
            <div style="max-width:600px;margin:0 auto">
            <p>{Encode(greeting)}</p>
            <p>{Encode(intro)} {Where}</p>
            <p><a href="{Encode(url)}" style="display:inline-block;padding:6px 0;color:#0f4c5c">Buka Laporan</a></p>
            <p>Terima kasih.</p>
            <p>{Encode(profile.Secretariat)}<br>{Encode(profile.Name)}</p>
            </div>
            </body>
            </html>
            """);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
