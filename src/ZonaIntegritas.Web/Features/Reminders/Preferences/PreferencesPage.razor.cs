using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders.Preferences;

/// <summary>When and of what a person is reminded.</summary>
public sealed partial class PreferencesPage
{
    private readonly HashSet<ReminderKind> _muted = [];
    private OwnPreference? _own;
    private DigestRhythm _rhythm;
    private int _hour;

    [Inject]
    public required PreferenceQueries Queries { get; init; }

    [Inject]
    public required ChooseReminders ChooseReminders { get; init; }

    [Inject]
    public required WorkCalendar Calendar { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>From what is stored: what is chosen here counts once it is saved.</summary>
    private string NextWords
    {
        get
        {
            var next = DigestTiming.NextTurn(_own!.Chosen, _own.Zone, Calendar, Clock.GetUtcNow(), _own.LastTurn);
            return $"Ringkasan berikutnya paling cepat {Indonesian.Moment(next, _own.Zone)}.";
        }
    }

    protected override Task OnInitializedAsync() => ReloadAsync();

    private Task ReloadAsync() => LoadAsync(async ct =>
    {
        _own = await Queries.LoadAsync(ct);
        (_rhythm, _hour) = (_own.Chosen.Rhythm, _own.Chosen.Hour);
        _muted.Clear();
        _muted.UnionWith(_own.Chosen.Muted);
    });

    private void Turn(ReminderKind kind, bool on)
    {
        if (on)
        {
            _muted.Remove(kind);
        }
        else
        {
            _muted.Add(kind);
        }
    }

    private async Task SaveAsync()
    {
        var command = new ChooseRemindersCommand(_rhythm, _hour, [.. _muted], _own!.Chosen.Version);
        if (await RunAsync(ct => ChooseReminders.ExecuteAsync(command, ct), "Pengingat tersimpan."))
        {
            await ReloadAsync();
        }
    }
}
