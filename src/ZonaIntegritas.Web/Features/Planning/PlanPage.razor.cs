using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>Jalan terpendek: what to improve with the least effort, and the action items that come of it.</summary>
public sealed partial class PlanPage
{
    private readonly HashSet<string> _chosen = [];
    private PlanView? _view;
    private Way? _way;

    // A new form after each success: its words belong to what was planned.
    private int _formKey;

    [Inject]
    public required PlanQueries Queries { get; init; }

    [Inject]
    public required PlanVerbs Verbs { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "predikat")]
    private string? PredicateCode { get; set; }

    private bool MayEdit => _view is { MayPlan: true, Closed: null };

    /// <summary>The target first.</summary>
    private IEnumerable<Predicate> Predicates =>
        _view!.Sheet.Instrument.Predicates.OrderByDescending(predicate => predicate.Code == _view.Title.Target);

    private List<Choice> Choices =>
        [.. _way!.Improvements.Where(found => _chosen.Contains(found.QuestionCode)).Select(found => new Choice(found.Line, ActionAims.Of(found)))];

    private List<ScoreLine> Impossible =>
        [.. _view!.Sheet.Lines.Where(line => _view.EffortOf(line.Question.Code) == QuestionEffort.Impossible)];

    protected override Task OnParametersSetAsync() => LoadAsync(ReadAsync);

    private async Task ReadAsync(CancellationToken ct)
    {
        _view = await Queries.LoadAsync(AssessmentId, ct);
        FindWay();
    }

    private void FindWay()
    {
        var predicate = _view!.Sheet.Instrument.Predicate(PredicateCode ?? "") ?? Predicates.First();
        _way = ShortestWay.Find(_view.Sheet, predicate, _view.Held, _view.Efforts);
        _chosen.IntersectWith(_way.Improvements.Select(found => found.QuestionCode));
    }

    private async Task SetEffortAsync((string Code, int Effort) said)
    {
        if (await RunAsync(ct => Verbs.SetEffort.ExecuteAsync(AssessmentId, said.Code, said.Effort, ct), ""))
        {
            _view = _view!.With(said.Code, said.Effort);
            FindWay();
        }
    }

    private async Task PlanAsync(IReadOnlyList<PlannedAction> actions)
    {
        if (await RunAsync(ct => Verbs.Plan.ExecuteAsync(AssessmentId, actions, ct), $"{actions.Count} butir masuk rencana aksi."))
        {
            _chosen.Clear();
            _formKey++;
            await LoadAsync(ReadAsync);
        }
    }

    private Task<bool> ChangeAsync(ActionRef which, ActionText text) =>
        WriteAsync(ct => Verbs.Change.ExecuteAsync(which, text, ct), "Butir rencana aksi tersimpan.");

    private Task<bool> CloseAsync(ActionRef which, ActionState state, string outcome) =>
        WriteAsync(ct => Verbs.Close.ExecuteAsync(which, state, outcome, ct), state == ActionState.Done ? "Butir ditandai selesai." : "Butir dibatalkan.");

    /// <summary>Loads again also after a stale save: the list then shows what the others wrote beside what was typed.</summary>
    private async Task<bool> WriteAsync(Func<CancellationToken, Task<Result>> write, string done)
    {
        var stale = false;
        var succeeded = await RunAsync(
            async ct =>
            {
                var result = await write(ct);
                stale = result.Problem?.Code == PlanningProblems.StaleCode;
                return result;
            },
            done);
        if (succeeded || stale)
        {
            await LoadAsync(ReadAsync);
            // Asked by an item's own editor, which renders nothing but itself.
            StateHasChanged();
        }

        return succeeded;
    }

    private string? QuestionHref(string code) =>
        _view!.MayPlan ? $"/lembar-kerja/{AssessmentId}?soal={Uri.EscapeDataString(code)}" : null;
}
