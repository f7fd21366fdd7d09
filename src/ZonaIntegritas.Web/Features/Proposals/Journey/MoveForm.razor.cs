using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>What a move asks for; a refusal stays beside what was typed.</summary>
public sealed partial class MoveForm
{
    private TpnStageKind? _stage;
    private TpnStageResult? _result;
    private string _reference = "";
    private DateOnly? _on;
    private string _note = "";
    private Problem? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required SheetMove Move { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Makes the move; what is refused comes back.</summary>
    [Parameter, EditorRequired]
    public required Func<MovePaper, StageEntry?, Task<Problem?>> Send { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private MoveWords Words => MoveWords.Of(Move);

    private string Id => $"langkah-{Move}".ToLowerInvariant();

    private async Task SendAsync()
    {
        if (_busy)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        var entry = _stage is { } stage && _result is { } result ? new StageEntry(stage, result) : null;
        _refusal = await Send(new(_on, _reference, _note), entry);
        _busy = false;
    }
}
