using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>What each role is told, as tables. Filling closes on 17 October 2026, evaluation on 30 November 2026.</summary>
public sealed class DigestPolicyTests
{
    private static readonly Guid Own = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid SheetId = new("00000000-0000-0000-0000-00000000000a");
    private static readonly FailedWork NothingFailed = new(0, 0);

    private static DigestDay Day(FailedWork failed) => new(WorkCalendar.WeekendsOnly, ReminderPreference.Default, null, failed);
    private static readonly ReturnedQuestion Item = new("A.I.1.ii.b", "Lampirkan penetapan\n target.");

    private static readonly AssessmentPeriod Period = new(
        new("00000000-0000-0000-0000-00000000000b"), 2026, Guid.Empty, new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30));

    private static SheetState Sheet(AssessmentStatus status, DateOnly today) => new()
    {
        AssessmentId = SheetId,
        UnitId = Own,
        UnitName = "DPMPTSP",
        Period = Period,
        Today = today,
        Status = status,
        Target = "WBK",
        Questions = 113,
        Answered = 92,
        PointsLost = 17.254m,
        SubmittedOn = status == AssessmentStatus.Draft ? null : new(2026, 10, 10),
    };

    private static Actor Person(Role role, Guid? unit, params Guid[] assigned) =>
        new(new("00000000-0000-0000-0000-0000000000ff"), "Sri Wahyuni", role, unit, assigned.ToDictionary(id => id, _ => ReviewDuty.Whole(ReviewTier.Lead)));

    private static string? Told(Actor person, params SheetState[] sheets) =>
        DigestPolicy.Compose(person, sheets, Day(NothingFailed)) is { } digest
            ? string.Join(" | ", digest.Lines.Select(line => line.Text))
            : null;

    public static TheoryData<AssessmentStatus, string, SheetChange, string?> CoordinatorTable { get; } = new()
    {
        { AssessmentStatus.Draft, "2026-10-12", SheetChange.None, "21 soal LKE 2026 belum dijawab; 17,25 poin belum diraih. Pengisian ditutup 17 Oktober 2026 (5 hari lagi)." },
        { AssessmentStatus.Draft, "2026-10-16", SheetChange.None, "21 soal LKE 2026 belum dijawab; 17,25 poin belum diraih. Pengisian ditutup 17 Oktober 2026 (1 hari lagi)." },
        { AssessmentStatus.Draft, "2026-10-17", SheetChange.None, "21 soal LKE 2026 belum dijawab; 17,25 poin belum diraih. Pengisian ditutup 17 Oktober 2026 (hari ini hari terakhir)." },
        { AssessmentStatus.Draft, "2026-10-18", SheetChange.None, null },
        { AssessmentStatus.Draft, "2026-01-04", SheetChange.None, null },
        { AssessmentStatus.Draft, "2026-10-12", SheetChange.Complete, "Semua soal LKE 2026 sudah dijawab. Periksa kembali, lalu ajukan paling lambat 17 Oktober 2026 (5 hari lagi)." },
        { AssessmentStatus.Submitted, "2026-10-12", SheetChange.None, null },
        { AssessmentStatus.InReview, "2026-11-12", SheetChange.None, null },
        { AssessmentStatus.InRepair, "2026-11-27", SheetChange.OneReturned, "Soal A.I.1.ii.b dikembalikan TPI: “Lampirkan penetapan target.” Perbaiki paling lambat 30 November 2026 (3 hari lagi)." },
        { AssessmentStatus.InRepair, "2026-12-01", SheetChange.OneReturned, null },
        { AssessmentStatus.Concluded, "2026-11-12", SheetChange.None, null },
    };

    [Theory]
    [InlineData(AssessmentStatus.Draft, "2026-10-12", true)]
    [InlineData(AssessmentStatus.Submitted, "2026-10-12", true)]
    [InlineData(AssessmentStatus.InReview, "2026-11-12", true)]
    [InlineData(AssessmentStatus.InReview, "2026-12-01", false)]
    [InlineData(AssessmentStatus.Concluded, "2026-11-12", false)]
    public void Coordinator_hears_of_links_that_do_not_open_while_an_evaluator_may_still_try_them(AssessmentStatus status, string today, bool told)
    {
        var sheet = Sheet(status, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)) with { BrokenLinks = 2 };

        var words = Told(Person(Role.Koordinator, Own), sheet) ?? "";

        Assert.Equal(told, words.Contains("2 tautan data dukung LKE 2026 terkunci atau mati. Perbaiki sebelum evaluator membukanya.", StringComparison.Ordinal));
        Assert.Null(Told(Person(Role.Koordinator, Other), sheet));
    }

    [Theory]
    [MemberData(nameof(CoordinatorTable))]
    public void Coordinator_is_told_what_the_unit_can_still_do(AssessmentStatus status, string today, SheetChange change, string? told) =>
        Assert.Equal(told, Told(Person(Role.Koordinator, Own), Change(Sheet(status, Day(today)), change)));

    public static TheoryData<AssessmentStatus, string, SheetChange, string?> EvaluatorTable { get; } = new()
    {
        { AssessmentStatus.Draft, "2026-10-12", SheetChange.None, null },
        { AssessmentStatus.Submitted, "2026-11-18", SheetChange.LeadWaits, "DPMPTSP: 87 soal menunggu penilaian Anda sebagai ketua tim, diajukan 10 Oktober 2026. Evaluasi ditutup 30 November 2026 (12 hari lagi)." },
        { AssessmentStatus.InReview, "2026-11-30", SheetChange.LeadWaits, "DPMPTSP: 87 soal menunggu penilaian Anda sebagai ketua tim. Evaluasi ditutup 30 November 2026 (hari ini hari terakhir)." },
        { AssessmentStatus.InRepair, "2026-11-29", SheetChange.RepairWaits, "DPMPTSP: 87 soal menunggu penilaian Anda sebagai ketua tim, termasuk perbaikan dari unit. Evaluasi ditutup 30 November 2026 (1 hari lagi)." },
        // Waits for somebody else's tier, or for the unit: no reason to write to this person.
        { AssessmentStatus.InReview, "2026-11-29", SheetChange.OthersWait, null },
        { AssessmentStatus.InRepair, "2026-11-29", SheetChange.OneReturned, null },
        { AssessmentStatus.InReview, "2026-11-29", SheetChange.AllJudged, "DPMPTSP: semua jenjang sudah menilai, LHE menunggu Anda terbitkan. Evaluasi ditutup 30 November 2026 (1 hari lagi)." },
        { AssessmentStatus.InRepair, "2026-11-29", SheetChange.AllJudged, null },
        { AssessmentStatus.InReview, "2026-11-29", SheetChange.JudgedBelowTheController, null },
        { AssessmentStatus.Submitted, "2026-12-01", SheetChange.LeadWaits, null },
        { AssessmentStatus.Concluded, "2026-11-18", SheetChange.LeadWaits, null },
    };

    [Theory]
    [MemberData(nameof(EvaluatorTable))]
    public void Evaluator_is_told_whose_turn_has_come(AssessmentStatus status, string today, SheetChange change, string? told) =>
        Assert.Equal(told, Told(Person(Role.Evaluator, null, Own), Change(Sheet(status, Day(today)), change)));

    [Fact]
    public void Evaluator_is_never_told_about_the_own_unit_nor_about_one_not_assigned()
    {
        var waiting = Change(Sheet(AssessmentStatus.Submitted, new(2026, 11, 18)), SheetChange.LeadWaits);

        Assert.Null(Told(Person(Role.Evaluator, Own, Own), waiting));
        Assert.Null(Told(Person(Role.Evaluator, null, Other), waiting));
    }

    public static TheoryData<AssessmentStatus, string, SheetChange, string?> UnitHeadTable { get; } = new()
    {
        { AssessmentStatus.Draft, "2026-10-09", SheetChange.None, null },
        { AssessmentStatus.Draft, "2026-10-10", SheetChange.None, "DPMPTSP belum memenuhi syarat WBK. Waktu unit berakhir 17 Oktober 2026 (7 hari lagi)." },
        { AssessmentStatus.Draft, "2026-10-10", SheetChange.TargetMet, null },
        { AssessmentStatus.Draft, "2026-10-18", SheetChange.None, null },
        { AssessmentStatus.InRepair, "2026-11-29", SheetChange.None, "DPMPTSP belum memenuhi syarat WBK. Waktu unit berakhir 30 November 2026 (1 hari lagi)." },
        { AssessmentStatus.Submitted, "2026-11-29", SheetChange.None, null },
    };

    [Theory]
    [MemberData(nameof(UnitHeadTable))]
    public void Unit_head_is_told_when_time_runs_out_below_the_target(AssessmentStatus status, string today, SheetChange change, string? told) =>
        Assert.Equal(told, Told(Person(Role.Pimpinan, Own), Change(Sheet(status, Day(today)), change)));

    [Fact]
    public void Agency_head_is_told_how_many_units_are_behind_and_which_is_nearest()
    {
        var near = Sheet(AssessmentStatus.Draft, new(2026, 10, 15)) with { UnitId = Other, UnitName = "Dinas Kesehatan" };
        var nearer = Sheet(AssessmentStatus.Draft, new(2026, 10, 16));
        var met = Sheet(AssessmentStatus.Draft, new(2026, 10, 16)) with { TargetMet = true };

        var digest = DigestPolicy.Compose(Person(Role.Pimpinan, null), [near, nearer, met], Day(NothingFailed))!;

        Assert.Equal(
            [new(ReminderKind.Escalation, "2 unit kerja belum memenuhi target, dan waktunya berakhir dalam 7 hari. Yang terdekat: DPMPTSP (1 hari lagi).", "/kesiapan")],
            digest.Lines);
        Assert.Null(Told(Person(Role.Pimpinan, null), met));
    }

    [Fact]
    public void Administrator_is_told_only_what_failed()
    {
        var person = Person(Role.Administrator, null);

        var digest = DigestPolicy.Compose(person, [Sheet(AssessmentStatus.Draft, new(2026, 10, 16))], Day(new FailedWork(3, 2)))!;

        Assert.Equal(
            [
                new(ReminderKind.FailedWork, "3 laporan gagal dibuat setelah beberapa kali dicoba.", "/laporan"),
                new(ReminderKind.FailedWork, "2 surat gagal dikirim setelah beberapa kali dicoba.", "/surat"),
            ],
            digest.Lines);
        Assert.Null(DigestPolicy.Compose(person, [], Day(NothingFailed)));
    }

    [Fact]
    public void Lines_lead_to_the_very_question_sheet_or_unit()
    {
        var returned = Sheet(AssessmentStatus.InRepair, new(2026, 11, 20)) with { Returned = [new("A.1/b c", "x"), .. Enumerable.Repeat(Item, 6)] };

        var coordinator = DigestPolicy.Compose(Person(Role.Koordinator, Own), [returned], Day(NothingFailed))!;
        var evaluator = DigestPolicy.Compose(
            Person(Role.Evaluator, null, Own), [Change(Sheet(AssessmentStatus.Submitted, new(2026, 11, 20)), SheetChange.LeadWaits)], Day(NothingFailed))!;

        Assert.Equal("Sri Wahyuni", coordinator.Name);
        Assert.Equal($"/lembar-kerja/{SheetId}?soal=A.1%2Fb%20c", coordinator.Lines[0].Link);
        Assert.Equal(new DigestLine(ReminderKind.Returned, "Masih ada 2 soal lain yang dikembalikan TPI.", $"/lembar-kerja/{SheetId}?soal=A.I.1.ii.b"), coordinator.Lines[5]);
        Assert.Equal($"/penilaian/{SheetId}", Assert.Single(evaluator.Lines).Link);
    }

    [Fact]
    public void Many_units_end_in_one_line_that_counts_the_rest()
    {
        List<SheetState> sheets = [.. Enumerable.Range(0, 13).Select(number => Sheet(AssessmentStatus.Submitted, new(2026, 11, 20)) with
        {
            UnitId = new Guid(number, 1, 1, new byte[8]),
            UnitName = $"Unit {number:00}",
            SubmittedOn = new DateOnly(2026, 10, 30).AddDays(-number),
            Waits = Waits(lead: 5, complete: false),
        })];

        var digest = DigestPolicy.Compose(Person(Role.Evaluator, null, [.. sheets.Select(sheet => sheet.UnitId)]), sheets, Day(NothingFailed))!;

        Assert.Equal(11, digest.Lines.Count);
        Assert.StartsWith("Unit 12: 5 soal menunggu penilaian Anda sebagai ketua tim, diajukan 18 Oktober 2026.", digest.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal("Masih ada 3 unit lain yang menunggu Anda.", digest.Lines[^1].Text);
    }

    [Fact]
    public void Reason_stands_on_one_line_and_is_cut_at_a_word()
    {
        Assert.Equal("dua baris dan spasi", DigestWords.Excerpt("dua\r\nbaris\t dan spasi"));
        var excerpt = DigestWords.Excerpt(string.Join(' ', Enumerable.Repeat("lengkapi", 40)));

        Assert.EndsWith("lengkapi…", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 161);
    }

    public enum SheetChange
    {
        None,
        Complete,
        TargetMet,
        OneReturned,
        LeadWaits,
        RepairWaits,
        OthersWait,
        AllJudged,
        JudgedBelowTheController,
    }

    private static SheetState Change(SheetState sheet, SheetChange change) => change switch
    {
        SheetChange.None => sheet,
        SheetChange.Complete => sheet with { Answered = sheet.Questions },
        SheetChange.TargetMet => sheet with { TargetMet = true },
        SheetChange.OneReturned => sheet with { Returned = [Item] },
        SheetChange.LeadWaits => sheet with { Waits = Waits(lead: 87, complete: false) },
        SheetChange.RepairWaits => sheet with { Waits = Waits(lead: 87, complete: false), Repaired = 3 },
        SheetChange.OthersWait => sheet with { Waits = Waits(lead: 0, complete: false), Repaired = 3 },
        SheetChange.AllJudged => sheet with { Waits = Waits(lead: 0, complete: true) },
        SheetChange.JudgedBelowTheController => sheet with { Waits = Waits(lead: 0, complete: true, ReviewTier.Controller) },
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>A team of anggota and <paramref name="top"/>; what does not wait for the lead waits for the anggota, or for nobody.</summary>
    private static SheetWaits Waits(int lead, bool complete, ReviewTier top = ReviewTier.Lead) => new(
        [new("A.1", 113, 0, [ReviewTier.Member, top], new Dictionary<ReviewTier, int>
        {
            [ReviewTier.Lead] = lead,
            [ReviewTier.Member] = complete ? 0 : 113 - lead,
        })],
        top);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
