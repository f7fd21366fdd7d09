namespace ZonaIntegritas.Domain.Reminders;

/// <summary>Days on which offices work: Monday to Friday, without the national holidays and joint leave that are known.</summary>
/// <param name="daysOff">Dates of holidays and joint leave (cuti bersama), from the yearly SKB of three ministers.</param>
/// <param name="years">Years whose days off are all known.</param>
public sealed class WorkCalendar(IEnumerable<DateOnly> daysOff, IEnumerable<int>? years = null)
{
    private readonly HashSet<DateOnly> _daysOff = [.. daysOff];
    private readonly HashSet<int> _years = [.. years ?? []];

    /// <summary>Knows weekends only.</summary>
    public static WorkCalendar WeekendsOnly { get; } = new([]);

    /// <summary>Whether all days off of this year are known; in another year people may be written to on a holiday.</summary>
    public bool Covers(int year) => _years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_daysOff.Contains(day);

    /// <summary>Working days from the first to the last, both counted; 0 when the last lies before the first.</summary>
    public int WorkingDays(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
