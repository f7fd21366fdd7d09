using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>Two texts for one question, this person's and a newer stored one: both stay until a person decides.</summary>
public abstract partial class SheetPage
{
    /// <summary>Who typed this recently is still at it, saved or not: the field does not change under their hands.</summary>
    private static readonly TimeSpan StillTyping = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _typedAt;

    /// <summary>What was saved by somebody else over the version this person has been typing on; null when nothing was.</summary>
    protected AnswerConflict? Conflict { get; private set; }

    /// <summary>The own text that was given up for the stored one; to be copied until the question is left.</summary>
    protected AnswerDraft? SetAside { get; private set; }

    /// <summary>What stands on the screen is what somebody else has saved meanwhile: two people with one text need not decide.</summary>
    private bool IsStored => State!.Row(Draft.Code) is { } row && row.Version > Draft.BasedOn
        && Equals(row.Value, Draft.Value) && row.Note == Draft.Note.Trim() && row.Reason == Draft.Reason;

    private bool IsTyping => Draft.IsDirty || Clock.GetUtcNow() - _typedAt < StillTyping;

    /// <summary>Pakai punya saya: saves mine over the other's, knowingly.</summary>
    protected async Task UseMineAsync()
    {
        Type(Draft with { BasedOn = State!.Row(Draft.Code)?.Version ?? 0, SeenBelow = SeenBelow(Draft.Code) });
        (Conflict, SetAside) = (null, null);
        await FlushAsync();
    }

    /// <summary>Pakai yang tersimpan: mine stays beside it until the question is left.</summary>
    protected async Task UseStoredAsync()
    {
        var (mine, conflict) = (Draft, Conflict!);
        await ForgetAsync(mine.Code);
        State!.TakeBack(mine.Code);
        Show();
        SetAside = mine;
        if (conflict.Tier is not null)
        {
            // The tier below has judged anew: taking that over is a judgement of this tier, saved as one.
            Type(Draft with { Value = conflict.Stored.Value, Note = conflict.Stored.Note, Reason = conflict.Stored.Reason });
            State.Preview(Draft.Code, Draft.Value);
            await FlushAsync();
        }
    }

    protected void CompareTexts() => Conflict = Conflict! with { ShowsBoth = true };

    /// <summary>After the sheet was read again: what is being typed stays, everything else is shown as it is now.</summary>
    private void KeepOrShow()
    {
        if (!IsTyping || IsStored)
        {
            Show();
            return;
        }

        if (Draft.IsDirty)
        {
            State!.Preview(Draft.Code, Draft.Value);
        }

        Conflict = FindConflict();
        if (Draft.IsDirty && RefusalOf(Draft.Code) is { } closed)
        {
            (SaveWord, SaveRefused) = ($"{closed} Isian Anda belum tersimpan dan masih di layar; salin bila perlu.", true);
        }
    }

    private AnswerConflict? FindConflict()
    {
        var row = State!.Row(Draft.Code);
        if (row is not null && row.Version > Draft.BasedOn)
        {
            return new(row, null, Conflict?.ShowsBoth == true);
        }

        if (SeenBelow(Draft.Code) == Draft.SeenBelow || !Draft.IsDirty)
        {
            return null;
        }

        if (Below(Draft.Code) is { } below)
        {
            return new(below.Row, below.Tier, Conflict?.ShowsBoth == true);
        }

        // The tier below has left the team: there is nothing any more that mine could differ from.
        Draft = Draft with { SeenBelow = SeenBelow(Draft.Code) };
        return null;
    }

    private string? RefusalOf(string code) => State!.IsFillable(code) ? null
        : (State.Workspace.Tiers.GetValueOrDefault(code)?.Refusal ?? State.Workspace.Closed ?? AssessmentProblems.NotOpenForUnit).Message;

    private int? SeenBelow(string code) => Layer == Layer.Tpi ? State!.Workspace.Tiers.GetValueOrDefault(code)?.SeenBelow : null;

    private JudgementRow? Below(string code) =>
        State!.Workspace.Judgements[code].LastOrDefault(row => row.Tier < State.Workspace.MyTier && row.Row.Value is not null);
}

/// <param name="Stored">The other's answer, note, name and moment.</param>
/// <param name="Tier">The lower tier whose judgement it is; null when it stands in the place of the own text.</param>
/// <param name="ShowsBoth">Both texts are laid side by side; before that one line says what happened.</param>
public sealed record AnswerConflict(AnswerRow Stored, ReviewTier? Tier, bool ShowsBoth);
