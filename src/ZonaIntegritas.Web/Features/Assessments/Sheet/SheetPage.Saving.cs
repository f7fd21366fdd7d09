using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>How what is typed gets saved: at once or after a pause, one save at a time, and never over a colleague's by accident.</summary>
public abstract partial class SheetPage
{
    protected async Task ChangeValueAsync(AnswerValue? value)
    {
        Type(Draft with { Value = value });
        State!.Preview(Draft.Code, value);
        if (value is ChoiceAnswer)
        {
            await FlushAsync();
        }
        else
        {
            SaveAfterPause();
        }
    }

    /// <summary>Why the value differs; saved with the value that follows.</summary>
    protected void Reason(DifferenceReason? reason) => Type(Draft with { Reason = reason });

    /// <summary>Bound, not only listened to: otherwise an answer from the server puts back an older text while one types on.</summary>
    protected void ChangeNote(string? note)
    {
        Type(Draft with { Note = note ?? "" });
        SaveAfterPause();
    }

    /// <summary>Saves what is typed, now. Also the way to try again after a refusal.</summary>
    protected async Task FlushAsync()
    {
        if (_typing is not null)
        {
            await _typing.CancelAsync();
        }

        // What was typed while a save was under way is saved by the next one, before anything moves on.
        while (_saving is { IsCompleted: false } underWay)
        {
            await underWay;
        }

        await (_saving = SaveWhileDirtyAsync());
    }

    private void Type(AnswerDraft draft) => (Draft, _typedAt) = (draft with { IsDirty = true }, Clock.GetUtcNow());

    // A colleague's newer answer is overwritten only by a decision: until then nothing is saved.
    private async Task SaveWhileDirtyAsync()
    {
        while (Draft.IsDirty && Conflict is null && State?.IsFillable(Draft.Code) == true && await SaveDraftAsync())
        {
        }
    }

    /// <summary>Saves before moving on; while two texts wait for a decision the question stays.</summary>
    private async Task<bool> LeaveAsync()
    {
        await FlushAsync();
        return Conflict is null || !Draft.IsDirty;
    }

    private async Task<bool> SaveDraftAsync()
    {
        // Not while the sheet is being read again: what is read and what is saved would answer each other wrongly.
        await _oneAtATime.WaitAsync();
        try
        {
            return Conflict is null && await SaveDraftAsync(Draft);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<bool> SaveDraftAsync(AnswerDraft draft)
    {
        (SaveWord, SaveRefused) = ("Menyimpan…", false);
        var command = new SaveAnswerCommand(
            AssessmentId, draft.Code, draft.Value, draft.Note, draft.BasedOn, Reason: draft.Reason, SeenBelow: draft.SeenBelow);
        var result = await TrySaveAsync(command);
        if (!result.Succeeded)
        {
            return await RefuseAsync(result.Problem!);
        }

        var saved = result.Value;
        State!.Saved(new(draft.Code, draft.Value, draft.Note, saved.Version, "Anda", saved.At, draft.Reason), saved.Sheet);
        Draft = Draft with { IsDirty = !ReferenceEquals(Draft, draft), BasedOn = saved.Version };
        _savedHere.Add(draft.Code);
        SaveWord = $"Tersimpan {Indonesian.Time(saved.At, State.Workspace.Title.Zone)}";
        await ForgetAsync(draft.Code);
        await OnSavedAsync();
        return true;
    }

    private async Task<Result<SavedAnswer>> TrySaveAsync(SaveAnswerCommand command)
    {
        try
        {
            // Not the page's token: leaving the page is exactly when the last words must still be saved.
            return await SaveAsync(command, CancellationToken.None);
        }
        catch (ForbiddenException forbidden)
        {
            return forbidden.Problem;
        }
    }

    private async Task<bool> RefuseAsync(Problem problem)
    {
        (SaveWord, SaveRefused) = (problem.Message, true);
        if (problem.Code == AssessmentProblems.StaleCode)
        {
            await ReloadAsync();
            if (Draft.IsDirty)
            {
                (SaveWord, SaveRefused, Conflict) = (problem.Message, true, Conflict is null ? null : Conflict with { ShowsBoth = true });
            }
        }

        return false;
    }

    private void SaveAfterPause()
    {
        _typing?.Cancel();
        _typing?.Dispose();
        _typing = new();
        SaveWord = Conflict is null ? "Belum tersimpan" : "Belum tersimpan: pilih dahulu isian yang dipakai.";
        _ = SaveLaterAsync(_typing.Token);
    }

    private async Task SaveLaterAsync(CancellationToken typing)
    {
        try
        {
            await Task.Delay(TypingPause, Clock, typing);
            await InvokeAsync(async () =>
            {
                await FlushAsync();
                StateHasChanged();
            });
        }
        catch (OperationCanceledException)
        {
            // Typing went on; a later pause saves.
        }
    }

    private string DraftKey(string code) => $"{AssessmentId:N}/{Layer}/{code}";

    protected string NoteDraftKey => DraftKey(Draft.Code) + "@" + Draft.BasedOn;

    /// <summary>Brings back a note that was typed while the line was down and never reached the server.</summary>
    private async Task RecallAsync()
    {
        if (Keys is not null && State!.IsFillable(Draft.Code) && await Keys.RecallAsync(NoteDraftKey) is { } typed && typed != Draft.Note)
        {
            Type(Draft with { Note = typed });
            SaveAfterPause();
            StateHasChanged();
        }
    }

    private async Task ForgetAsync(string code)
    {
        if (Keys is not null)
        {
            await Keys.ForgetAsync(DraftKey(code));
        }
    }
}

/// <summary>What is typed for one question.</summary>
/// <param name="BasedOn">Version of the stored answer that it was typed over; a save names it.</param>
/// <param name="SeenBelow">Version of the lower tier's judgement that the page showed; null for the unit.</param>
public sealed record AnswerDraft(
    string Code, AnswerValue? Value, string Note, bool IsDirty, DifferenceReason? Reason = null, int BasedOn = 0, int? SeenBelow = null)
{
    public static AnswerDraft Empty { get; } = new("", null, "", false);
}
