using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>What each role is told, as tables. Filling closes on 17 October 2026, evaluation on 30 November 2026.</summary>
public sealed class DigestPolicyTests
{
    private static readonly ReturnedQuestion Item = new("A.I.1.ii.b", "Lampirkan penetapan\n target.");

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
    [MemberData(nameof(CoordinatorTable))]
    public void Coordinator_is_told_what_the_unit_can_still_do(AssessmentStatus status, string today, SheetChange change, string? told) =>
        Assert.Equal(told ?? "", Told(Person(Role.Koordinator, Own), Change(Sheet(status, today), change)));

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
        Assert.Equal(told ?? "", Told(Person(Role.Evaluator, null, Own), Change(Sheet(status, today), change)));

    [Fact]
    public void Evaluator_is_never_told_about_the_own_unit_nor_about_one_not_assigned()
    {
        var waiting = Change(Sheet(AssessmentStatus.Submitted, "2026-11-18"), SheetChange.LeadWaits);

        Assert.Equal("", Told(Person(Role.Evaluator, Own, Own), waiting));
        Assert.Equal("", Told(Person(Role.Evaluator, null, Other), waiting));
    }

    [Fact]
    public void Administrator_is_told_only_what_failed()
    {
        var person = Person(Role.Administrator, null);

        var digest = DigestPolicy.Compose(person, [Sheet(AssessmentStatus.Draft, "2026-10-16")], Turn() with { Failed = new(3, 2) })!;

        Assert.Equal(
            [
                new(ReminderKind.FailedWork, "3 laporan atau paket dan 2 pesan gagal setelah beberapa kali dicoba. Coba lagi atau abaikan.", "/pekerjaan"),
            ],
            digest.Lines);
        Assert.Null(DigestPolicy.Compose(person, [], Turn()));
    }

    [Fact]
    public void Lines_lead_to_the_very_question_sheet_or_unit()
    {
        var returned = Sheet(AssessmentStatus.InRepair, "2026-11-20") with { Returned = [new("A.1/b c", "x") { Points = 1 }, .. Enumerable.Repeat(Item, 6)] };

        var coordinator = DigestPolicy.Compose(Person(Role.Koordinator, Own), [returned], Turn())!;
        var evaluator = DigestPolicy.Compose(
            Person(Role.Evaluator, null, Own), [Change(Sheet(AssessmentStatus.Submitted, "2026-11-20"), SheetChange.LeadWaits)], Turn())!;

        Assert.Equal("Sri Wahyuni", coordinator.Name);
        Assert.Equal($"/lembar-kerja/{SheetId}?soal=A.1%2Fb%20c", coordinator.Lines[0].Link);
        Assert.Equal(
            new DigestLine(ReminderKind.Returned, "Masih ada 2 soal lain yang dikembalikan TPI.", $"/lembar-kerja/{SheetId}?soal=A.I.1.ii.b") { UnitId = Own, AndMore = true },
            coordinator.Lines[5]);
        Assert.Equal(($"/penilaian/{SheetId}", Own), (Assert.Single(evaluator.Lines).Link, evaluator.Lines[0].UnitId));
    }

    [Fact]
    public void Many_units_end_in_one_line_that_counts_the_rest()
    {
        List<SheetState> sheets = [.. Enumerable.Range(0, 13).Select(number => Sheet(AssessmentStatus.Submitted, "2026-11-20") with
        {
            UnitId = new Guid(number, 1, 1, new byte[8]),
            UnitName = $"Unit {number:00}",
            SubmittedOn = new DateOnly(2026, 10, 30).AddDays(-number),
            Waits = Waits(lead: 5, complete: false),
        })];

        var digest = DigestPolicy.Compose(Person(Role.Evaluator, null, [.. sheets.Select(sheet => sheet.UnitId)]), sheets, Turn())!;

        Assert.Equal(9, digest.Lines.Count);
        Assert.StartsWith("Unit 12: 5 soal menunggu penilaian Anda sebagai ketua tim, diajukan 18 Oktober 2026.", digest.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal(new(ReminderKind.Review, "Masih ada 5 unit lain yang menunggu Anda.", "/penilaian") { AndMore = true }, digest.Lines[^1]);
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
}
