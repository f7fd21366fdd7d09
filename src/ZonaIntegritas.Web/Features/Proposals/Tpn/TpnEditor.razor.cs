using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>Enters one of TPN's values; saving names the version it was made on.</summary>
public sealed partial class TpnEditor
{
    private AnswerValue? _value;
    private string _note = "";
    private DifferenceReason? _reason;
    private Fraction _factor;
    private Problem? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required TpnRow Row { get; set; }

    [Parameter, EditorRequired]
    public required Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required SaveTpnAnswer Save { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    // Only once per question: a list that is loaded again must not wipe what is being typed.
    protected override void OnInitialized()
    {
        (_value, _note, _reason) = (Row.Tpn?.Value ?? Row.Tpi?.Value, Row.Tpn?.Note ?? "", Row.Tpn?.Reason);
        _factor = Fraction.Of(Row.Place.Leaf.Weight, Row.Place.Leaf.Questions.Count);
    }

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        try
        {
            var code = Row.Place.Question.Code;
            _refusal = (await Save.ExecuteAsync(new(AssessmentId, code, _value, _note, Row.Tpn?.Version ?? 0, Reason: _reason), default)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            _refusal = forbidden.Problem;
        }
        finally
        {
            _busy = false;
        }

        if (_refusal is null)
        {
            await OnSaved.InvokeAsync();
        }
    }
}
