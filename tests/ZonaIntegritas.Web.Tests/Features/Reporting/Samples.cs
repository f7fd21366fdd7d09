using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

internal static class Samples
{
    /// <summary>A one-pixel PNG.</summary>
    public static byte[] Pixel { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>Each kind of block once, with texts that press against their room.</summary>
    public static PaperDocument Everything()
    {
        var longWord = new string('w', 300);
        return Paper.With(
            new KeyValues([new("Unit kerja", "Dinas Penanaman Modal"), new($"Label {longWord}", longWord)]),
            new Paragraph($"Belum memenuhi: kurang 1,20 poin. {longWord}", ParagraphStyle.VerdictBelow),
            new Heading(1, "Kesiapan per area"),
            new BarChart(
                [
                    new("Penguatan Pengawasan dan Peningkatan Kualitas Pelayanan Publik", 54.1, "54,1 %", Tone.Below),
                    new(longWord, 140, longWord, Tone.Met),
                    new("Akuntabilitas", double.NaN, "–", Tone.None),
                    new("Tatalaksana", -3, "-3,0 %", Tone.Near),
                ],
                [new(60, "WBK 60 %"), new(61, "WBBM 61 %"), new(100, "Penuh 100 %"), new(0, "Nol")]),
            new PointList(["Satu", longWord], Numbered: true),
            Paper.TableOf(60) with { Caption = $"Tabel 1. {longWord}" },
            new Table([new(longWord), new("B"), new("C", 0.01f)], [TableRow.Group("Grup"), TableRow.Of(longWord, new TableCell(longWord, Tone.Near, true, 9), longWord)]),
            Map(9, 12),
            Trend(8),
            Trend(30),
            new Image(Pixel, "Gambar 1"),
            new Image(default, "Gambar 2"),
            new Signatures([new("Kota Contoh, 17 Oktober 2026", "Ketua Tim", "Bambang Wijaya, S.E.", "19780823 200212 1 003"), new("Mengetahui,", longWord, longWord, "")]))
            with
        {
            Subtitle = longWord,
            Seal = new("https://zi.contoh.go.id/verifikasi/0123456789abcdef01234567"),
            Letterhead = new Letterhead(["PEMERINTAH PROVINSI CONTOH", "INSPEKTORAT DAERAH", longWord], "Jalan Merdeka Nomor 1") { Logo = Pixel },
        };
    }

    public static HeatMap Map(int rows, int columns) => new(
        "Unit kerja",
        [.. Enumerable.Range(1, columns).Select(i => i < columns ? $"A.{i}" : "Nilai total")],
        [.. Enumerable.Range(1, rows).Select(row => new HeatRow($"Dinas Nomor {row} Provinsi Contoh", [.. Enumerable.Range(1, columns).Select(column => Cell(row + column))]))])
    {
        Caption = "Capaian tiap unit di tiap area.",
    };

    public static LineChart Trend(int weeks) => new(
        "Pekan",
        [.. Enumerable.Range(1, weeks).Select(i => $"{i} Okt")],
        [
            new("Penilaian mandiri", [.. Enumerable.Range(1, weeks).Select(i => new LinePoint(50 + i, $"{50 + i},25"))]),
            new("TPI", [.. Enumerable.Range(1, weeks).Select(i => i < 4 ? null : new LinePoint(48 + i, $"{48 + i},75"))]),
        ],
        [new(75, "WBK 75,00"), new(76, "WBBM 76,00")])
    {
        Caption = "Nilai total tiap pekan.",
    };

    private static HeatCell Cell(int number) => (number % 4) switch
    {
        0 => new("81,25", Tone.Met),
        1 => new("62,10", Tone.Near),
        2 => new("41,00", Tone.Below),
        _ => new("–", Tone.None),
    };
}
