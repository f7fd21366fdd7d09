using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

public sealed partial class QuestionTree
{
    private string? _openArea;
    private string? _shownCode;

    [Parameter, EditorRequired]
    public required SheetSession State { get; set; }

    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    private IEnumerable<Section> Areas => State.Instrument.Places.Select(place => place.Area).Distinct();

    // Unfolds the area of a question that was reached some other way, but leaves alone what the person folded.
    protected override void OnParametersSet()
    {
        if (_shownCode != State.SelectedCode)
        {
            _shownCode = State.SelectedCode;
            _openArea = State.Selected.Area.Code;
        }
    }

    private void Toggle(string area) => _openArea = _openArea == area ? null : area;

    private string Width(Section area)
    {
        var score = State.Score.Section(area.Code);
        return string.Create(CultureInfo.InvariantCulture, $"{100m * score.Answered / score.Questions:0.#}%");
    }

    private static string ShortCode(string code) => code[(code.LastIndexOf('.') + 1)..];
}
