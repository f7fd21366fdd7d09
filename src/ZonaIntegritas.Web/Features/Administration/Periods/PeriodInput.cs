using System.ComponentModel.DataAnnotations;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>The three days of a window, as typed.</summary>
public class WindowInput
{
    [Required(ErrorMessage = "Pilih hari pertama pengisian.")]
    public DateOnly? FillFrom { get; set; }

    [Required(ErrorMessage = "Pilih hari terakhir pengisian.")]
    public DateOnly? FillUntil { get; set; }

    [Required(ErrorMessage = "Pilih hari terakhir evaluasi TPI.")]
    public DateOnly? ReviewUntil { get; set; }

    public static WindowInput From(PeriodWindow window) =>
        new() { FillFrom = window.FillFrom, FillUntil = window.FillUntil, ReviewUntil = window.ReviewUntil };

    /// <summary>Only after validation, when all three are there.</summary>
    public PeriodWindow ToWindow() => new(FillFrom!.Value, FillUntil!.Value, ReviewUntil!.Value);
}

/// <summary>What is typed about a new period.</summary>
public sealed class PeriodInput : WindowInput
{
    [Required(ErrorMessage = "Isi tahun.")]
    public int? Year { get; set; }

    [Required(ErrorMessage = "Pilih instrumen.")]
    public Guid? InstrumentVersionId { get; set; }

    public ChosenSheets Sheets { get; } = new();
}

/// <summary>What is chosen for an existing period.</summary>
public sealed class SheetsInput
{
    public ChosenSheets Sheets { get; } = new();
}
