using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>
/// What a sheet's page holds while it is open: the layer being written, its score as one types, and where one is.
/// Plain C#, so that it is tested without a browser.
/// </summary>
public sealed partial class SheetSession
{
    private readonly Dictionary<string, AnswerRow> _rows;
    private readonly Dictionary<string, AnswerValue> _values;
    private readonly HashSet<string> _unsaved = [];

    private readonly Dictionary<string, OthersChange> _recent = [];

    // Judged by this person since the sheet was loaded: no longer waits, whoever is next.
    private readonly HashSet<string> _judged = [];

    // Looked at and left since the sheet was loaded: no longer "changed since I looked".
    private readonly HashSet<string> _looked = [];

    public SheetSession(Workspace workspace, Layer layer, string? selectedCode)
    {
        (Workspace, Layer) = (workspace, layer);
        _rows = layer == Layer.Unit ? new(workspace.UnitAnswers) : OwnJudgements(workspace);
        _values = (layer == Layer.Unit ? workspace.UnitAnswers : workspace.TpiAnswers).Where(row => row.Value.Value is not null).ToDictionary(row => row.Key, row => row.Value.Value!);
        Score = ScoringEngine.Score(Instrument, _values);
        SelectedCode = selectedCode is not null && Instrument.Question(selectedCode) is not null ? selectedCode : FirstCode();
    }

    public Workspace Workspace { get; private set; }

    public Layer Layer { get; }

    public ScoreSheet Score { get; private set; }

    public string SelectedCode { get; private set; }

    public SheetFilter Filter { get; set; }

    public Instrument Instrument => Workspace.Instrument;

    public QuestionPlace Selected => Instrument.Place(SelectedCode)!;

    public Verdict Target => Eligibility.Decide(Score, Instrument.Predicate(Workspace.Title.Target)!, Workspace.Title.HeldPredicates);

    public ScoreLine Line(string code) => Score.Lines.First(line => line.Question.Code == code);

    public AnswerRow? Row(string code) => _rows.GetValueOrDefault(code);

    public bool IsFillable(string code) => Workspace.Fillable.Contains(code);

    public IEnumerable<ReturnRow> Returns(string code) => Workspace.Returns.Where(item => item.Code == code);

    public ReturnRow? OpenReturn(string code) => Returns(code).LastOrDefault(item => item.State == ReturnedItemState.Open);

    /// <summary>How the evidence differs from what TPI judged; null where it does not, and for the unit.</summary>
    public BasisChange? BasisChange(string code) => Layer == Layer.Tpi ? Workspace.BasisChanges.GetValueOrDefault(code) : null;

    /// <summary>Shows a value that is not saved yet in the score.</summary>
    public void Preview(string code, AnswerValue? value)
    {
        _unsaved.Add(code);
        Keep(code, value);
        Score = ScoringEngine.Score(Instrument, _values);
    }

    public void Saved(AnswerRow row, ScoreSheet score)
    {
        _rows[row.Code] = row;
        if (row.Value is not null)
        {
            _judged.Add(row.Code);
        }

        // What others saved meanwhile counts too, now and at the next keystroke; what is being typed here stays.
        if (Equals(_values.GetValueOrDefault(row.Code), row.Value))
        {
            _unsaved.Remove(row.Code);
        }

        foreach (var line in score.Lines.Where(line => !_unsaved.Contains(line.Question.Code)))
        {
            Keep(line.Question.Code, line.Answer);
        }

        Score = ScoringEngine.Score(Instrument, _values);
    }

    /// <summary>What is typed is given up: the score counts what is stored again.</summary>
    public void TakeBack(string code)
    {
        _unsaved.Remove(code);
        Keep(code, (Layer == Layer.Unit ? Workspace.UnitAnswers : Workspace.TpiAnswers).GetValueOrDefault(code)?.Value);
        Score = ScoringEngine.Score(Instrument, _values);
    }

    /// <summary>What a colleague changed here while the page was open; null once the question was left.</summary>
    public OthersChange? Recent(string code) => _recent.GetValueOrDefault(code);

    /// <summary>Keeps the marks of the session before, and adds what differs from it.</summary>
    /// <param name="isOthers">Whether somebody else changed this question.</param>
    public void MarkSince(SheetSession before, Func<string, bool> isOthers)
    {
        foreach (var change in before._recent.Values.Concat(OthersChanges.Between(before, this).Where(change => isOthers(change.Code))))
        {
            _recent[change.Code] = change;
        }
    }

    public void Reload(Workspace workspace) => Workspace = workspace;

    private static Dictionary<string, AnswerRow> OwnJudgements(Workspace workspace) => workspace.Judgements
        .SelectMany(rows => rows.Where(row => row.Tier == workspace.MyTier).Select(row => (rows.Key, row.Row)))
        .ToDictionary(row => row.Key, row => row.Row);

    private void Keep(string code, AnswerValue? value)
    {
        if (value is null)
        {
            _values.Remove(code);
        }
        else
        {
            _values[code] = value;
        }
    }
}
