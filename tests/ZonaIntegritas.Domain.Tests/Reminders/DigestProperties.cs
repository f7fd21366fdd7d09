using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>What holds for any person, any sheets and any day.</summary>
public sealed class DigestProperties
{
    private static readonly ReminderKind[] Work =
        [ReminderKind.Returned, ReminderKind.OpenQuestions, ReminderKind.Review, ReminderKind.Escalation, ReminderKind.Evidence];

    [Property(MaxTest = 2000)]
    public void No_line_is_about_a_unit_the_person_may_not_see(int seed)
    {
        var world = new World(seed);

        foreach (var line in world.Lines)
        {
            Assert.True(line.UnitId is not { } unit || world.Person.MaySee(unit), line.Text);
            foreach (var hidden in world.Sheets.Where(sheet => !world.Person.MaySee(sheet.UnitId)))
            {
                Assert.DoesNotContain(hidden.UnitName, line.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(hidden.AssessmentId.ToString(), line.Link, StringComparison.Ordinal);
            }
        }
    }

    [Property(MaxTest = 2000)]
    public void Line_that_leads_to_a_sheet_or_speaks_of_one_unit_says_whose_it_is(int seed)
    {
        var world = new World(seed);

        foreach (var line in world.Lines)
        {
            List<SheetState> meant = [.. world.Sheets.Where(sheet =>
                line.Link.Contains(sheet.AssessmentId.ToString(), StringComparison.Ordinal) || line.Text.Contains(sheet.UnitName, StringComparison.Ordinal))];
            Assert.True(meant.Count != 1 || line.UnitId == meant[0].UnitId, line.Text);
            Assert.True(line.Kind is not (ReminderKind.Evidence or ReminderKind.ActionPlan) || line.UnitId is not null, line.Text);
        }
    }

    [Property(MaxTest = 2000)]
    public void Nothing_is_asked_for_after_the_work_is_done(int seed)
    {
        var world = new World(seed);

        foreach (var line in world.Lines.Where(line => Work.Contains(line.Kind)))
        {
            var sheet = world.Sheets.FirstOrDefault(found => found.UnitId == line.UnitId);
            Assert.False(sheet is not null && SheetLife.IsAfterLhe(sheet.Status), line.Text);
            Assert.False(sheet is { Status: AssessmentStatus.Draft, Unanswered: 0 } && line.Link.Contains("?soal=", StringComparison.Ordinal), line.Text);
            Assert.False(
                line.Kind is ReminderKind.Returned or ReminderKind.OpenQuestions or ReminderKind.Escalation && sheet is not null && sheet.UnitWindow is null, line.Text);
            Assert.False(line.Kind == ReminderKind.Review && sheet is not null && sheet.ReviewDaysLeft is null, line.Text);
            Assert.False(sheet is not null && sheet.Period.IsClosed, line.Text);
        }
    }

    [Property(MaxTest = 2000)]
    public void Digest_is_short_and_each_thing_stands_in_it_once(int seed)
    {
        var lines = new World(seed).Lines;

        Assert.InRange(lines.Count, 0, 12);
        Assert.Equal(lines.Count, lines.Select(line => line.Key).Distinct().Count());
        Assert.All(lines, line => Assert.InRange(line.Text.Length, 10, 600));
        Assert.All(lines, line => Assert.StartsWith("/", line.Link, StringComparison.Ordinal));
    }

    [Property(MaxTest = 2000)]
    public void Each_role_hears_only_kinds_of_its_own(int seed)
    {
        var world = new World(seed);
        ReminderKind[] kinds = world.Person.Role switch
        {
            Role.Koordinator => [ReminderKind.Alert, ReminderKind.Returned, ReminderKind.OpenQuestions, ReminderKind.Evidence, ReminderKind.ActionPlan],
            Role.Evaluator => [ReminderKind.Alert, ReminderKind.Review],
            Role.Pimpinan when world.Person.UnitId is not null => [ReminderKind.Alert, ReminderKind.Escalation, ReminderKind.ActionPlan],
            Role.Pimpinan => [ReminderKind.Alert, ReminderKind.Escalation],
            _ => [ReminderKind.Alert, ReminderKind.FailedWork],
        };

        Assert.All(world.Lines, line => Assert.Contains(line.Kind, kinds));
    }

    /// <summary>An office of eighteen units with everything that can be true of their sheets, and one person in it.</summary>
    private sealed class World
    {
        private readonly Random _random;

        public World(int seed)
        {
            _random = new(seed);
            // Near the days on which windows close more often than not.
            var today = _random.Next(3) > 0 ? On("2026-10-17").AddDays(_random.Next(-9, 3)) : On("2026-01-01").AddDays(_random.Next(365));
            Sheets = [.. Enumerable.Range(0, 18).Select(number => AnySheet(number, today))];
            Person = AnyPerson();
            DateOnly? last = _random.Next(4) == 0 ? null : today.AddDays(-_random.Next(-1, 9));
            Lines = DigestPolicy.Compose(Person, Sheets, Turn() with { LastTurn = last, Failed = new(_random.Next(2), _random.Next(2)) })?.Lines ?? [];
        }

        public List<SheetState> Sheets { get; }

        public Actor Person { get; }

        public IReadOnlyList<DigestLine> Lines { get; }

        private Actor AnyPerson()
        {
            Guid? unit = _random.Next(4) == 0 ? null : Sheets[_random.Next(Sheets.Count)].UnitId;
            var duties = Sheets.Where(_ => _random.Next(2) == 0)
                .ToDictionary(sheet => sheet.UnitId, _ => ReviewDuty.Whole((ReviewTier)_random.Next(Enum.GetValues<ReviewTier>().Length)));
            return new(Guid.Empty, "Sri", (Role)_random.Next(4), unit, duties);
        }

        private SheetState AnySheet(int number, DateOnly today)
        {
            var period = new AssessmentPeriod(Guid.Empty, 2026, Guid.Empty, new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30));
            if (_random.Next(10) == 0)
            {
                period.Close(Guid.Empty, default);
            }

            var open = _random.Next(8) * _random.Next(2);
            return Sheet((AssessmentStatus)_random.Next(Enum.GetValues<AssessmentStatus>().Length), today.AddDays(_random.Next(2))) with
            {
                AssessmentId = new(number, 2, 1, new byte[8]),
                UnitId = new(number, 1, 1, new byte[8]),
                UnitName = $"Unit<{number:00}>",
                Period = period,
                TargetMet = _random.Next(2) == 0,
                Answered = 113 - open,
                OpenQuestions = [.. Enumerable.Range(0, open).Select(code => new OpenQuestion($"A.{code}", "Soal terbuka.", _random.Next(20) / 4m))],
                Returned = [.. Enumerable.Range(0, _random.Next(9)).Select(code => new ReturnedQuestion($"B.{code}", "Lengkapi.") { Points = _random.Next(3) })],
                Repaired = _random.Next(4),
                BrokenLinks = _random.Next(3),
                Waits = AnyWaits(),
                Fell = [.. Enumerable.Range(0, _random.Next(5)).Select(gate => new FellGate((Layer)_random.Next(3), $"Area {gate}", 9m, 8m) { On = today.AddDays(-_random.Next(4)) })],
                Actions = [new(today.AddDays(_random.Next(-20, 20)), _random.Next(3))],
                Expiring = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => new DueItems(today.AddDays(_random.Next(-60, 60)), 1 + _random.Next(3)))],
            };
        }

        private SheetWaits AnyWaits() => _random.Next(3) == 0 ? SheetWaits.None : new(
            [new("A.1", 113, 0, [ReviewTier.Member, ReviewTier.Lead], new Dictionary<ReviewTier, int>
            {
                [ReviewTier.Member] = _random.Next(2) * 50,
                [ReviewTier.Lead] = _random.Next(2) * 50,
            })],
            ReviewTier.Lead);
    }
}
