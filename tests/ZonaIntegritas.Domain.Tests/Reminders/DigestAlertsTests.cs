using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>Who hears that a limit was lost, and of the action plan's dates.</summary>
public sealed class DigestAlertsTests
{
    private static readonly Guid Own = new("00000000-0000-0000-0000-000000000001");
    private static readonly FellGate OwnLayer = new(Layer.Unit, "IPAK", 15.75m, 15.5m);
    private static readonly FellGate TpiLayer = new(Layer.Tpi, "Total", 75m, 70m);
    private static readonly DateOnly Today = new(2026, 12, 10);

    private static SheetState Sheet(AssessmentStatus status, params FellGate[] fell) => new()
    {
        AssessmentId = new("00000000-0000-0000-0000-00000000000a"),
        UnitId = Own,
        UnitName = "DPMPTSP",
        Period = new(Guid.Empty, 2026, Guid.Empty, new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30)),
        Today = Today,
        Status = status,
        Target = "WBK",
        Fell = fell,
    };

    [Theory]
    [InlineData(Role.Koordinator, true)]
    [InlineData(Role.Koordinator, false)]
    [InlineData(Role.Pimpinan, true)]
    [InlineData(Role.Pimpinan, false)]
    public void Own_people_hear_of_their_own_layer_at_once_and_of_TPIs_after_the_LHE(Role role, bool afterLhe)
    {
        var told = Told(Person(role, Own), Sheet(afterLhe ? AssessmentStatus.Concluded : AssessmentStatus.InReview, OwnLayer, TpiLayer));

        Assert.Contains("DPMPTSP turun di bawah syarat WBK: IPAK 15,50 dari minimal 15,75 (penilaian mandiri)", told, StringComparison.Ordinal);
        Assert.Equal(afterLhe, told.Contains("(TPI)", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_told_to_own_people_when_only_TPIs_layer_fell_before_the_LHE() =>
        Assert.Equal("", Told(Person(Role.Koordinator, Own), Sheet(AssessmentStatus.InReview, TpiLayer)));

    [Fact]
    public void Assigned_evaluator_hears_of_both_layers_and_others_of_none()
    {
        var sheet = Sheet(AssessmentStatus.InReview, OwnLayer, TpiLayer);

        Assert.Contains("(TPI)", Told(Person(Role.Evaluator, null, Own), sheet), StringComparison.Ordinal);
        Assert.Equal("", Told(Person(Role.Evaluator, null), sheet));
        Assert.Equal("", Told(Person(Role.Evaluator, Own, Own), sheet));
        Assert.Equal("", Told(Person(Role.Koordinator, new Guid("00000000-0000-0000-0000-000000000002")), sheet));
    }

    [Theory]
    [InlineData(Role.Pimpinan)]
    [InlineData(Role.Administrator)]
    public void Whoever_sees_all_units_gets_one_line(Role role)
    {
        var other = Sheet(AssessmentStatus.InReview, OwnLayer) with { UnitId = new Guid("00000000-0000-0000-0000-000000000002"), UnitName = "Bappeda" };

        Assert.Equal(
            "2 unit kerja turun di bawah syarat targetnya: Bappeda, DPMPTSP.",
            Told(Person(role, null), Sheet(AssessmentStatus.InReview, OwnLayer, TpiLayer), other));
    }

    [Theory]
    [InlineData("2026-12-09", "2 butir rencana aksi LKE 2026 lewat tenggat.")]
    [InlineData("2026-12-10", "2 butir rencana aksi LKE 2026 jatuh tempo dalam 7 hari.")]
    [InlineData("2026-12-17", "2 butir rencana aksi LKE 2026 jatuh tempo dalam 7 hari.")]
    [InlineData("2026-12-18", "")]
    public void Coordinator_hears_of_items_overdue_or_soon_due(string due, string words)
    {
        var sheet = Sheet(AssessmentStatus.InReview) with
        {
            Actions = [new(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), 2)],
        };

        Assert.Equal(words, Told(Person(Role.Koordinator, Own), sheet));
        Assert.Equal("", Told(Person(Role.Pimpinan, Own), sheet));
    }

    private static Actor Person(Role role, Guid? unit, params Guid[] assigned) =>
        new(Guid.Empty, "Sri Wahyuni", role, unit, assigned.ToDictionary(id => id, _ => ReviewDuty.Whole(ReviewTier.Lead)));

    private static string Told(Actor person, params SheetState[] sheets) =>
        DigestPolicy.Compose(person, sheets, new(WorkCalendar.WeekendsOnly, ReminderPreference.Default, null, new(0, 0))) is { } digest ? string.Join(" | ", digest.Lines.Select(line => line.Text)) : "";
}
