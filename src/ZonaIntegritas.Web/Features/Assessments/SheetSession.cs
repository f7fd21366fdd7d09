using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>How far a question or section is, for the signs in the tree.</summary>
public enum Progress
{
    Open,
    Partly,
    Done,
    Returned,

    /// <summary>TPI judged it on evidence that has changed since.</summary>
    LookAgain,

    /// <summary>Waits for the tier of the person who looks.</summary>
    Mine,

    /// <summary>Judged differently from the unit, without a reason.</summary>
    Unreasoned,
}

/// <summary>Which questions a sheet's list shows.</summary>
public enum SheetFilter
{
    All,

    /// <summary>Where this layer, or this person's tier, still has something to do.</summary>
    Waiting,

    /// <summary>Sent back: to the unit, those it has to repair; to TPI, those not looked at again either.</summary>
    Returned,

    /// <summary>Changed by others since this person last looked.</summary>
    Changed,
}

/// <summary>
/// What a sheet's page holds while it is open: the layer being written, its score as one types, and where one is.
/// Plain C#, so that it is tested without a browser.
/// </summary>
public sealed class SheetSession
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

    public bool Select(string code)
    {
        if (code == SelectedCode || Instrument.Question(code) is null)
        {
            return false;
        }

        _recent.Remove(SelectedCode);
        _looked.Add(SelectedCode);
        SelectedCode = code;
        return true;
    }

    /// <summary>The question before or after, of those shown; null at the ends.</summary>
    public string? Neighbour(int step)
    {
        var index = IndexOf(SelectedCode);
        do
        {
            index += step;
        }
        while (index >= 0 && index < Instrument.Places.Count && !Matches(Filter, Instrument.Places[index].Question.Code));

        return index >= 0 && index < Instrument.Places.Count ? Instrument.Places[index].Question.Code : null;
    }

    /// <summary>Whether the list shows this question; the selected one never disappears under the reader.</summary>
    public bool Shows(string code) => code == SelectedCode || Matches(Filter, code);

    public int Count(SheetFilter filter) => Instrument.Places.Count(place => Matches(filter, place.Question.Code));

    /// <summary>Changed by others since this person looked.</summary>
    public bool IsChanged(string code) => Workspace.Changed.Contains(code) && !_looked.Contains(code);

    /// <summary>The next question that waits for this layer, going round from the selected one; null when none does.</summary>
    public string? NextOpen()
    {
        var start = IndexOf(SelectedCode);
        return Enumerable.Range(1, Instrument.Places.Count)
            .Select(step => Instrument.Places[(start + step) % Instrument.Places.Count].Question.Code)
            .FirstOrDefault(code => code != SelectedCode && Waits(code));
    }

    /// <summary>Whether this layer still has something to do here.</summary>
    public bool Waits(string code) =>
        IsFillable(code) && (Layer == Layer.Unit && OpenReturn(code) is not null
            || (OpenReturn(code) is null && (Layer == Layer.Tpi ? IsMyTurn(code) : !Line(code).Answered)));

    /// <summary>Whether TPI waits for this person's tier here.</summary>
    public bool IsMyTurn(string code) =>
        !_judged.Contains(code) && Workspace.MyTier is { } mine && Workspace.Tiers.GetValueOrDefault(code)?.Next == mine;

    /// <summary>Whose judgement is waited for, what was judged here since the sheet was loaded included; null once all have judged.</summary>
    public ReviewTier? NextTier(string code) =>
        _judged.Contains(code) && Workspace.MyTier is { } mine
            ? Workspace.Team.TiersFor(Instrument.Place(code)!.Area.Code).Where(tier => tier > mine).Cast<ReviewTier?>().FirstOrDefault()
            : Workspace.Tiers.GetValueOrDefault(code)?.Next;

    /// <summary>TPI holds another value than the unit and nobody has said why.</summary>
    public bool IsUnreasoned(string code) =>
        Layer == Layer.Tpi && (Row(code) is { Value: not null } mine ? mine : Workspace.TpiAnswers.GetValueOrDefault(code)) is { Value: { } value, Reason: null }
        && !value.Equals(Workspace.UnitAnswers.GetValueOrDefault(code)?.Value);

    public Progress ProgressOf(string code) =>
        OpenReturn(code) is not null ? Progress.Returned
        : BasisChange(code) is not null ? Progress.LookAgain
        : Layer == Layer.Tpi && IsMyTurn(code) ? Progress.Mine
        : IsUnreasoned(code) ? Progress.Unreasoned
        : Line(code).Answered ? Progress.Done
        : Row(code) is not null ? Progress.Partly
        : Progress.Open;

    public Progress ProgressOf(Section section)
    {
        if (Layer == Layer.Tpi && section.SelfAndBelow().SelectMany(below => below.Questions).Any(question => Waits(question.Code)))
        {
            return Progress.Mine;
        }

        var score = Score.Section(section.Code);
        return score.Answered == score.Questions ? Progress.Done : score.Answered > 0 ? Progress.Partly : Progress.Open;
    }

    private bool Matches(SheetFilter filter, string code) => filter switch
    {
        SheetFilter.Waiting => Waits(code),
        SheetFilter.Returned => Layer == Layer.Unit ? OpenReturn(code) is not null : Returns(code).Any(item => item.State != ReturnedItemState.Closed),
        SheetFilter.Changed => IsChanged(code),
        _ => true,
    };

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

    private string FirstCode() =>
        Instrument.Places.FirstOrDefault(place => Waits(place.Question.Code))?.Question.Code ?? Instrument.Places[0].Question.Code;

    private int IndexOf(string code) => Instrument.Places.TakeWhile(place => place.Question.Code != code).Count();
}
