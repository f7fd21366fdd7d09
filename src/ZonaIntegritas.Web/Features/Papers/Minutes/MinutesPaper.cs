using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Papers.Lhe;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Minutes;

/// <param name="Status">Where the sheet stands, in words.</param>
public sealed record MinutesFacts(
    string Unit, string ShortName, int Year, string Target, string Status, string Instrument, IndonesianZone Zone, string HeadName, string HeadNip,
    IReadOnlyList<MinutesItem> Returned, IReadOnlyList<LheSigner> Signers);

public sealed record MinutesItem(string Code, string Statement, string Reason, string Response, ReturnedItemState State, bool TakenBack, DateOnly ReturnedOn)
{
    public string StateText => this switch
    {
        { TakenBack: true } => "dibatalkan TPI",
        { State: ReturnedItemState.Open } => "menunggu unit",
        { State: ReturnedItemState.Repaired } => "diperbaiki, menunggu TPI",
        _ => "selesai diperiksa",
    };
}

/// <summary>Berita acara evaluasi: who met, what was returned and what was agreed. Pure.</summary>
public static class MinutesPaper
{
    public static PaperDocument Compose(MinutesFacts facts, PaperStamp stamp)
    {
        var (input, year) = (stamp.Input, facts.Year.ToString(CultureInfo.InvariantCulture));
        return new PaperFace("Berita Acara Evaluasi Zona Integritas", "BA", facts.ShortName, facts.Year, "TPI", facts.Instrument, facts.Zone)
        {
            Subtitle = PaperFace.NumberLine(input),
            Subject = $"Berita acara evaluasi {facts.Unit}",
        }.Wrap(stamp,
        [
            new Paragraph(
                $"Pada hari ini, {When(input)}, bertempat di {input[PaperFields.Place]}, Tim Penilai Internal dan {facts.Unit} membahas hasil evaluasi lembar kerja "
                + $"Zona Integritas tahun {year} menuju {facts.Target}."),
            new KeyValues(
            [
                new("Unit kerja", facts.Unit),
                new("Waktu", input[PaperFields.Time] is { Length: > 0 } time ? time : "–"),
                new("Keadaan lembar", facts.Status),
            ]),
            new Heading(1, "Yang hadir"),
            new PointList(input.Lines(PaperFields.Attendees), Numbered: true),
            new Heading(1, "Soal yang dikembalikan dan keadaannya"),
            ReturnedOf(facts),
            new Heading(1, "Yang disepakati"),
            new PointList(input.Lines(PaperFields.Agreed), Numbered: true),
            new Paragraph("Berita acara ini dibuat dengan sebenarnya dan ditandatangani kedua pihak."),
            SignaturesOf(facts, stamp),
        ]);
    }

    private static string When(PaperInput input) => input.Date(PaperFields.On) is { } on
        ? $"{on.ToString("dddd", Indonesian.Culture)}, {Indonesian.Date(on)}"
        : "........................";

    private static PaperBlock ReturnedOf(MinutesFacts facts) => facts.Returned.Count == 0
        ? new Paragraph("Tidak ada soal yang dikembalikan.")
        : new Table(
            [new("Soal", 1.3f), new("Yang dinilai", 3), new("Alasan pengembalian", 3), new("Tanggapan unit", 2.6f), new("Keadaan", 1.6f)],
            [.. facts.Returned.Select(item => TableRow.Of(
                item.Code, item.Statement, $"{item.Reason} ({Indonesian.Date(item.ReturnedOn)})", item.Response.Length > 0 ? item.Response : "–", item.StateText))]);

    private static Signatures SignaturesOf(MinutesFacts facts, PaperStamp stamp)
    {
        // The one who led the talk: the team's head where there is one.
        var tpi = TpiSigners.Columns([.. facts.Signers.OrderBy(signer => signer.Tier).Take(1)], stamp.Office.Tpi)[0];
        var date = stamp.Input.Date(PaperFields.On) is { } on ? $"{stamp.Office.Place}, {Indonesian.Date(on)}" : "";
        return new([new("", $"Kepala {facts.Unit},", PaperFace.OrBlank(facts.HeadName), facts.HeadNip), tpi with { PlaceDate = date }]);
    }
}
