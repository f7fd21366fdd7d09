using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders.Forecast;

/// <summary>A day's digests before they are sent, for administrators.</summary>
public sealed partial class ForecastPage
{
    private const int PageSize = 25;

    private Forecast? _forecast;
    private DateOnly _day;
    private string _search = "";
    private int _page = 1;

    [Inject]
    public required ForecastQueries Queries { get; init; }

    [Inject]
    public required WorkCalendar Calendar { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private DateOnly Today => IndonesianZone.WIB.Today(Clock.GetUtcNow());

    private string Min => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<ForecastRow> Shown =>
        [.. _forecast!.Rows.Where(row => $"{row.Name} {row.Unit}".Contains(_search, StringComparison.OrdinalIgnoreCase))];

    protected override Task OnInitializedAsync()
    {
        _day = Today.AddDays(1);
        while (!Calendar.IsWorkingDay(_day))
        {
            _day = _day.AddDays(1);
        }

        return ForeseeAsync();
    }

    private Task ForeseeAsync() => LoadAsync(async ct =>
    {
        (_forecast, _page) = (null, 1);
        _forecast = await Queries.LoadAsync(_day, ct);
    });

    private Task ChangeDayAsync(ChangeEventArgs change)
    {
        // A past day would say what might have been, which nobody asks.
        if (!DateOnly.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, out var day) || day < Today)
        {
            return Task.CompletedTask;
        }

        _day = day;
        return ForeseeAsync();
    }

    private void Search(ChangeEventArgs change) => (_search, _page) = (change.Value?.ToString()?.Trim() ?? "", 1);
}
