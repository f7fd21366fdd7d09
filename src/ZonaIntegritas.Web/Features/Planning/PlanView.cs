using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>Which sheet is planned for, and on whose answers.</summary>
/// <param name="ForNextTime">The LHE is out: nothing of this year changes by it.</param>
/// <param name="DueOn">Until when, unless somebody says otherwise.</param>
public sealed record PlanTitle(
    Guid AssessmentId, Guid UnitId, string Unit, int Year, string Target, Layer Layer, bool ForNextTime, UnitDay Today, DateOnly DueOn);

/// <param name="Aim">Null for "all of it".</param>
public sealed record ActionRow(
    Guid Id, string QuestionCode, string What, string Who, DateOnly DueOn, AnswerValue? Aim, decimal Gain, ActionState State, string Outcome, int Version)
{
    public bool IsOpen => State == ActionState.Open;
}

/// <param name="Held">Predicates the unit held when the layer was scored.</param>
/// <param name="Efforts">By question; 1 where nothing is said.</param>
/// <param name="MayPlan">Whether the reader sets efforts and items.</param>
/// <param name="Closed">Why nobody may; null while it is open.</param>
public sealed record PlanView(
    PlanTitle Title,
    ScoreSheet Sheet,
    IReadOnlyCollection<string> Held,
    IReadOnlyDictionary<string, int> Efforts,
    IReadOnlyList<ActionRow> Actions,
    bool MayPlan,
    Problem? Closed)
{
    public int EffortOf(string code) => Efforts.GetValueOrDefault(code, QuestionEffort.Least);

    /// <summary>Whether an open item already aims there.</summary>
    public bool IsPlanned(string code) => Actions.Any(action => action.IsOpen && action.QuestionCode == code);

    public PlanView With(string code, int effort) => this with { Efforts = new Dictionary<string, int>(Efforts) { [code] = effort } };
}
