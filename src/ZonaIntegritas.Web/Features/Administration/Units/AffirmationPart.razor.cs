using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>Afirmasi of one unit, a decision of its own beside the unit's details.</summary>
public sealed partial class AffirmationPart
{
    private AffirmationRow? _row;
    private string _done = "";

    [Parameter, EditorRequired]
    public Guid UnitId { get; set; }

    [Parameter]
    public IndonesianZone Zone { get; set; }

    [Inject]
    public required AffirmUnit Affirm { get; init; }

    [Inject]
    public required AffirmationQueries Queries { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Begin(new());
        await LoadAsync();
    }

    private async Task SaveAsync()
    {
        _done = "";
        var affirmed = _row is { IsAffirmed: false };
        if (await SubmitAsync(async ct => (await Affirm.ExecuteAsync(new(UnitId, affirmed, Input.Basis, _row!.At), ct)).Problem))
        {
            Begin(new());
            _done = affirmed ? "Afirmasi ditetapkan." : "Afirmasi dicabut.";
        }

        await LoadAsync();
    }

    private Task<bool> LoadAsync() => RunAsync(async ct =>
    {
        _row = await Queries.LoadAsync(UnitId, ct);
        return null;
    });
}
