using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

public sealed class ReminderPreferenceTests
{
    public static TheoryData<ReminderKind> Kinds { get; } = [.. Enum.GetValues<ReminderKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Duties_are_told_whatever_was_chosen_or_stands_in_the_row(ReminderKind kind)
    {
        var optional = kind is ReminderKind.Evidence or ReminderKind.Alert or ReminderKind.ActionPlan or ReminderKind.Paper or ReminderKind.Mention;
        var preference = new ReminderPreference(Guid.Empty);

        if (optional)
        {
            preference.Choose(DigestRhythm.Daily, 7, [kind]);
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => preference.Choose(DigestRhythm.Daily, 7, [kind]));
            typeof(ReminderPreference).GetProperty(nameof(ReminderPreference.Muted))!.SetValue(preference, (IReadOnlyList<ReminderKind>)[kind]);
        }

        Assert.Equal(!optional, preference.Wants(kind));
    }

    [Fact]
    public void Muted_kinds_are_left_out_and_duties_stay()
    {
        var sheet = Sheet(AssessmentStatus.Draft, "2026-10-12") with
        {
            BrokenLinks = 1,
            Fell = [new(Layer.Unit, "IPAK", 15.75m, 15.5m) { On = On("2026-10-11") }],
            Actions = [new(On("2026-10-01"), 1)],
        };

        ReminderKind[] Told(params ReminderKind[] muted) => [.. Lines(Person(Role.Koordinator, Own), Turn("2026-10-09", muted), sheet).Select(line => line.Kind)];

        Assert.Equal([ReminderKind.Alert, ReminderKind.OpenQuestions, ReminderKind.Evidence, ReminderKind.ActionPlan], Told());
        Assert.Equal([ReminderKind.OpenQuestions, ReminderKind.Evidence, ReminderKind.ActionPlan], Told(ReminderKind.Alert));
        Assert.Equal([ReminderKind.OpenQuestions], Told([.. ReminderKinds.Optional]));
    }

    [Fact]
    public void Nothing_but_muted_kinds_is_no_digest() => Assert.Null(DigestPolicy.Compose(
        Person(Role.Koordinator, Own),
        [Sheet(AssessmentStatus.Submitted, "2026-10-12") with { BrokenLinks = 1 }],
        Turn("", ReminderKind.Evidence)));
}
