using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>From question to question: what is shown, what is open, whose turn it is.</summary>
public sealed partial class SheetSession
{
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

    private string FirstCode() =>
        Instrument.Places.FirstOrDefault(place => Waits(place.Question.Code))?.Question.Code ?? Instrument.Places[0].Question.Code;

    private int IndexOf(string code) => Instrument.Places.TakeWhile(place => place.Question.Code != code).Count();
}
