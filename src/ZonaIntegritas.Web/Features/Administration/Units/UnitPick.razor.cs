using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Units;

public sealed partial class UnitPick
{
    private RowPage<UnitOption>? _options;
    private string _search = "";
    private UnitOption? _picked;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public Guid? Value { get; set; }

    [Parameter]
    public EventCallback<Guid?> ValueChanged { get; set; }

    /// <summary>The unit chosen so far, which need not be among those found.</summary>
    [Parameter]
    public UnitOption? Known { get; set; }

    /// <summary>How having no unit is called.</summary>
    [Parameter]
    public string Nobody { get; set; } = "Tanpa unit";

    [Parameter]
    public bool Invalid { get; set; }

    [Inject]
    public required UnitQueries Queries { get; init; }

    private UnitOption? Chosen => new[] { _picked, Known }.FirstOrDefault(option => option is not null && option.Id == Value);

    protected override Task OnInitializedAsync() => FindAsync();

    private Task SearchAsync(ChangeEventArgs change)
    {
        _search = change.Value as string ?? "";
        return FindAsync();
    }

    private async Task FindAsync() => _options = await Queries.OptionsAsync(_search, 1, CancellationToken.None, UnitQueries.SelectSize);

    private Task ChooseAsync(ChangeEventArgs change)
    {
        Guid? id = Guid.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var chosen) ? chosen : null;
        _picked = _options!.Rows.FirstOrDefault(option => option.Id == id) ?? _picked;
        return ValueChanged.InvokeAsync(id);
    }
}
