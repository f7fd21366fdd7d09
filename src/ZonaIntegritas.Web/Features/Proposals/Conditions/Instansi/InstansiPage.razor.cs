using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions.Instansi;

/// <summary>Syarat instansi of one period: kept by administrators, confirmed by the head, read by both.</summary>
public sealed partial class InstansiPage
{
    private InstansiChecklist? _view;
    private bool _missing;

    [Inject]
    public required ConditionQueries Queries { get; init; }

    [Inject]
    public required RecordInstansiCondition Record { get; init; }

    [Inject]
    public required ConfirmInstansiCondition Confirm { get; init; }

    [Parameter]
    public Guid PeriodId { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private string Sentence(string predicate, Func<InstansiRow, ConditionState> held)
    {
        var states = _view!.Rows.Select(held).ToList();
        var lacks = states.Where(state => !state.Met).Select(state => state.Lack).ToList();
        return lacks.Count == 0
            ? $"{predicate}: seluruh syarat instansi terpenuhi."
            : $"{predicate}: {states.Count - lacks.Count} dari {states.Count} terpenuhi; {string.Join("; ", lacks)}.";
    }

    private Task ReloadAsync() => LoadAsync(async ct =>
    {
        _view = await Queries.LoadInstansiAsync(PeriodId, ct);
        _missing = _view is null;
    });

    private async Task ConfirmAsync(ProposalCondition condition, RecordRow record)
    {
        await RunAsync(ct => Confirm.ExecuteAsync(new(PeriodId, condition.Code, record.Version), ct), $"{condition.Label} dikonfirmasi.");
        await ReloadAsync();
    }
}
