using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>Usulan: the head of the instansi sends one letter for many units and sees what became of each.</summary>
public sealed partial class ProposalsPage
{
    private readonly HashSet<Guid> _chosen = [];
    private ProposalPage? _page;
    private IReadOnlyList<ProposedUnit>? _outcomes;
    private Problem? _problem;
    private int _readyPage = 1;
    private int _proposedPage = 1;
    private string _letter = "";
    private string _sptjm = "";
    private string _note = "";
    private DateOnly? _on;

    [SupplyParameterFromQuery(Name = "tahun")]
    public int? Year { get; set; }

    [Inject]
    public required ProposalQueries Queries { get; init; }

    [Inject]
    public required ProposeUnits ProposeUnits { get; init; }

    protected override Task OnParametersSetAsync()
    {
        // Another year is another list: nothing chosen before may go along unseen.
        _chosen.Clear();
        (_readyPage, _proposedPage) = (1, 1);
        return ReloadAsync();
    }

    private Task ReloadAsync() => LoadAsync(async ct => _page = await Queries.LoadAsync(Year, _readyPage, _proposedPage, ct));

    private Task TurnAsync(int ready, int proposed)
    {
        (_readyPage, _proposedPage) = (ready, proposed);
        return ReloadAsync();
    }

    private void Toggle(Guid id)
    {
        if (!_chosen.Remove(id))
        {
            _chosen.Add(id);
        }
    }

    private async Task ChooseAllAsync()
    {
        var wantsNone = _chosen.Count >= _page!.Ready.Total;
        _chosen.Clear();
        if (!wantsNone)
        {
            await LoadAsync(async ct => _chosen.UnionWith(await Queries.AllReadyAsync(_page.Year!.Value, ct)));
        }
    }

    private async Task SendAsync()
    {
        (_problem, _outcomes) = (null, null);
        await RunAsync(
            async ct =>
            {
                var sent = await ProposeUnits.ExecuteAsync(new([.. _chosen], new(_on, _letter, _note), _sptjm), ct);
                (_problem, _outcomes) = (sent.Problem, sent.Succeeded ? sent.Value : null);
                return Result.Ok;
            },
            done: "");
        if (_outcomes is { } outcomes)
        {
            _chosen.ExceptWith(outcomes.Where(unit => unit.Problem is null).Select(unit => unit.AssessmentId));
            await ReloadAsync();
        }
    }
}
