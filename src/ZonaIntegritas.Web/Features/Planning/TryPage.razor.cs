using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>Uji coba: other answers tried in this page alone; only action items are ever written from it.</summary>
public sealed partial class TryPage
{
    private PlanView? _view;
    private Trial? _trial;
    private string _predicate = "";
    private int _formKey;

    [Inject]
    public required PlanQueries Queries { get; init; }

    [Inject]
    public required PlanActions Plan { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    private bool MayPlan => _view is { MayPlan: true, Closed: null };

    private IEnumerable<IGrouping<Section, Question>> Areas =>
        _view!.Sheet.Instrument.Places.GroupBy(place => place.Area, place => place.Question);

    private List<(ScoreLine Before, ScoreLine After)> Changes => [.. _trial!.Changes];

    private List<Choice> Better =>
        [.. Changes.Where(change => change.After.Value > change.Before.Value && !_view!.IsPlanned(change.Before.Question.Code)).Select(AsChoice)];

    private (Verdict Before, Verdict After) Verdicts
    {
        get
        {
            var predicate = _view!.Sheet.Instrument.Predicate(_predicate)!;
            return (Eligibility.Decide(_trial!.Before, predicate, _view.Held), Eligibility.Decide(_trial.After, predicate, _view.Held));
        }
    }

    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        _view = await Queries.LoadAsync(AssessmentId, ct);
        _trial = new(_view.Sheet);
        _predicate = _view.Title.Target;
    });

    private static Choice AsChoice((ScoreLine Before, ScoreLine After) change) =>
        new(change.Before, change.Before.Question.Scale.Kind == ScaleKind.Counted ? null : change.After.Answer);

    private ScoreLine Line(string code) => _trial!.Before.Lines.First(line => line.Question.Code == code);

    private string Points(string section) =>
        $"{Figure.Points(_trial!.Before.Section(section).Points)} → {Figure.Points(_trial.After.Section(section).Points)}";

    private void Try((string Code, AnswerValue? Answer) tried) => _trial!.Try(tried.Code, tried.Answer);

    private void Succeed() => _trial!.SucceedWith(
        _view!.Actions.Where(action => action.IsOpen).Select(action => (action.QuestionCode, action.Aim)));

    private void Restart()
    {
        _trial!.Clear();
        _formKey++;
    }

    private async Task PlanAsync(IReadOnlyList<PlannedAction> actions)
    {
        if (await RunAsync(ct => Plan.ExecuteAsync(AssessmentId, actions, ct), $"{actions.Count} butir masuk rencana aksi."))
        {
            Navigation.NavigateTo($"/rencana/{AssessmentId}");
        }
    }
}
