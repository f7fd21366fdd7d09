using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>
/// What heads hear of units behind their pace. Filling runs from 5 January to Saturday, 17 October 2026: 205 working days,
/// of which 200 are gone on 10 October. 92 of 113 answers are 81 %.
/// </summary>
public sealed class DigestEscalationTests
{
    private const string SevenLeft =
        "DPMPTSP tertinggal dari waktunya: 21 dari 113 soal belum dijawab dan syarat WBK belum terpenuhi, sedangkan 97,6 % hari kerjanya sudah lewat. "
        + "Giliran koordinator unit, paling lambat 17 Oktober 2026 (7 hari lagi).";

    public static TheoryData<string, string, int> Thresholds { get; } = new()
    {
        // Day, last turn, days left that are named; 0 for nothing told. Seven days left on Saturday the 10th, three on
        // Wednesday the 14th, one on Friday the 16th.
        { "2026-10-09", "2026-10-08", 0 },
        { "2026-10-10", "2026-10-09", 7 },
        { "2026-10-12", "2026-10-09", 5 }, // seven fell on a weekend: told on Monday ...
        { "2026-10-12", "2026-10-10", 0 }, // ... unless it was told on the 10th
        { "2026-10-13", "2026-10-12", 0 },
        { "2026-10-14", "2026-10-13", 3 },
        { "2026-10-15", "2026-10-14", 0 },
        { "2026-10-16", "2026-10-15", 1 },
        { "2026-10-16", "2026-10-13", 1 }, // three days of standstill: three and one in one line
        { "2026-10-15", "2026-10-12", 2 }, // three fell into the standstill
        { "2026-10-16", "2026-10-09", 1 }, // a week of it, or the weekly rhythm
        { "2026-10-17", "2026-10-16", 0 }, // the last day is no threshold of its own
        { "2026-10-17", "2026-10-15", -1 }, // but one that was missed is told: hari ini hari terakhir
        { "2026-10-18", "2026-10-15", 0 }, // closed
        { "2026-10-12", "", 5 }, // never told anything: what was crossed before is new
        { "2026-10-09", "", 0 }, // eight days left
        { "2026-10-14", "2026-10-20", 3 }, // a clock that went ahead: as if the last turn had been yesterday
        { "2026-10-13", "2026-10-20", 0 },
        { "2026-10-14", "2026-10-14", 3 }, // put into words again on the same day
    };

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void Each_threshold_is_told_once_on_the_first_turn_after_it(string today, string lastTurn, int left)
    {
        var told = Told(Person(Role.Pimpinan, Own), Turn(lastTurn), Sheet(AssessmentStatus.Draft, today));

        Assert.Equal(left != 0, told.Length > 0);
        Assert.Contains(left switch { 0 => "", -1 => "(hari ini hari terakhir)", _ => $"({left} hari lagi)" }, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_of_daily_turns_hears_three_times_before_a_window_closes_and_of_weekly_turns_once()
    {
        int Times(params string[] turns) => turns.Zip(turns.Skip(1)).Count(pair =>
            Told(Person(Role.Pimpinan, Own), Turn(pair.First), Sheet(AssessmentStatus.Draft, pair.Second)).Length > 0);

        Assert.Equal(3, Times("2026-10-08", "2026-10-09", "2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15", "2026-10-16", "2026-10-19"));
        Assert.Equal(1, Times("2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19"));
    }

    [Fact]
    public void Unit_head_reads_what_is_missing_how_long_is_left_and_whose_turn_it_is()
    {
        var line = Assert.Single(Lines(Person(Role.Pimpinan, Own), Turn(), Sheet(AssessmentStatus.Draft, "2026-10-10")));

        Assert.Equal(new(ReminderKind.Escalation, SevenLeft, $"/kesiapan/{SheetId}") { UnitId = Own }, line);
    }

    public static TheoryData<AssessmentStatus, string, int, int, string> UnitTable { get; } = new()
    {
        // Status, day, answered or repaired, returned and open.
        { AssessmentStatus.Draft, "2026-10-10", 111, 0, "" }, // 111/113 = 98,2 % is ahead of 97,6 %
        { AssessmentStatus.Draft, "2026-10-10", 110, 0, "DPMPTSP tertinggal dari waktunya: 3 dari 113 soal belum dijawab, sedangkan 97,6 % hari kerjanya sudah lewat. Giliran koordinator unit, paling lambat 17 Oktober 2026 (7 hari lagi)." },
        { AssessmentStatus.Draft, "2026-10-14", 113, 0, "" },
        { AssessmentStatus.Draft, "2026-10-16", 113, 0, "DPMPTSP tertinggal dari waktunya: lembar belum diajukan, sedangkan 99,5 % hari kerjanya sudah lewat. Giliran koordinator unit, paling lambat 17 Oktober 2026 (1 hari lagi)." },
        { AssessmentStatus.Submitted, "2026-10-16", 113, 0, "" },
        { AssessmentStatus.InReview, "2026-11-29", 113, 0, "" },
        // Returned on 16 November: 9 of 11 working days are gone on the 27th.
        { AssessmentStatus.InRepair, "2026-11-27", 3, 1, "DPMPTSP tertinggal dari waktunya: 1 dari 4 soal yang dikembalikan belum diperbaiki, sedangkan 81,8 % hari kerjanya sudah lewat. Giliran koordinator unit, paling lambat 30 November 2026 (3 hari lagi)." },
        { AssessmentStatus.InRepair, "2026-11-27", 9, 1, "" },
        { AssessmentStatus.InRepair, "2026-11-26", 3, 1, "" }, // 3/4 is ahead of 8/11
        { AssessmentStatus.InRepair, "2026-11-27", 3, 0, "" },
        { AssessmentStatus.Concluded, "2026-10-16", 92, 0, "" },
    };

    [Theory]
    [MemberData(nameof(UnitTable))]
    public void Unit_head_is_told_only_while_the_unit_is_behind(AssessmentStatus status, string today, int done, int open, string told)
    {
        var sheet = Sheet(status, today) with
        {
            TargetMet = true,
            Answered = done,
            Repaired = status == AssessmentStatus.InRepair ? done : 0,
            RepairFrom = On("2026-11-16"),
            Returned = [.. Enumerable.Range(0, open).Select(number => new ReturnedQuestion($"A.{number}", "x"))],
        };

        Assert.Equal(told, Told(Person(Role.Pimpinan, Own), sheet));
    }

    [Fact]
    public void Other_peoples_units_are_not_told_of()
    {
        var behind = Sheet(AssessmentStatus.Draft, "2026-10-10");

        Assert.Equal("", Told(Person(Role.Pimpinan, Other), behind));
        Assert.Equal("", Told(Person(Role.Administrator, null), behind));
        Assert.Equal("", Told(Person(Role.Evaluator, null, Own), behind));
    }

    [Fact]
    public void Head_who_moved_hears_of_the_new_unit_only()
    {
        SheetState old = Sheet(AssessmentStatus.Draft, "2026-10-10"), now = old with { UnitId = Other, UnitName = "Dinas Kesehatan" };

        Assert.StartsWith("Dinas Kesehatan tertinggal", Told(Person(Role.Pimpinan, Other), old, now), StringComparison.Ordinal);
    }

    [Fact]
    public void Agency_head_gets_one_line_with_the_nearest_first()
    {
        var draft = Sheet(AssessmentStatus.Draft, "2026-10-16");
        SheetState[] sheets =
        [
            draft with { UnitId = Other, UnitName = "Dinas Kesehatan", Answered = 100 },
            draft,
            draft with { UnitId = Guid.CreateVersion7(), UnitName = "Bappeda", Status = AssessmentStatus.Submitted },
            draft with { UnitId = Guid.CreateVersion7(), UnitName = "Bapenda", Answered = 113 },
            draft with { UnitId = Guid.CreateVersion7(), UnitName = "Dinas Sosial", Answered = 112 },
        ];

        Assert.Equal(
            [new(
                ReminderKind.Escalation,
                "4 unit kerja tertinggal dari waktunya: DPMPTSP (21 soal belum dijawab), Dinas Kesehatan (13 soal belum dijawab), "
                + "Dinas Sosial (1 soal belum dijawab), dan 1 lainnya. Giliran koordinator unit. Yang terdekat: DPMPTSP (1 hari lagi).",
                "/kesiapan")],
            Lines(Person(Role.Pimpinan, null), Turn("2026-10-15"), sheets));
        Assert.Empty(Lines(Person(Role.Pimpinan, null), Turn("2026-10-16"), [.. sheets.Select(sheet => sheet with { Today = On("2026-10-17") })]));
    }

    [Fact]
    public void Agency_heads_line_about_one_unit_belongs_to_that_unit()
    {
        var line = Assert.Single(Lines(Person(Role.Pimpinan, null), Turn("2026-10-15"), Sheet(AssessmentStatus.Draft, "2026-10-16")));

        Assert.Equal(Own, line.UnitId);
    }

    [Fact]
    public void Window_of_a_unit_closes_at_its_own_midnight()
    {
        // 22:30 in Jakarta on the 13th is 00:30 on the 14th in the east: three days are left there, and four in Jakarta.
        SheetState west = Sheet(AssessmentStatus.Draft, "2026-10-13"), east = Sheet(AssessmentStatus.Draft, "2026-10-14") with { UnitId = Other, UnitName = "Timur" };

        var line = Assert.Single(Lines(Person(Role.Pimpinan, null), Turn("2026-10-12"), west, east));

        Assert.Equal((Other, true), (line.UnitId, line.Text.Contains("Timur (3 hari lagi)", StringComparison.Ordinal)));
    }
}
