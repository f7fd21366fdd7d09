using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Units;

public sealed partial class UnitForm
{
    /// <summary>The unit to change; null to add one.</summary>
    [Parameter]
    public UnitRow? Unit { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Code, string Name)> Predicates { get; set; }

    [Parameter]
    public EventCallback<UnitDetails> OnSaved { get; set; }

    [Inject]
    public required AddUnit AddUnit { get; init; }

    [Inject]
    public required ChangeUnit ChangeUnit { get; init; }

    protected override void OnInitialized() => Begin(UnitInput.From(Unit?.Details));

    private async Task SaveAsync()
    {
        if (await SubmitAsync(ProblemOfSavingAsync))
        {
            await OnSaved.InvokeAsync(Input.ToDetails());
        }
    }

    private async Task<Problem?> ProblemOfSavingAsync(CancellationToken ct) => Unit is { } unit
        ? (await ChangeUnit.ExecuteAsync(unit.Id, Input.ToDetails(), ct)).Problem
        : (await AddUnit.ExecuteAsync(Input.ToDetails(), ct)).Problem;
}
