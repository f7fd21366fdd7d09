using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>Who hears on Thursday, 10 December 2026 that a limit was lost; it fell on the 9th unless a table says otherwise.</summary>
public sealed class DigestAlertsTests
{
    private static readonly FellGate OwnLayer = new(Layer.Unit, "IPAK", 15.75m, 15.5m) { On = new(2026, 12, 9) };
    private static readonly FellGate TpiLayer = new(Layer.Tpi, "Total", 75m, 70m) { On = new(2026, 12, 9) };

    [Theory]
    [InlineData(Role.Koordinator, true)]
    [InlineData(Role.Koordinator, false)]
    [InlineData(Role.Pimpinan, true)]
    [InlineData(Role.Pimpinan, false)]
    public void Own_people_hear_of_their_own_layer_at_once_and_of_TPIs_after_the_LHE(Role role, bool afterLhe)
    {
        var line = Assert.Single(Lines(
            Person(role, Own), Turn("2026-12-09"), Fallen(afterLhe ? AssessmentStatus.Concluded : AssessmentStatus.InReview, OwnLayer, TpiLayer)));

        Assert.Equal(
            new(
                ReminderKind.Alert,
                "DPMPTSP turun di bawah syarat WBK: IPAK 15,50 dari minimal 15,75 (penilaian mandiri)" + (afterLhe ? "; Total 70,00 dari minimal 75,00 (TPI)." : "."),
                $"/kesiapan/{SheetId}")
            {
                UnitId = Own,
            },
            line);
    }

    [Fact]
    public void Nothing_is_told_to_own_people_when_only_TPIs_layer_fell_before_the_LHE() =>
        Assert.Equal("", Told(Person(Role.Koordinator, Own), Fallen(AssessmentStatus.InReview, TpiLayer)));

    [Fact]
    public void Assigned_evaluator_hears_of_both_layers_and_others_of_none()
    {
        var sheet = Fallen(AssessmentStatus.InReview, OwnLayer, TpiLayer);

        Assert.Contains("(TPI)", Told(Person(Role.Evaluator, null, Own), sheet), StringComparison.Ordinal);
        Assert.Equal("", Told(Person(Role.Evaluator, null), sheet));
        Assert.Equal("", Told(Person(Role.Evaluator, Own, Own), sheet));
        Assert.Equal("", Told(Person(Role.Koordinator, Other), sheet));
        Assert.Equal("", Told(Person(Role.Koordinator, null), sheet));
    }

    [Theory]
    [InlineData(Role.Pimpinan)]
    [InlineData(Role.Administrator)]
    public void Whoever_sees_all_units_gets_one_line(Role role)
    {
        var own = Fallen(AssessmentStatus.InReview, OwnLayer, TpiLayer);
        var other = own with { UnitId = Other, UnitName = "Bappeda" };

        Assert.Equal(
            [new(ReminderKind.Alert, "2 unit kerja turun di bawah syarat targetnya: Bappeda, DPMPTSP.", "/kesiapan")],
            Lines(Person(role, null), Turn("2026-12-09"), own, other));
        Assert.Equal(Own, Assert.Single(Lines(Person(role, null), Turn("2026-12-09"), own)).UnitId);
    }

    [Theory]
    [InlineData("2026-12-09", "2026-12-08", true)]
    [InlineData("2026-12-09", "2026-12-09", true)] // fell on the day of the last turn, before or after it
    [InlineData("2026-12-08", "2026-12-09", false)] // told yesterday
    [InlineData("2026-12-10", "2026-12-09", false)] // today: told tomorrow
    [InlineData("2026-12-07", "2026-12-07", true)] // three days of standstill
    [InlineData("2026-12-04", "2026-12-03", true)] // a weekly reader
    [InlineData("2026-12-08", "", false)] // no turn yet: one day
    [InlineData("2026-12-09", "", true)]
    public void Told_once_since_the_persons_own_last_turn(string fell, string lastTurn, bool told)
    {
        var sheet = Fallen(AssessmentStatus.InReview, OwnLayer with { On = On(fell) });

        Assert.Equal(told, Told(Person(Role.Koordinator, Own), Turn(lastTurn), sheet).Length > 0);
        Assert.Equal(told, Told(Person(Role.Administrator, null), Turn(lastTurn), sheet).Length > 0);
    }

    [Fact]
    public void Day_is_the_units_own()
    {
        // At the unit in the east it is the 11th already: what fell there on the 10th is over, in the west it is not.
        var east = Fallen(AssessmentStatus.InReview, OwnLayer with { On = On("2026-12-10") }) with { Today = On("2026-12-11"), UnitId = Other, UnitName = "Timur" };
        var west = east with { Today = On("2026-12-10"), UnitId = Own, UnitName = "Barat" };

        Assert.Equal("1 unit kerja turun di bawah syarat targetnya: Timur.", Told(Person(Role.Administrator, null), Turn("2026-12-09"), east, west));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)] // two, and one for the other two
    [InlineData(9, 3)]
    public void Evaluator_of_many_units_gets_few_lines(int units, int lines)
    {
        List<Guid> ids = [.. Enumerable.Range(1, units).Select(number => new Guid(number, 1, 1, new byte[8]))];

        var told = Lines(
            Person(Role.Evaluator, null, [.. ids]), Turn("2026-12-09"),
            [.. ids.Select((id, number) => Fallen(AssessmentStatus.InReview, OwnLayer) with { AssessmentId = id, UnitId = id, UnitName = $"Unit {number}" })]);

        Assert.Equal(lines, told.Count);
        Assert.StartsWith("Unit 0 turun", told[0].Text, StringComparison.Ordinal);
        Assert.Equal(units > 3, told[^1].Text == $"Masih ada {units - 2} unit lain yang turun di bawah syarat targetnya.");
    }

    [Fact]
    public void Many_limits_end_in_a_number()
    {
        var sheet = Fallen(AssessmentStatus.InReview, [.. Enumerable.Range(1, 5).Select(number => OwnLayer with { Label = $"Area {number}" })]);

        Assert.EndsWith("Area 3 15,50 dari minimal 15,75 (penilaian mandiri), dan 2 syarat lain.", Told(Person(Role.Koordinator, Own), sheet), StringComparison.Ordinal);
    }

    private static SheetState Fallen(AssessmentStatus status, params FellGate[] fell) => Sheet(status, "2026-12-10") with { Fell = fell };
}
