using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

public sealed class ShareInput
{
    public Guid? EvaluatorId { get; set; }

    public Guid? UnitId { get; set; }

    public ReviewTier Tier { get; set; }

    public bool WholeUnit { get; set; } = true;

    public HashSet<string> Areas { get; init; } = [];
}

/// <summary>A new share, or another tier and other areas for one that there is.</summary>
public sealed partial class ShareForm
{
    private static readonly Problem PersonMissing = new("assignment.person-missing", "Pilih evaluatornya.");
    private static readonly Problem UnitMissing = new("assignment.unit-missing", "Pilih unitnya.");
    private static readonly Problem AreaMissing = new("assignment.area-missing", "Pilih paling sedikit satu area, atau semua area.");

    private IReadOnlyList<AreaOption> _areas = [];

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public ShareRow? Share { get; set; }

    /// <summary>Null to pick one.</summary>
    [Parameter]
    public UnitOption? Unit { get; set; }

    /// <summary>Null to pick one.</summary>
    [Parameter]
    public Guid? EvaluatorId { get; set; }

    [Parameter]
    public EventCallback<string> OnSaved { get; set; }

    [Inject]
    public required AssignReviewer AssignReviewer { get; init; }

    [Inject]
    public required ChangeShare ChangeShare { get; init; }

    [Inject]
    public required TeamQueries Teams { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Begin(new()
        {
            EvaluatorId = EvaluatorId,
            UnitId = Unit?.Id,
            Tier = Share?.Tier ?? ReviewTier.Member,
            WholeUnit = Share is null || Share.Areas.Count == 0,
            Areas = [.. Share?.Areas ?? []],
        });
        await ChooseUnitAsync(Unit?.Id);
    }

    private async Task ChooseUnitAsync(Guid? unit)
    {
        Input.UnitId = unit;
        _areas = unit is { } id ? await Teams.AreasOfAsync(id, Leaving) : [];
        // Another unit may be judged by another instrument.
        Input.Areas.IntersectWith(_areas.Select(area => area.Code));
    }

    private void Tick(string code, bool ticked)
    {
        if (!(ticked ? Input.Areas.Add(code) : Input.Areas.Remove(code)))
        {
            StateHasChanged();
        }
    }

    private async Task SaveAsync()
    {
        if (await SubmitAsync(ProblemOfSavingAsync))
        {
            await OnSaved.InvokeAsync(Share is null ? "Penugasan tersimpan." : "Tugas diubah; yang lama tersimpan dalam riwayat.");
        }
    }

    private async Task<Problem?> ProblemOfSavingAsync(CancellationToken ct)
    {
        if ((Input.EvaluatorId is null ? PersonMissing : Input.UnitId is null ? UnitMissing : !Input.WholeUnit && Input.Areas.Count == 0 ? AreaMissing : null) is { } missing)
        {
            return missing;
        }

        IReadOnlyCollection<string> areas = Input.WholeUnit ? [] : Input.Areas;
        return (Share is { } share
            ? await ChangeShare.ExecuteAsync(new(share.Id, Input.Tier, areas), ct)
            : await AssignReviewer.ExecuteAsync(new(Input.EvaluatorId!.Value, Input.UnitId!.Value, Input.Tier, areas), ct)).Problem;
    }
}
