using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.People;

public sealed class AssignmentInput
{
    public Dictionary<Guid, UnitOption> Chosen { get; init; } = [];
}

public sealed partial class AssignmentForm
{
    [Parameter, EditorRequired]
    public required PersonRow Person { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required AssignUnits AssignUnits { get; init; }

    [Inject]
    public required UnitQueries Units { get; init; }

    protected override void OnInitialized() => Begin(new() { Chosen = Person.Judges.ToDictionary(unit => unit.Id) });

    private void Toggle(UnitTick tick)
    {
        if (tick.Ticked)
        {
            Input.Chosen[tick.Unit.Id] = tick.Unit;
        }
        else
        {
            Input.Chosen.Remove(tick.Unit.Id);
        }
    }

    private async Task SaveAsync()
    {
        if (await SubmitAsync(async ct => (await AssignUnits.ExecuteAsync(Person.Id, Input.Chosen.Keys.ToHashSet(), ct)).Problem))
        {
            await OnSaved.InvokeAsync();
        }
    }
}
