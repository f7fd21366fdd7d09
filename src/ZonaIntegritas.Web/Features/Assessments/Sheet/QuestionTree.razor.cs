using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

public sealed partial class QuestionTree
{
    private static readonly (SheetFilter Filter, string Word)[] Choices =
    [
        (SheetFilter.All, "Semua"), (SheetFilter.Waiting, "Menunggu Anda"), (SheetFilter.Returned, "Dikembalikan"), (SheetFilter.Changed, "Berubah"),
    ];

    private string? _openArea;
    private string? _shownCode;

    [Parameter, EditorRequired]
    public required SheetSession State { get; set; }

    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    /// <summary>Raised when the list shows other questions than before.</summary>
    [Parameter]
    public EventCallback<SheetFilter> OnFilter { get; set; }

    private IEnumerable<Section> Areas =>
        State.Instrument.Places.Where(place => State.Shows(place.Question.Code)).Select(place => place.Area).Distinct();

    /// <summary>Only what finds something, and what is chosen: a list without returns or changes has nothing to filter.</summary>
    private List<(SheetFilter Filter, string Word)> Filters => [.. Choices
        .Where(choice => choice.Filter != SheetFilter.Waiting || State.Layer == Layer.Tpi)
        .Select(choice => (choice.Filter, choice.Word, Count: State.Count(choice.Filter)))
        .Where(choice => choice.Count > 0 || State.Filter == choice.Filter)
        .Select(choice => (choice.Filter, choice.Filter == SheetFilter.All ? choice.Word : $"{choice.Word} ({choice.Count})"))];

    // Unfolds the area of a question that was reached some other way, but leaves alone what the person folded.
    protected override void OnParametersSet()
    {
        if (_shownCode != State.SelectedCode)
        {
            _shownCode = State.SelectedCode;
            _openArea = State.Selected.Area.Code;
        }
    }

    private Task FilterAsync(SheetFilter filter)
    {
        State.Filter = filter;
        return OnFilter.InvokeAsync(filter);
    }

    private void Toggle(string area) => _openArea = _openArea == area ? null : area;

    private string Width(Section area)
    {
        var score = State.Score.Section(area.Code);
        return string.Create(CultureInfo.InvariantCulture, $"{100m * score.Answered / score.Questions:0.#}%");
    }

    private static string ShortCode(string code) => code[(code.LastIndexOf('.') + 1)..];
}
