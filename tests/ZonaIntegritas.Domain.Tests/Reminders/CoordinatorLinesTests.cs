using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>In which order a coordinator's questions are named.</summary>
public sealed class CoordinatorLinesTests
{
    [Fact]
    public void Most_valuable_open_questions_are_named_with_a_link_to_each()
    {
        var sheet = Sheet(AssessmentStatus.Draft, "2026-10-12") with
        {
            OpenQuestions =
            [
                new("A.I.1.i.a", "Tim kerja sudah dibentuk.", 0.25m),
                new("A.I.1.ii.a", "Rencana kerja tersedia.", 0.75m),
                new("B.I.a", "Nilai survei eksternal persepsi anti korupsi (IPAK), skala 0-4, yang dilakukan oleh lembaga lain.", 17.5m),
                new("A.I.1.ii.b", "Target prioritas tersedia.", 0.75m),
                new("A.I.1.ii/c", "Media komunikasi tersedia.", 0.75m),
            ],
        };

        var lines = Lines(Person(Role.Koordinator, Own), Turn("2026-10-09"), sheet);

        Assert.Equal(
            [
                Open("21 soal LKE 2026 belum dijawab; 17,25 poin belum diraih. Pengisian ditutup 17 Oktober 2026 (5 hari lagi).", ""),
                // 17,5, then 0,75 three times in the order of the sheet, of which two fit.
                Open("Soal B.I.a (Nilai survei eksternal persepsi anti korupsi (IPAK), skala 0-4, yang…) bernilai 17,50 poin.", "?soal=B.I.a"),
                Open("Soal A.I.1.ii.a (Rencana kerja tersedia) bernilai 0,75 poin.", "?soal=A.I.1.ii.a"),
                Open("Soal A.I.1.ii.b (Target prioritas tersedia) bernilai 0,75 poin.", "?soal=A.I.1.ii.b"),
            ],
            lines);
    }

    [Fact]
    public void Points_weigh_more_the_fewer_days_are_left()
    {
        // 1 point with 5 days left (1/6) against 2 points with 20 days left (2/21).
        var near = Sheet(AssessmentStatus.Draft, "2026-10-12") with { OpenQuestions = [new("NEAR", "Dekat", 1m)] };
        var far = near with
        {
            AssessmentId = Other,
            Period = new(Guid.Empty, 2027, Guid.Empty, new(2026, 1, 5), new(2026, 11, 1), new(2026, 11, 30)),
            OpenQuestions = [new("FAR", "Jauh", 2m)],
        };

        var codes = Lines(Person(Role.Koordinator, Own), Turn(), far, near).Where(line => line.Text.StartsWith("Soal", StringComparison.Ordinal)).Select(line => line.Text[5..9].Trim());

        Assert.Equal(["NEAR", "FAR"], codes);
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft, "2026-10-18")] // closed
    [InlineData(AssessmentStatus.Draft, "2026-01-04")] // not open yet
    [InlineData(AssessmentStatus.Submitted, "2026-10-12")]
    [InlineData(AssessmentStatus.InRepair, "2026-10-12")]
    [InlineData(AssessmentStatus.Concluded, "2026-10-12")]
    public void Open_questions_are_named_only_while_they_can_be_answered(AssessmentStatus status, string today) =>
        Assert.Equal("", Told(Person(Role.Koordinator, Own), Sheet(status, today) with { OpenQuestions = [new("A.1", "x", 1m)] }));

    [Fact]
    public void Returned_questions_come_by_points_and_then_by_how_long_they_wait()
    {
        var sheet = Sheet(AssessmentStatus.InRepair, "2026-11-20") with
        {
            Returned =
            [
                Back("A", 0.25m, "2026-11-02"), Back("B", 0.75m, "2026-11-06"), Back("C", 17.5m, "2026-11-09"),
                Back("D", 0.75m, "2026-11-03"), Back("E", 0.25m, "2026-11-01"), Back("F", 0.2m, "2026-11-01"), Back("G", 0.1m, "2026-10-30"),
            ],
        };

        var lines = Lines(Person(Role.Koordinator, Own), Turn(), sheet);

        Assert.Equal(["C", "D", "B", "E", "A", "F"], lines.Select(line => line.Link[^1..]));
        Assert.Equal("Masih ada 2 soal lain yang dikembalikan TPI.", lines[^1].Text);
    }

    [Fact]
    public void Person_without_a_unit_has_nothing_to_fill() =>
        Assert.Equal("", Told(Person(Role.Koordinator, null), Sheet(AssessmentStatus.Draft, "2026-10-12")));

    [Fact]
    public void Person_who_moved_hears_of_the_new_unit_only()
    {
        SheetState old = Sheet(AssessmentStatus.Draft, "2026-10-12"), now = old with { UnitId = Other, AssessmentId = Other, Answered = 112 };

        var line = Assert.Single(Lines(Person(Role.Koordinator, Other), Turn(), old, now));

        Assert.Equal((Other, $"/lembar-kerja/{Other}", '1'), (line.UnitId, line.Link, line.Text[0]));
    }

    private static ReturnedQuestion Back(string code, decimal points, string on) => new(code, "x") { Points = points, ReturnedOn = On(on) };

    private static DigestLine Open(string text, string query) =>
        new(ReminderKind.OpenQuestions, text, $"/lembar-kerja/{SheetId}{query}") { UnitId = Own };
}
