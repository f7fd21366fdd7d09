using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Reminders;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class WorkCalendarFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zi-calendar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Shipped_file_is_read_when_the_agency_has_none()
    {
        var calendar = WorkCalendarFile.Load(_folder);

        Assert.True(calendar.Covers(2026));
        Assert.False(calendar.IsWorkingDay(new(2026, 8, 17)));
    }

    [Fact]
    public void File_of_the_agency_wins_whole()
    {
        Write("""{ "years": [{ "year": 2027, "complete": true, "source": "SKB", "days": [{ "date": "2027-03-10", "name": "Idulfitri", "kind": "libur" }] }] }""");

        var calendar = WorkCalendarFile.Load(_folder);

        Assert.Equal((true, false), (calendar.Covers(2027), calendar.Covers(2026)));
        Assert.False(calendar.IsWorkingDay(new(2027, 3, 10)));
        Assert.True(calendar.IsWorkingDay(new(2026, 8, 17)));
    }

    [Fact]
    public void Broken_file_is_refused_with_every_fault()
    {
        Write("""{ "years": [{ "year": 2027, "complete": true, "source": "", "days": [{ "date": "besok", "name": "x", "kind": "libur" }] }] }""");

        var error = Assert.Throws<InvalidDataException>(() => WorkCalendarFile.Load(_folder));

        Assert.Contains(WorkCalendarFile.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains("$.years[0].source", error.Message, StringComparison.Ordinal);
        Assert.Contains("$.years[0].days[0].date", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-31T16:59Z", false)]
    [InlineData("2026-12-31T17:00Z", true)] // 2027 has begun in Jakarta
    public async Task Year_that_is_not_known_whole_is_warned_of_when_the_program_starts(string now, bool warned)
    {
        var log = new Lines();
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        await new WorkCalendarCheck(new WorkCalendar([], [2026]), clock, log).StartAsync(default);

        Assert.Equal(warned ? ["Holidays of 2027 are not all known, so digests may go out on one. Put a complete hari-libur.json into the data folder"] : [], log.Said);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, WorkCalendarFile.Name), text);

    private sealed class Lines : ILogger<WorkCalendarCheck>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Said.Add(formatter(state, exception));
            }
        }
    }
}
