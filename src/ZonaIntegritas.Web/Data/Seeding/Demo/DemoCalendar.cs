using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Places the demo in time, from the day of seeding: the newest period is open today, older ones are over.</summary>
public sealed class DemoCalendar(DateTimeOffset now)
{
    private const int OpenSinceDays = 60;
    private const int FillDaysLeft = 21;
    private const int ReviewDaysLeft = 60;

    /// <summary>Work begins at eight; the rest of a day is minutes after that.</summary>
    private static readonly TimeOnly DayBegins = new(8, 0);

    private readonly DateOnly _today = IndonesianZone.WIB.Today(now);

    public DateTimeOffset Now { get; } = now;

    public int Year(int yearsAgo) => _today.Year - yearsAgo;

    public AssessmentPeriod Period(int yearsAgo, Guid instrumentVersionId)
    {
        var (id, year) = (Guid.CreateVersion7(Now), Year(yearsAgo));
        return yearsAgo == 0
            ? new(id, year, instrumentVersionId, _today.AddDays(-OpenSinceDays), _today.AddDays(FillDaysLeft), _today.AddDays(ReviewDaysLeft))
            : new(id, year, instrumentVersionId, new(year, 2, 1), new(year, 4, 15), new(year, 6, 30));
    }

    /// <exception cref="InvalidDataException">The moment would lie in the future.</exception>
    public DateTimeOffset Moment(AssessmentPeriod period, IndonesianZone zone, int day, int minute)
    {
        var local = period.FillFrom.AddDays(day).ToDateTime(DayBegins).AddMinutes(minute);
        var moment = new DateTimeOffset(local, zone.Offset());
        return moment <= Now
            ? moment
            : throw new InvalidDataException($"Day {day} of the period of {period.Year} has not come yet.");
    }

    /// <summary>The moment of one of many equal steps between the first and the last day, in office hours.</summary>
    public DateTimeOffset Step(AssessmentPeriod period, IndonesianZone zone, IReadOnlyList<int> days, int step, int steps)
    {
        const int minutesPerDay = 480;
        if (days is not [var first, var last] || last < first)
        {
            throw new InvalidDataException($"\"days\" must be a first and a last day, not [{string.Join(", ", days)}].");
        }

        var minute = (last - first + 1) * minutesPerDay * step / steps;
        return Moment(period, zone, first + (minute / minutesPerDay), minute % minutesPerDay);
    }

    /// <summary>Puts the period's years into a text of the demo.</summary>
    public static string Fill(string text, int year) => text
        .Replace("{tahun}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{depan}", (year + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{lalu}", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
