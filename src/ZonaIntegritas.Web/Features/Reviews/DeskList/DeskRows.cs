using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reviews.Desk;
using ZonaIntegritas.Web.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Features.Reviews.DeskList;

/// <summary>A whole sheet as the evaluator's list shows it, made from what the desk loads too. Plain C#.</summary>
public sealed class DeskRows
{
    private readonly SheetSession _session;
    private readonly ScoreSheet _unit;
    private readonly ILookup<string, PutForward> _documents;

    public DeskRows(Workspace workspace)
    {
        Workspace = workspace;
        _session = new(workspace, Layer.Tpi, null);
        _unit = ScoringEngine.Score(workspace.Instrument, workspace.UnitAnswers
            .Where(row => row.Value.Value is not null).ToDictionary(row => row.Key, row => row.Value.Value!));
        _documents = workspace.Evidence.ToLookup(file => file.QuestionCode, file => new PutForward(file.LinkId, file.VersionId));
        Rows = [.. workspace.Instrument.Places.Zip(_unit.Lines, _session.Score.Lines).Select(line => RowOf(line.First, line.Second, line.Third))];
    }

    public Workspace Workspace { get; }

    public IReadOnlyList<DeskRow> Rows { get; }

    public TurnCount Turns => TurnCount.Of(_session);

    /// <summary>The tiers of this unit's team, lowest first: the columns.</summary>
    public IReadOnlyList<ReviewTier> Tiers => [.. Workspace.Team.Duties.Select(duty => duty.Tier).Distinct().Order()];

    public IEnumerable<Section> Areas => Rows.Select(row => row.Area).Distinct();

    /// <summary>What is accepted, as this list shows it.</summary>
    public AcceptItem ItemOf(string code) => new(
        code,
        _session.Row(code)?.Version ?? 0,
        Workspace.Tiers.GetValueOrDefault(code)?.SeenBelow ?? 0,
        Workspace.UnitAnswers.GetValueOrDefault(code)?.Version ?? 0,
        [.. _documents[code]]);

    private DeskRow RowOf(QuestionPlace place, ScoreLine unit, ScoreLine tpi)
    {
        var code = place.Question.Code;
        var held = Workspace.TpiAnswers.GetValueOrDefault(code);
        var differs = held?.Value is { } value && !value.Equals(unit.Answer);
        var isOpen = _session.OpenReturn(code) is not null;
        return new(
            place.Question, place.Area, unit.Answer,
            Workspace.Judgements[code].Where(row => row.Row.Value is not null).ToDictionary(row => row.Tier, row => row.Row.Value!),
            held?.Value is null ? null : unit.Points - tpi.Points,
            differs ? held!.Reason : null,
            differs && held!.Reason is null,
            _documents[code].Count(),
            StateOf(code, isOpen),
            _session.Waits(code),
            _session.Returns(code).Any(item => item.State != ReturnedItemState.Closed),
            _session.IsChanged(code),
            !isOpen && DeskDoor.IsOpen(Workspace) && Workspace.Tiers.GetValueOrDefault(code)?.Refusal != ReviewProblems.NotYourArea);
    }

    private string StateOf(string code, bool isOpen) =>
        isOpen ? "dikembalikan, di unit"
        : _session.NextTier(code) is { } next ? next == Workspace.MyTier && _session.Waits(code) ? "menunggu Anda" : $"menunggu {DeskWords.Brief(next)}"
        : "selesai";
}
