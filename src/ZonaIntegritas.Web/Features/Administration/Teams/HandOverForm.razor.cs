using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>Hands over one unit or all, and shows what became of each.</summary>
public sealed partial class HandOverForm
{
    private static readonly Problem PersonMissing = new("assignment.person-missing", "Pilih evaluator yang mengambil alih.");

    private IReadOnlyList<HandedUnit>? _handed;

    [Parameter, EditorRequired]
    public Guid FromId { get; set; }

    /// <summary>Null for every unit of the person.</summary>
    [Parameter]
    public UnitOption? Unit { get; set; }

    [Parameter]
    public EventCallback<string> OnSaved { get; set; }

    [Inject]
    public required HandOver HandOver { get; init; }

    protected override void OnInitialized() => Begin(new());

    private async Task SaveAsync()
    {
        if (!await SubmitAsync(ProblemOfHandingAsync))
        {
            return;
        }

        // One unit that went over needs no list of results.
        if (_handed is [{ Problem: null }])
        {
            await OnSaved.InvokeAsync(Summary(_handed));
        }
    }

    private async Task<Problem?> ProblemOfHandingAsync(CancellationToken ct)
    {
        if (Input.ToId is not { } to)
        {
            return PersonMissing;
        }

        var result = await HandOver.ExecuteAsync(new(FromId, to, Unit is { } one ? new HashSet<Guid> { one.Id } : null, Input.Reason), ct);
        _handed = result.Succeeded ? result.Value : null;
        return result.Problem;
    }

    private static string Summary(IReadOnlyList<HandedUnit> handed)
    {
        var done = handed.Count(unit => unit.Problem is null);
        return done == handed.Count ? $"{done} unit dialihkan." : $"{done} dari {handed.Count} unit dialihkan; yang lain tetap seperti semula.";
    }
}
