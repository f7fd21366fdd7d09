using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>What coordinators hear of their evidence; nobody else is told.</summary>
public sealed class DigestEvidenceTests
{
    [Theory]
    [InlineData(AssessmentStatus.Draft, "2026-10-12", true)]
    [InlineData(AssessmentStatus.Submitted, "2026-10-12", true)]
    [InlineData(AssessmentStatus.InReview, "2026-11-12", true)]
    [InlineData(AssessmentStatus.InReview, "2026-12-01", false)]
    [InlineData(AssessmentStatus.Concluded, "2026-11-12", false)]
    public void Links_that_do_not_open_are_told_while_an_evaluator_may_still_try_them(AssessmentStatus status, string today, bool told)
    {
        var sheet = Sheet(status, today) with { BrokenLinks = 2 };

        Assert.Equal(
            told ? [Line("2 tautan data dukung LKE 2026 terkunci atau mati. Perbaiki sebelum evaluator membukanya.", "tautan-bermasalah")] : [],
            Evidence(Person(Role.Koordinator, Own), sheet));
        Assert.Empty(Evidence(Person(Role.Koordinator, Other), sheet));
        Assert.Empty(Evidence(Person(Role.Pimpinan, Own), sheet));
    }

    [Theory]
    [InlineData("2026-10-11", "3 dokumen data dukung LKE 2026 sudah berakhir masa berlakunya. Unggah versi yang berlaku.", "sudah-berakhir&tahun=2026")]
    [InlineData("2026-10-12", "3 dokumen data dukung LKE 2026 berakhir dalam 30 hari, yang pertama 12 Oktober 2026 (hari ini hari terakhir). Siapkan versi penggantinya.", "segera-berakhir&tahun=2026")]
    [InlineData("2026-11-11", "3 dokumen data dukung LKE 2026 berakhir dalam 30 hari, yang pertama 11 November 2026 (30 hari lagi). Siapkan versi penggantinya.", "segera-berakhir&tahun=2026")]
    [InlineData("2026-11-12", "", "")]
    public void Documents_that_end_are_told_thirty_days_before(string lastDay, string text, string state)
    {
        var sheet = Sheet(AssessmentStatus.Draft, "2026-10-12") with { Expiring = [new(On(lastDay), 3)] };

        Assert.Equal(text.Length > 0 ? [Line(text, state)] : [], Evidence(Person(Role.Koordinator, Own), sheet));
        Assert.Empty(Evidence(Person(Role.Pimpinan, Own), sheet));
    }

    [Fact]
    public void Ended_and_ending_documents_are_two_lines_that_sum_up()
    {
        var sheet = Sheet(AssessmentStatus.Draft, "2026-10-12") with
        {
            Expiring = [new(On("2026-01-31"), 1), new(On("2026-10-01"), 2), new(On("2026-11-01"), 4), new(On("2026-10-20"), 8)],
        };

        Assert.Equal(
            [
                Line("3 dokumen data dukung LKE 2026 sudah berakhir masa berlakunya. Unggah versi yang berlaku.", "sudah-berakhir&tahun=2026"),
                Line("12 dokumen data dukung LKE 2026 berakhir dalam 30 hari, yang pertama 20 Oktober 2026 (8 hari lagi). Siapkan versi penggantinya.", "segera-berakhir&tahun=2026"),
            ],
            Evidence(Person(Role.Koordinator, Own), sheet));
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft, "2026-10-17", true)]
    [InlineData(AssessmentStatus.Draft, "2026-10-18", false)] // filling in is closed
    [InlineData(AssessmentStatus.Submitted, "2026-10-12", false)] // the unit cannot put another version forward
    [InlineData(AssessmentStatus.InRepair, "2026-11-30", true)]
    [InlineData(AssessmentStatus.InRepair, "2026-12-01", false)]
    [InlineData(AssessmentStatus.Concluded, "2026-10-12", false)]
    public void Documents_that_end_are_told_while_the_unit_can_replace_them(AssessmentStatus status, string today, bool told) =>
        Assert.Equal(told, Evidence(Person(Role.Koordinator, Own), Sheet(status, today) with { Expiring = [new(On("2026-10-01"), 1)] }).Count > 0);

    private static List<DigestLine> Evidence(Actor person, SheetState sheet) =>
        [.. Lines(person, Turn("2026-10-09"), sheet).Where(line => line.Kind == ReminderKind.Evidence)];

    private static DigestLine Line(string text, string state) => new(ReminderKind.Evidence, text, "/pustaka?keadaan=" + state) { UnitId = Own };
}
