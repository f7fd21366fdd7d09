using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data.Live;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>
/// What the worksheet and the evaluator's desk share: one sheet, one selected question that stands in the address,
/// answers that save themselves, and keys.
/// </summary>
public abstract partial class SheetPage : FeaturePage, IAsyncDisposable
{
    /// <summary>Pause in typing after which a note or a number is saved; well under the promised 3 seconds.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(900);

    private CancellationTokenSource? _typing;
    private string? _revealedCode;
    private Task? _saving;
    private (string Code, DateTimeOffset AsOf) _looked;

    [Inject]
    public required WorkspaceQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required SheetBroadcast Broadcast { get; init; }

    [Inject]
    public required LookAtQuestion LookAtQuestion { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "soal")]
    public string? QuestionCode { get; set; }

    protected SheetSession? State { get; private set; }

    /// <summary>What is typed for the selected question, saved or not.</summary>
    protected AnswerDraft Draft { get; private set; } = AnswerDraft.Empty;

    /// <summary>Says quietly how saving stands, or why it was refused.</summary>
    protected string SaveWord { get; private set; } = "";

    protected bool SaveRefused { get; private set; }

    /// <summary>The browser's half, once the page stands there.</summary>
    protected SheetKeys? Keys { get; private set; }

    protected abstract Layer Layer { get; }

    protected abstract string BasePath { get; }

    protected abstract Task<Result<SavedAnswer>> SaveAsync(SaveAnswerCommand command, CancellationToken ct);

    public async ValueTask DisposeAsync()
    {
        _live?.Dispose();
        // Leaving while something is typed must not lose it.
        await LeaveAsync();
        if (Keys is not null)
        {
            await Keys.DisposeAsync();
        }

        _typing?.Dispose();
        Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task OnInitializedAsync() => LoadAsync(async ct =>
    {
        // Heard from before it is read: what is committed meanwhile is not missed.
        _live = Broadcast.Subscribe(AssessmentId);
        State = new(await Queries.LoadAsync(AssessmentId, ct), Layer, QuestionCode);
        Show();
        Listen(ct);
    });

    protected override async Task OnParametersSetAsync()
    {
        if (State is not null && Refusal is null && QuestionCode is not null && QuestionCode != State.SelectedCode)
        {
            await GoToAsync(QuestionCode);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (State is not null && Keys is null)
        {
            Keys = await SheetKeys.AttachAsync(Js, OnKeyAsync, Leaving);
            await RecallAsync();
            StateHasChanged();
        }

        if (Keys is not null && _revealedCode != State!.SelectedCode)
        {
            _revealedCode = State.SelectedCode;
            await Keys.RevealAsync();
        }

        await LookAsync();
    }

    /// <summary>Remembers that this person has this question on screen. Failing to remember is no reason to trouble anybody.</summary>
    private async Task LookAsync()
    {
        if (State is null || _looked == (State.SelectedCode, State.Workspace.LoadedAt))
        {
            return;
        }

        _looked = (State.SelectedCode, State.Workspace.LoadedAt);
        try
        {
            await LookAtQuestion.ExecuteAsync(new(AssessmentId, _looked.Code, _looked.AsOf), Leaving);
        }
        catch (Exception problem) when (problem is ForbiddenException or OperationCanceledException or DbException or DbUpdateException)
        {
            // A lost right, a page being left, a busy database: the next save says what matters.
        }
    }

    /// <summary>Reads the sheet again after something other than an answer changed; what is typed stays.</summary>
    protected Task ReloadAsync() => LoadAsync(async ct =>
    {
        var workspace = await Queries.LoadAsync(AssessmentId, ct);
        State = new(workspace, Layer, State!.SelectedCode) { Filter = State.Filter };
        KeepOrShow();
    });

    protected async Task GoToAsync(string? code)
    {
        if (code is null || State is null || Refusal is not null || code == State.SelectedCode)
        {
            return;
        }

        if (await LeaveAsync() && State.Select(code))
        {
            Navigation.NavigateTo($"{BasePath}/{AssessmentId}?soal={Uri.EscapeDataString(code)}", replace: true);
            SetAside = null;
            Show();
            await RecallAsync();
        }
    }

    protected virtual Task OnSavedAsync() => Task.CompletedTask;

    protected virtual Task OnKeyAsync(string key) => InvokeAsync(async () =>
    {
        await (key switch
        {
            "j" => GoToAsync(State!.Neighbour(1)),
            "k" => GoToAsync(State!.Neighbour(-1)),
            "o" => GoToAsync(State!.NextOpen()),
            _ => Task.CompletedTask,
        });
        StateHasChanged();
    });

    /// <summary>Takes what is stored for the selected question as what stands on the screen.</summary>
    private void Show()
    {
        var row = State!.Row(State.SelectedCode);
        Draft = new(State.SelectedCode, row?.Value, row?.Note ?? "", false, row?.Reason, row?.Version ?? 0, SeenBelow(State.SelectedCode));
        (Conflict, _typedAt) = (null, null);
        (SaveWord, SaveRefused) = (row is null ? "" : $"Tersimpan {Indonesian.Moment(row.At, State.Workspace.Title.Zone)} oleh {row.By}", false);
    }
}
