namespace ZonaIntegritas.Domain.Reminders;

/// <summary>Days on which offices work: Monday to Friday, without the national holidays and joint leave that are known.</summary>
/// <param name="daysOff">Dates of holidays and joint leave (cuti bersama), from the yearly SKB of three ministers.</param>
public sealed class WorkCalendar(IEnumerable<DateOnly> daysOff)
{
    private readonly HashSet<DateOnly> _daysOff = [.. daysOff];

    /// <summary>Knows weekends only.</summary>
    public static WorkCalendar WeekendsOnly { get; } = new([]);

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

    /// <summary>The working day before this one.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        }
        while (!IsWorkingDay(day));

        return day;
    }

    /// <summary>Whether the holidays of this year are known as a whole.</summary>
    public bool Covers(int year) => _daysOff.Any(day => day.Year == year);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
