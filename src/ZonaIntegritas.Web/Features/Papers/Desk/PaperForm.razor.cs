using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.Typed;

namespace ZonaIntegritas.Web.Features.Papers.Desk;

/// <summary>The form of one paper; writes into the page's own values, so that nothing is lost between renderings.</summary>
public sealed partial class PaperForm
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PaperField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required Dictionary<string, string> Values { get; set; }

    [Parameter]
    public IReadOnlyList<FieldFault> Faults { get; set; } = [];

    [Parameter]
    public Problem? Problem { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback OnPublish { get; set; }

    [Parameter]
    public EventCallback OnLook { get; set; }

    private string Of(PaperField field) => Values.GetValueOrDefault(field.Key, "");

    private string? FaultOf(PaperField field) => Faults.FirstOrDefault(fault => fault.Field == field.Key)?.Message;

    private static string? Described(PaperField field, string? fault) =>
        fault is not null ? $"isi-{field.Key}-salah" : field.Hint.Length > 0 ? $"isi-{field.Key}-petunjuk" : null;

    private void Set(PaperField field, ChangeEventArgs change) => Values[field.Key] = change.Value as string ?? "";
}
