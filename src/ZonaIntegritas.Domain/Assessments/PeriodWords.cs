using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>What an administrator sets for a period besides its year and instrument.</summary>
public sealed record PeriodSchedule(PeriodWindows Windows, InstansiKind Instansi);

/// <summary>A period's schedule in words, for its history and its page.</summary>
public static class PeriodWords
{
    public static string Say(InstansiKind instansi) => instansi switch
    {
        InstansiKind.Pemda => "Pemerintah daerah",
        InstansiKind.KementerianLembaga => "Kementerian/lembaga",
        _ => throw new ArgumentOutOfRangeException(nameof(instansi)),
    };

    public static string Say(PeriodChangeKind kind) => kind switch
    {
        PeriodChangeKind.Opened => "Periode dibuka",
        PeriodChangeKind.Windows => "Jadwal diubah",
        PeriodChangeKind.Instrument => "Versi instrumen diganti",
        PeriodChangeKind.InstrumentUndone => "Penggantian instrumen dibatalkan",
        PeriodChangeKind.SheetsAdded => "Lembar ditambah",
        PeriodChangeKind.Target => "Target diubah",
        PeriodChangeKind.Closed => "Periode ditutup",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Every line of a schedule: what it is about, and when.</summary>
    public static IReadOnlyList<(string What, string When)> Lines(PeriodSchedule schedule)
    {
        var windows = schedule.Windows;
        return
        [
            ("Pengisian", Span(windows.FillFrom, windows.FillUntil)),
            ("Evaluasi TPI", Span(windows.ReviewFrom, windows.ReviewUntil)),
            ("Perbaikan", $"sampai {Indonesian.Date(windows.RepairUntil)}"),
            ("Pengusulan ke TPN", windows.ProposeUntil is { } until ? $"sampai {Indonesian.Date(until)}" : "tanpa batas tanggal"),
            ("Jenis instansi", Say(schedule.Instansi)),
        ];
    }

    public static string Say(PeriodSchedule schedule) => Join(Lines(schedule));

    /// <summary>Only the lines that differ, as they were and as they are.</summary>
    public static (string Before, string After) Difference(PeriodSchedule before, PeriodSchedule after)
    {
        var changed = Lines(before).Zip(Lines(after)).Where(pair => pair.First != pair.Second).ToList();
        return (Join(changed.Select(pair => pair.First)), Join(changed.Select(pair => pair.Second)));
    }

    private static string Join(IEnumerable<(string What, string When)> lines) =>
        string.Join('\n', lines.Select(line => $"{line.What}: {line.When}"));

    private static string Span(DateOnly from, DateOnly until) => $"{Indonesian.Date(from)} – {Indonesian.Date(until)}";
}
