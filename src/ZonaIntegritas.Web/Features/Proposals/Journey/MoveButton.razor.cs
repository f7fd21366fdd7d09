using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>One move that asks for nothing but a "yes", for the head of a worksheet or a desk.</summary>
public sealed partial class MoveButton
{
    private MoveRow? _row;
    private AssessmentStatus? _shownFor;

    [Parameter, EditorRequired]
    public required Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required SheetMove Move { get; set; }

    /// <summary>Where the page believes the sheet to be; asked again when it changes.</summary>
    [Parameter, EditorRequired]
    public required AssessmentStatus Status { get; set; }

    [Parameter]
    public EventCallback OnMoved { get; set; }

    [Inject]
    public required JourneyQueries Queries { get; init; }

    [Inject]
    public required MoveSheet MoveSheet { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shownFor != Status)
        {
            _shownFor = Status;
            _row = null;
            // The table of moves answers without the database for nearly everybody.
            if (SheetLife.RuleOf(Move).From.Contains(Status))
            {
                await LoadAsync(async ct => _row = await Queries.MoveAsync(AssessmentId, Move, ct));
            }
        }
    }

    private async Task AskAsync()
    {
        var words = MoveWords.Of(Move);
        var sure = await Dialogs.ShowMessageBoxAsync($"{words.Button}?", words.Explains, yesText: words.Button, cancelText: "Batal");
        if (sure == true && await RunAsync(ct => MoveSheet.ExecuteAsync(new(AssessmentId, Move, new()), ct), words.Done))
        {
            await OnMoved.InvokeAsync();
        }
    }
}
