using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Units;

public sealed record UnitTick(UnitOption Unit, bool Ticked);

public sealed partial class UnitChecklist
{
    private RowPage<UnitOption>? _found;
    private string _search = "";
    private int _page = 1;

    /// <summary>One page of the units to choose from: search, page.</summary>
    [Parameter, EditorRequired]
    public required Func<string, int, Task<RowPage<UnitOption>>> Find { get; set; }

    [Parameter, EditorRequired]
    public required Func<Guid, bool> IsChosen { get; set; }

    /// <summary>Why a unit cannot be ticked; null when it can.</summary>
    [Parameter]
    public Func<UnitOption, string?> Blocked { get; set; } = _ => null;

    [Parameter]
    public EventCallback<UnitTick> OnToggle { get; set; }

    /// <summary>When given, a button ticks everything.</summary>
    [Parameter]
    public EventCallback OnAll { get; set; }

    [Parameter]
    public RenderFragment<UnitOption>? Beside { get; set; }

    [Parameter]
    public string Empty { get; set; } = "Belum ada unit.";

    protected override Task OnInitializedAsync() => GoToAsync(1);

    private Task SearchAsync(ChangeEventArgs change)
    {
        _search = change.Value as string ?? "";
        return GoToAsync(1);
    }

    private async Task GoToAsync(int page)
    {
        _page = page;
        _found = await Find(_search, page);
    }
}
