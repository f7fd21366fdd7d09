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
        Draft = Draft with { Value = value, IsDirty = true };
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
    protected void Reason(DifferenceReason? reason) => Draft = Draft with { Reason = reason, IsDirty = true };

    /// <summary>Bound, not only listened to: otherwise an answer from the server puts back an older text while one types on.</summary>
    protected void ChangeNote(string? note)
    {
        Draft = Draft with { Note = note ?? "", IsDirty = true };
        SaveAfterPause();
    }

    /// <summary>Saves what is typed, now. Also the way to insist after a refusal.</summary>
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

    private async Task SaveWhileDirtyAsync()
    {
        while (Draft.IsDirty && State?.IsFillable(Draft.Code) == true && await SaveDraftAsync(Draft))
        {
        }
    }

    /// <summary>
    /// Saves before moving on. A colleague's newer answer is overwritten only by a decision (typing on, or "Simpan
    /// lagi"), never by moving on: then the question stays.
    /// </summary>
    private async Task<bool> LeaveAsync()
    {
        if (!_stale)
        {
            await FlushAsync();
        }

        return !_stale;
    }

    private async Task<bool> SaveDraftAsync(AnswerDraft draft)
    {
        (SaveWord, SaveRefused, _stale) = ("Menyimpan…", false, false);
        var command = new SaveAnswerCommand(AssessmentId, draft.Code, draft.Value, draft.Note, State!.Row(draft.Code)?.Version ?? 0, Reason: draft.Reason);
        var result = await TrySaveAsync(command);
        if (!result.Succeeded)
        {
            return await RefuseAsync(result.Problem!);
        }

        var saved = result.Value;
        State.Saved(new(draft.Code, draft.Value, draft.Note, saved.Version, "Anda", saved.At, draft.Reason), saved.Sheet);
        if (ReferenceEquals(Draft, draft))
        {
            Draft = draft with { IsDirty = false };
        }

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
        _stale = problem.Code == "assessment.stale";
        if (_stale)
        {
            // Take over the other's version number, keep the own text: a second save is then a decision, not an accident.
            await ReloadAsync();
        }

        return false;
    }

    private void SaveAfterPause()
    {
        _typing?.Cancel();
        _typing?.Dispose();
        _typing = new();
        (SaveWord, _stale) = ("Belum tersimpan", false);
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

    protected string NoteDraftKey => DraftKey(Draft.Code) + "@" + (State!.Row(Draft.Code)?.Version ?? 0);

    /// <summary>Brings back a note that was typed while the line was down and never reached the server.</summary>
    private async Task RecallAsync()
    {
        if (_keys is not null && State!.IsFillable(Draft.Code) && await _keys.RecallAsync(NoteDraftKey) is { } typed && typed != Draft.Note)
        {
            Draft = Draft with { Note = typed, IsDirty = true };
            SaveAfterPause();
            StateHasChanged();
        }
    }

    private async Task ForgetAsync(string code)
    {
        if (_keys is not null)
        {
            await _keys.ForgetAsync(DraftKey(code));
        }
    }
}

/// <summary>What is typed for one question.</summary>
public sealed record AnswerDraft(string Code, AnswerValue? Value, string Note, bool IsDirty, DifferenceReason? Reason = null)
{
    public static AnswerDraft Empty { get; } = new("", null, "", false);
}
