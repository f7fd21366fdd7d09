using Xunit;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>What is news to a person on Thursday, 15 October 2026.</summary>
public sealed class DigestDayTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);

    [Theory]
    [InlineData("2026-10-14", "2026-10-14")]
    [InlineData("2026-10-12", "2026-10-12")] // three days of standstill
    [InlineData("2026-10-09", "2026-10-09")]
    [InlineData("", "2026-10-14")] // no turn yet: one day
    [InlineData("2026-10-15", "2026-10-14")] // put into words again on the same day
    [InlineData("2026-10-20", "2026-10-14")] // by a clock that went ahead
    public void News_begins_with_the_day_of_the_last_turn(string lastTurn, string since) => Assert.Equal(On(since), Turn(lastTurn).Since(Today));

    [Theory]
    [InlineData("2026-10-14", "2026-10-13", false)] // told yesterday, as the day that was over
    [InlineData("2026-10-14", "2026-10-14", true)] // before or after yesterday's turn
    [InlineData("2026-10-14", "2026-10-15", false)] // today is not over: told tomorrow
    [InlineData("2026-10-12", "2026-10-11", false)]
    [InlineData("2026-10-12", "2026-10-12", true)]
    [InlineData("2026-10-12", "2026-10-14", true)]
    [InlineData("", "2026-10-13", false)]
    [InlineData("", "2026-10-14", true)]
    public void News_is_what_fell_on_whole_days_since_then(string lastTurn, string happened, bool news) =>
        Assert.Equal(news, Turn(lastTurn).IsNews(On(happened), Today));

    [Fact]
    public void Whatever_the_gaps_between_turns_each_day_is_news_once()
    {
        DateOnly[] turns = [On("2026-10-01"), On("2026-10-02"), On("2026-10-05"), On("2026-10-12"), On("2026-10-13")];

        for (var day = On("2026-10-01"); day < On("2026-10-13"); day = day.AddDays(1))
        {
            var told = turns.Zip(turns.Skip(1)).Count(pair => (Turn() with { LastTurn = pair.First }).IsNews(day, pair.Second));
            Assert.Equal(1, told);
        }
    }

    [Theory]
    [InlineData("2026-10-09", true)] // Friday of the week before
    [InlineData("2026-10-11", true)]
    [InlineData("2026-10-12", false)] // Monday
    [InlineData("2026-10-14", false)]
    [InlineData("2026-10-15", false)] // again on the same day
    [InlineData("", true)]
    public void First_of_the_week_is_the_turn_after_another_weeks(string lastTurn, bool first) => Assert.Equal(first, Turn(lastTurn).IsFirstOfWeek(Today));
}
