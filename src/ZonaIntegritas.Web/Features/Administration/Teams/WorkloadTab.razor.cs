using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>Evaluators with what waits for them; search, order and page stand in the address, which the page around it reads.</summary>
public sealed partial class WorkloadTab
{
    private const int MinutesPerHour = 60;

    private RowPage<WorkloadRow>? _people;
    private OpenPerson? _person;
    private (string?, string?, int, Guid?)? _shown;

    [Parameter]
    public string? Cari { get; set; }

    [Parameter]
    public string? Urut { get; set; }

    [Parameter]
    public int? Hal { get; set; }

    [Parameter]
    public Guid? Orang { get; set; }

    [Inject]
    public required WorkloadQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Cari, Urut, PageNumber, Orang))
        {
            var asked = _shown?.Item4 != Orang ? Orang : null;
            _shown = (Cari, Urut, PageNumber, Orang);
            await ReloadAsync();
            _person = _people?.Rows.Where(row => row.EvaluatorId == asked).Select(row => new OpenPerson(row.EvaluatorId, row.Name)).FirstOrDefault() ?? _person;
        }
    }

    private Task ReloadAsync() => LoadAsync(async ct => _people = await Queries.PageAsync(new(Cari, Urut == "unit", PageNumber), ct));

    private void Filter(string name, string? text) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { [name] = string.IsNullOrWhiteSpace(text) ? null : text.Trim(), ["hal"] = null, ["orang"] = null }));

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["hal"] = page, ["orang"] = null }));

    private void Close() => _person = null;

    private Task ChangedAsync(string done)
    {
        Snackbar.Add(done, Severity.Success);
        return ReloadAsync();
    }

    private static string Duration(int minutes) => minutes switch
    {
        0 => "–",
        < MinutesPerHour => $"{minutes} menit",
        _ => $"{Indonesian.Number(Math.Round(minutes / (decimal)MinutesPerHour, 1))} jam",
    };

    private sealed record OpenPerson(Guid Id, string Name);
}
