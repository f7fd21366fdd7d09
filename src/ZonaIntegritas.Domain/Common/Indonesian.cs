using System.Globalization;

namespace ZonaIntegritas.Domain.Common;

/// <summary>
/// Numbers and dates as Indonesian officials write them. Made here rather than taken from the machine, so that a
/// report reads the same with any version of ICU, or none.
/// </summary>
public static class Indonesian
{
    /// <summary>For controls that insist on a culture: decimal comma, points between thousands, Indonesian names.</summary>
    public static CultureInfo Culture { get; } = MakeCulture();

    /// <summary>Points with two decimals, half away from zero: 1.335 is "1,34".</summary>
    public static string Points(decimal points) => Fixed(points, "#,##0.00", 2);

    public static string Points(Fraction points) => Points(points.ToDecimal());

    /// <summary>A share of 0..1 as a percentage with one decimal: 0.774 is "77,4 %".</summary>
    public static string Percent(decimal share) => Fixed(share * 100m, "#,##0.0", 1) + " %";

    public static string Percent(Fraction share) => Percent(share.ToDecimal());

    /// <summary>A number with only the decimals it has: 3,6 or 17,5.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", Culture);

    /// <summary>"17 Oktober 2024".</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>"17 Okt", where the year is said nearby and room is scarce.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("d MMM", Culture);

    /// <summary>"17 Oktober 2024 14.02 WIB".</summary>
    public static string Moment(DateTimeOffset moment, IndonesianZone zone) =>
        moment.ToOffset(zone.Offset()).ToString("d MMMM yyyy HH.mm ", Culture) + zone;

    /// <summary>"14.02 WIB".</summary>
    public static string Time(DateTimeOffset moment, IndonesianZone zone) =>
        moment.ToOffset(zone.Offset()).ToString("HH.mm ", Culture) + zone;

    private static string Fixed(decimal number, string format, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString(format, Culture);

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.PercentGroupSeparator = ".";
        string[] months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember", ""];
        string[] shortMonths = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des", ""];
        var dates = culture.DateTimeFormat;
        (dates.MonthNames, dates.MonthGenitiveNames) = (months, months);
        (dates.AbbreviatedMonthNames, dates.AbbreviatedMonthGenitiveNames) = (shortMonths, shortMonths);
        dates.DayNames = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
        dates.ShortDatePattern = "dd/MM/yyyy";
        dates.LongTimePattern = "HH.mm.ss";
        dates.ShortTimePattern = "HH.mm";
        dates.FirstDayOfWeek = DayOfWeek.Monday;
        return CultureInfo.ReadOnly(culture);
    }
}

/// <summary>Indonesia's three zones; they have no daylight saving, so an offset is all there is to them.</summary>
public enum IndonesianZone
{
    WIB,
    WITA,
    WIT,
}

public static class IndonesianZones
{
    public static TimeSpan Offset(this IndonesianZone zone) => zone switch
    {
        IndonesianZone.WIB => TimeSpan.FromHours(7),
        IndonesianZone.WITA => TimeSpan.FromHours(8),
        IndonesianZone.WIT => TimeSpan.FromHours(9),
        _ => throw new ArgumentOutOfRangeException(nameof(zone)),
    };

    /// <summary>The calendar day it is there at this moment.</summary>
    public static DateOnly Today(this IndonesianZone zone, DateTimeOffset now) =>
        DateOnly.FromDateTime(now.ToOffset(zone.Offset()).DateTime);
}
