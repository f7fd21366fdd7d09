using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>One condition with what is recorded of it; the form opens in its place.</summary>
public sealed partial class ConditionItem
{
    private ElementReference _toggle;
    private bool _open;

    [Parameter, EditorRequired]
    public required ProposalCondition Condition { get; set; }

    [Parameter, EditorRequired]
    public ConditionStanding Standing { get; set; }

    [Parameter]
    public RecordRow? Record { get; set; }

    [Parameter, EditorRequired]
    public required ChecklistRights Rights { get; set; }

    [Parameter]
    public IndonesianZone Zone { get; set; }

    /// <summary>The sheet whose unit's library proves it; null where there is no library.</summary>
    [Parameter]
    public Guid? Library { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter, EditorRequired]
    public required Func<ConditionEntry, int, CancellationToken, Task<Result>> Save { get; set; }

    [Parameter]
    public EventCallback<RecordRow> OnConfirm { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    /// <summary>How it stands against its minimum.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Verb => Record is null ? "Catat" : "Ubah";

    private string Shown(RecordRow record) =>
        ConditionReader.Read(Condition.Kind, record.Entry.Value) is { Succeeded: true, Value: var value } ? value.Shown : record.Entry.Value;

    private static string BasisOf(RecordRow record) =>
        record.Entry.DocumentDate is { } date ? $"{record.Entry.Basis}, {Indonesian.Date(date)}" : record.Entry.Basis;

    private string PeopleOf(RecordRow record) =>
        $"Dicatat {ConditionWords.Say(record.Recorded, Zone)}. "
        + (record.Confirmed is { } confirmed ? $"Dikonfirmasi {ConditionWords.Say(confirmed, Zone)}." : "Belum dikonfirmasi.");

    private void Toggle() => _open = !_open;

    private async Task SavedAsync()
    {
        await CloseAsync();
        await OnSaved.InvokeAsync();
    }

    private async Task CloseAsync()
    {
        _open = false;
        await _toggle.FocusAsync();
    }
}
