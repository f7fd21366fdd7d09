using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>Meja penilaian: the unit's answer, TPI's answer and the evidence side by side.</summary>
public sealed partial class DeskPage
{
    private static readonly (string Key, string Does)[] DeskKeys =
        [("A–E", "nilai TPI"), ("Enter", "terima jawaban unit, lanjut"), ("R", "kembalikan"), ("O", "berikut menunggu"), ("J / K", "berikutnya / sebelumnya"), ("N", "catatan"), ("P", "tulis pesan"), ("[ / ]", "dokumen sebelumnya / berikutnya")];

    private bool _treeOpen;
    private bool _returning;
    private Guid? _shownFile;
    private ScoreSheet? _unitScore;

    [Inject]
    public required SaveTpiAnswer SaveTpiAnswer { get; init; }

    [Inject]
    public required ReturnQuestion ReturnQuestion { get; init; }

    [Inject]
    public required ConcludeReview ConcludeReview { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override Layer Layer => Layer.Tpi;

    protected override string BasePath => "/penilaian";

    private bool MayJudge => State!.Workspace is { MayFill: false, Fillable.Count: > 0 };

    private int Judged => State!.Score.Completeness.AnsweredQuestions;

    /// <summary>What accepting takes over: the value of the tier below, else the unit's.</summary>
    private AnswerRow? AcceptRow =>
        State!.Workspace.Judgements[State.SelectedCode].LastOrDefault(row => row.Tier < State.Workspace.MyTier && row.Row.Value is not null)?.Row ?? UnitRow;

    private AnswerRow? UnitRow => State!.Workspace.UnitAnswers.GetValueOrDefault(State.SelectedCode);

    private Fraction UnitPoints =>
        (_unitScore ??= ScoringEngine.Score(State!.Instrument, State.Workspace.UnitAnswers
            .Where(row => row.Value.Value is not null).ToDictionary(row => row.Key, row => row.Value.Value!)))
        .Lines.First(line => line.Question.Code == State!.SelectedCode).Points;

    private IReadOnlyList<EvidenceRow> Files => FilesOf(State!.SelectedCode);

    protected override Task<Result<SavedAnswer>> SaveAsync(SaveAnswerCommand command, CancellationToken ct) =>
        SaveTpiAnswer.ExecuteAsync(
            command with
            {
                Shown = [.. FilesOf(command.QuestionCode).Select(file => new PutForward(file.LinkId, file.VersionId))],
            },
            ct);

    protected override void OnReloaded() => _unitScore = null;

    protected override Task OnKeyAsync(string key) => key switch
    {
        "enter" when MayJudge => InvokeAsync(async () =>
        {
            await AcceptAsync();
            StateHasChanged();
        }),
        "r" when MayJudge => InvokeAsync(() =>
        {
            _returning = State!.OpenReturn(State.SelectedCode) is null;
            StateHasChanged();
        }),
        _ => base.OnKeyAsync(key),
    };

    // A repaired item was closed by judging again, a changed basis was looked at, and the first answer starts the
    // evaluation: all show at once.
    protected override Task OnSavedAsync() =>
        State!.Workspace.Title.Status == AssessmentStatus.Submitted
        || State.BasisChange(Draft.Code) is not null
        || State.Returns(Draft.Code).Any(item => item.State == Domain.Reviews.ReturnedItemState.Repaired)
            ? ReloadAsync()
            : Task.CompletedTask;

    private IReadOnlyList<EvidenceRow> FilesOf(string code) => [.. State!.Workspace.Evidence.Where(file => file.QuestionCode == code)];

    private async Task SelectAsync(string code)
    {
        (_treeOpen, _returning) = (false, false);
        await GoToAsync(code);
    }

    /// <summary>TPI agrees: the unit's answer becomes TPI's own, and the next waiting question comes up.</summary>
    private async Task AcceptAsync()
    {
        if (AcceptRow is not { Value: { } value } accepted || !State!.IsFillable(State.SelectedCode))
        {
            return;
        }

        Reason(accepted.Reason);
        await ChangeValueAsync(value);
        await FlushAsync();
        if (!SaveRefused)
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

    private async Task ReturnAsync(string reason)
    {
        await FlushAsync();
        var command = new ReturnQuestionCommand(AssessmentId, State!.SelectedCode, reason);
        if (await RunAsync(ct => ReturnQuestion.ExecuteAsync(command, ct), $"Soal {State.SelectedCode} dikembalikan ke unit."))
        {
            _returning = false;
            await ReloadAsync();
        }
    }

    private async Task ConcludeAsync()
    {
        await FlushAsync();
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Selesaikan evaluasi?",
            "Lembar, bukti dan nilai kedua lapis dibekukan dan tidak berubah lagi.",
            yesText: "Selesaikan", cancelText: "Batal");
        if (sure == true && await RunAsync(ct => ConcludeReview.ExecuteAsync(AssessmentId, ct), "Evaluasi selesai. Lembar dibekukan."))
        {
            await ReloadAsync();
        }
    }
}
