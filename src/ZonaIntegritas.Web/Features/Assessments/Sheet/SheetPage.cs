using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>
/// What the worksheet and the evaluator's desk share: one sheet, one selected question that stands in the address,
/// answers that save themselves, and keys.
/// </summary>
public abstract class SheetPage : FeaturePage, IAsyncDisposable
{
    /// <summary>Pause in typing after which a note or a number is saved; well under the promised 3 seconds.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(900);

    private CancellationTokenSource? _typing;
    private SheetKeys? _keys;
    private string? _revealedCode;
    private bool _saving;

    [Inject]
    public required WorkspaceQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

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

    protected abstract Layer Layer { get; }

    protected abstract string BasePath { get; }

    protected abstract Task<Result<SavedAnswer>> SaveAsync(SaveAnswerCommand command, CancellationToken ct);

    public async ValueTask DisposeAsync()
    {
        // Leaving while something is typed must not lose it.
        await FlushAsync();
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }

        _typing?.Dispose();
        Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task OnInitializedAsync() => LoadAsync(async ct =>
    {
        State = new(await Queries.LoadAsync(AssessmentId, ct), Layer, QuestionCode);
        await ShowAsync();
    });

    protected override async Task OnParametersSetAsync()
    {
        if (State is not null && QuestionCode is not null && QuestionCode != State.SelectedCode)
        {
            await GoToAsync(QuestionCode);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (State is not null && _keys is null)
        {
            _keys = await SheetKeys.AttachAsync(Js, OnKeyAsync, Leaving);
            await RecallAsync();
        }

        if (_keys is not null && _revealedCode != State!.SelectedCode)
        {
            _revealedCode = State.SelectedCode;
            await _keys.RevealAsync();
        }
    }

    /// <summary>Reads the sheet again after something other than an answer changed; what is typed stays.</summary>
    protected Task ReloadAsync() => LoadAsync(async ct =>
    {
        State = new(await Queries.LoadAsync(AssessmentId, ct), Layer, State!.SelectedCode);
        if (!Draft.IsDirty)
        {
            await ShowAsync();
        }
    });

    protected async Task GoToAsync(string? code)
    {
        if (code is null || State is null || code == State.SelectedCode)
        {
            return;
        }

        await FlushAsync();
        if (State.Select(code))
        {
            Navigation.NavigateTo($"{BasePath}/{AssessmentId}?soal={Uri.EscapeDataString(code)}", replace: true);
            await ShowAsync();
            await RecallAsync();
        }
    }

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

        while (Draft.IsDirty && !_saving && State?.IsFillable(Draft.Code) == true)
        {
            _saving = true;
            try
            {
                if (!await SaveDraftAsync(Draft))
                {
                    return;
                }
            }
            finally
            {
                _saving = false;
            }
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

    private async Task<bool> SaveDraftAsync(AnswerDraft draft)
    {
        (SaveWord, SaveRefused) = ("Menyimpan…", false);
        var command = new SaveAnswerCommand(AssessmentId, draft.Code, draft.Value, draft.Note, State!.Row(draft.Code)?.Version ?? 0);
        var result = await TrySaveAsync(command);
        if (!result.Succeeded)
        {
            return await RefuseAsync(result.Problem!);
        }

        var saved = result.Value;
        State.Saved(new(draft.Code, draft.Value, draft.Note, saved.Version, "Anda", saved.At), saved.Sheet);
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
        if (problem.Code == "assessment.stale")
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
        SaveWord = "Belum tersimpan";
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

    private Task ShowAsync()
    {
        var row = State!.Row(State.SelectedCode);
        Draft = new(State.SelectedCode, row?.Value, row?.Note ?? "", false);
        (SaveWord, SaveRefused) = (row is null ? "" : $"Tersimpan {Indonesian.Moment(row.At, State.Workspace.Title.Zone)} oleh {row.By}", false);
        return Task.CompletedTask;
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
public sealed record AnswerDraft(string Code, AnswerValue? Value, string Note, bool IsDirty)
{
    public static AnswerDraft Empty { get; } = new("", null, "", false);
}
