using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>What an evaluator does at the desk: judge, accept, give a reason, return, issue.</summary>
public sealed partial class DeskPage
{
    /// <summary>What accepting takes over: the value of the tier below with its reason, else the unit's.</summary>
    private AnswerRow? AcceptRow =>
        State!.Workspace.Judgements[State.SelectedCode].LastOrDefault(row => row.Tier < State.Workspace.MyTier && row.Row.Value is not null)?.Row ?? UnitRow;

    /// <summary>This person's own value stands, or is being typed.</summary>
    private bool HasOwn => Draft.IsDirty ? Draft.Value is not null : State!.Row(State.SelectedCode)?.Value is not null && !State.IsMyTurn(State.SelectedCode);

    protected override Task<Result<SavedAnswer>> SaveAsync(SaveAnswerCommand command, CancellationToken ct) =>
        SaveTpiAnswer.ExecuteAsync(
            command with
            {
                Shown = [.. FilesOf(command.QuestionCode).Select(file => new PutForward(file.LinkId, file.VersionId))],
            },
            ct);

    private Task JudgeAsync(AnswerValue? value)
    {
        if (value is null || value.Equals(UnitRow?.Value))
        {
            Reason(null);
        }

        return ChangeValueAsync(value);
    }

    private Task GiveReasonAsync(DifferenceReason reason)
    {
        Reason(reason);
        return FlushAsync();
    }

    /// <summary>
    /// This tier agrees: the value becomes its own, and the next waiting question comes up. A difference that nobody
    /// has given a reason for stays on screen until there is one.
    /// </summary>
    private async Task AcceptAsync()
    {
        if (AcceptRow is not { Value: { } value } accepted || !CanJudge)
        {
            return;
        }

        // After an own answer it goes on with that one; it does not take it back.
        if (!HasOwn)
        {
            Reason(accepted.Reason);
            await ChangeValueAsync(value);
        }

        await FlushAsync();
        if (!SaveRefused && !(Differs && Draft.Reason is null))
        {
            await GoToAsync(State!.NextOpen());
        }
    }

    /// <summary>TPI has looked again and stays with its judgement: saving it once more rests it on what lies here now.</summary>
    private async Task KeepJudgementAsync()
    {
        await ChangeValueAsync(Draft.Value);
        await FlushAsync();
    }

    /// <summary>The reason belongs to the question it was begun for; moving on leaves it behind.</summary>
    private void BeginReturn() => _returning = State!.SelectedCode;

    private async Task ReturnAsync(string reason)
    {
        await FlushAsync();
        var command = new ReturnQuestionCommand(AssessmentId, State!.SelectedCode, reason);
        if (await RunAsync(ct => Actions.Return.ExecuteAsync(command, ct), $"Soal {State.SelectedCode} dikembalikan ke unit."))
        {
            _returning = null;
            await ReloadAsync();
        }
    }

    private async Task TakeBackAsync()
    {
        var code = State!.SelectedCode;
        if (await RunAsync(ct => Actions.TakeBack.ExecuteAsync(AssessmentId, code, ct), $"Pengembalian soal {code} dibatalkan."))
        {
            await ReloadAsync();
        }
    }

    private async Task ConcludeAsync()
    {
        await FlushAsync();
        LhePreview? preview = null;
        if (!await RunAsync(async ct => { preview = await Actions.Lhe.LoadAsync(AssessmentId, ct); return Result.Ok; }, ""))
        {
            return;
        }

        var dialog = await Dialogs.ShowAsync<LheDialog>(null, new DialogParameters<LheDialog>
        {
            { asked => asked.Preview, preview! },
            { asked => asked.UnitName, State!.Workspace.Title.UnitShortName },
        });
        if (await dialog.Result is { Canceled: false } && await RunAsync(ct => Actions.Conclude.ExecuteAsync(AssessmentId, ct), "LHE terbit. Lembar dibekukan."))
        {
            await ReloadAsync();
        }
    }
}
