using System.ComponentModel.DataAnnotations;
using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>
/// The days of a period, as typed. Days that usually go together follow each other until somebody sets them apart:
/// evaluation begins with filling in (a rolling review), repairs end with the evaluation.
/// </summary>
public class WindowInput
{
    private DateOnly? _fillFrom;
    private DateOnly? _reviewUntil;

    [Required(ErrorMessage = "Pilih hari pertama pengisian.")]
    public DateOnly? FillFrom
    {
        get => _fillFrom;
        set
        {
            ReviewFrom = ReviewFrom == _fillFrom ? value : ReviewFrom;
            _fillFrom = value;
        }
    }

    [Required(ErrorMessage = "Pilih hari terakhir pengisian.")]
    public DateOnly? FillUntil { get; set; }

    [Required(ErrorMessage = "Pilih hari pertama evaluasi TPI.")]
    public DateOnly? ReviewFrom { get; set; }

    [Required(ErrorMessage = "Pilih hari terakhir evaluasi TPI.")]
    public DateOnly? ReviewUntil
    {
        get => _reviewUntil;
        set
        {
            RepairUntil = RepairUntil == _reviewUntil ? value : RepairUntil;
            _reviewUntil = value;
        }
    }

    [Required(ErrorMessage = "Pilih hari terakhir perbaikan.")]
    public DateOnly? RepairUntil { get; set; }

    public DateOnly? ProposeUntil { get; set; }

    public InstansiKind Instansi { get; set; }

    /// <summary>Only after validation, when all that must be there is.</summary>
    public PeriodSchedule ToSchedule() => new(
        new(FillFrom!.Value, FillUntil!.Value, ReviewFrom!.Value, ReviewUntil!.Value, RepairUntil!.Value, ProposeUntil), Instansi);

    protected void Take(PeriodSchedule schedule)
    {
        var windows = schedule.Windows;
        (FillFrom, FillUntil, ReviewFrom) = (windows.FillFrom, windows.FillUntil, windows.ReviewFrom);
        (ReviewUntil, RepairUntil, ProposeUntil) = (windows.ReviewUntil, windows.RepairUntil, windows.ProposeUntil);
        Instansi = schedule.Instansi;
    }
}

/// <summary>A changed schedule, with why.</summary>
public sealed class WindowChangeInput : WindowInput
{
    public WindowChangeInput(PeriodSchedule schedule) => Take(schedule);

    [Required(ErrorMessage = "Tulis alasan perubahan jadwal.")]
    public string Reason { get; set; } = "";
}

/// <summary>What is typed about a new period.</summary>
public sealed class PeriodInput : WindowInput
{
    private int? _year;

    /// <param name="last">The period before, whose schedule is suggested in the new year; null for the first.</param>
    public PeriodInput(int year, PeriodRow? last)
    {
        if (last is not null)
        {
            Take(Moved(last.Schedule, year - last.Year));
        }

        (_year, ProposeUntil) = (year, LetterDay(year));
    }

    [Required(ErrorMessage = "Isi tahun.")]
    public int? Year
    {
        get => _year;
        set
        {
            ProposeUntil = _year is { } before && ProposeUntil == LetterDay(before) && value is { } now ? LetterDay(now) : ProposeUntil;
            _year = value;
        }
    }

    [Required(ErrorMessage = "Pilih instrumen.")]
    public Guid? InstrumentVersionId { get; set; }

    public ChosenSheets Sheets { get; } = new();

    // P5: proposals reach TPN by 31 May, or the day TPN sets; the sheets of a year are proposed in the next.
    private static DateOnly? LetterDay(int year) => year is >= 1 and < 9999 ? new(year + 1, 5, 31) : null;

    private static PeriodSchedule Moved(PeriodSchedule schedule, int years)
    {
        var windows = schedule.Windows;
        return schedule with
        {
            Windows = new(
                windows.FillFrom.AddYears(years), windows.FillUntil.AddYears(years), windows.ReviewFrom.AddYears(years),
                windows.ReviewUntil.AddYears(years), windows.RepairUntil.AddYears(years)),
        };
    }
}

/// <summary>What is chosen for an existing period.</summary>
public sealed class SheetsInput
{
    public ChosenSheets Sheets { get; } = new();
}

/// <summary>Another target, with why.</summary>
public sealed class TargetInput
{
    [Required(ErrorMessage = "Pilih target.")]
    public string Target { get; set; } = "";

    [Required(ErrorMessage = "Tulis alasan perubahan target.")]
    public string Reason { get; set; } = "";
}

/// <summary>Why a period is closed, and that it really is to be.</summary>
public sealed class ClosingInput
{
    [Required(ErrorMessage = "Tulis alasan atau dasar penutupan.")]
    public string Reason { get; set; } = "";

    [Range(typeof(bool), "true", "true", ErrorMessage = "Centang untuk menegaskan penutupan.")]
    public bool Sure { get; set; }
}
