using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>Meja penilaian: the unit's answer, what each tier of TPI holds, the own judgement and the evidence side by side.</summary>
public sealed partial class DeskPage
{
    private static readonly (string Key, string Does)[] DeskKeys =
    [
        ("A–E", "nilai (Ya/Tidak: A/B)"), ("Enter", "terima, lanjut"), ("1–5", "alasan berbeda"), ("D", "ke alasan, bila tanpa pilihan D"), ("R", "kembalikan"),
        ("O", "berikut menunggu"), ("J / K", "berikutnya / sebelumnya"), ("N", "catatan"), ("P", "tulis pesan"), ("[ / ]", "dokumen sebelumnya / berikutnya"),
    ];

    private bool _treeOpen;
    private string? _returning;
    private Guid? _shownFile;

    [Inject]
    public required SaveTpiAnswer SaveTpiAnswer { get; init; }

    [Inject]
    public required DeskActions Actions { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override Layer Layer => Layer.Tpi;

    protected override string BasePath => "/penilaian";

    private IndonesianZone Zone => State!.Workspace.Title.Zone;

    private TurnCount Turns => TurnCount.Of(State!);

    /// <summary>The selected question is open for this person's tier.</summary>
    private bool CanJudge => State!.IsFillable(State.SelectedCode);

    private bool IsOpen => DeskDoor.IsOpen(State!.Workspace);

    private bool MayReturn => IsOpen && State!.Workspace.Tiers.GetValueOrDefault(State.SelectedCode)?.Refusal != ReviewProblems.NotYourArea;

    private bool IsReturning => _returning == State!.SelectedCode;

    /// <summary>The top tier of the team issues the LHE; the others find no button that would refuse them.</summary>
    private bool MayIssue => IsOpen && State!.Workspace.MyTier is { } mine && mine == State.Workspace.Team.Top && mine != ReviewTier.Member;

    private AnswerRow? UnitRow => State!.Workspace.UnitAnswers.GetValueOrDefault(State.SelectedCode);

    /// <summary>For those who do not judge: what TPI holds.</summary>
    private AnswerValue? ShownValue => State!.Workspace.MyTier is null ? State.Workspace.TpiAnswers.GetValueOrDefault(State.SelectedCode)?.Value : Draft.Value;

    private bool Differs => State!.Workspace.MyTier is not null && Draft.Value is { } value && !value.Equals(UnitRow?.Value);

    private IReadOnlyList<JudgementRow> OtherTiers => [.. State!.Workspace.Judgements[State.SelectedCode].Where(row => row.Tier != State.Workspace.MyTier)];

    private IReadOnlyList<EvidenceRow> Files => FilesOf(State!.SelectedCode);

    protected override async Task OnKeyAsync(string key)
    {
        switch (key)
        {
            case "enter" when IsOpen:
                await InvokeAsync(AcceptAsync);
                break;
            case "r" when MayReturn && State!.OpenReturn(State.SelectedCode) is null:
                BeginReturn();
                break;
            default:
                await base.OnKeyAsync(key);
                break;
        }

        await InvokeAsync(StateHasChanged);
    }

    // A repaired item was closed by judging again, a changed basis was looked at, and the first answer starts the
    // evaluation: all show at once.
    protected override Task OnSavedAsync() =>
        State!.Workspace.Title.Status == AssessmentStatus.Submitted
        || State.BasisChange(Draft.Code) is not null
        || State.Returns(Draft.Code).Any(item => item.State == ReturnedItemState.Repaired)
            ? ReloadAsync()
            : Task.CompletedTask;

    private IReadOnlyList<EvidenceRow> FilesOf(string code) => [.. State!.Workspace.Evidence.Where(file => file.QuestionCode == code)];

    /// <summary>What a value of the selected question is worth.</summary>
    private Fraction PointsOf(AnswerValue? value) => value is null
        ? Fraction.Zero
        : ScoringEngine.Score(State!.Instrument, new Dictionary<string, AnswerValue> { [State.SelectedCode] = value }).Total.Points;

    private async Task SelectAsync(string code)
    {
        _treeOpen = false;
        await GoToAsync(code);
    }
}
