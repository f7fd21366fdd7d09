using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>What a document is, filled in by its unit.</summary>
public sealed partial class DocumentForm : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private DocumentInput _input = new();
    private EditContext _context = new(new DocumentInput());
    private EvidenceDetails? _kept;
    private (Guid, int)? _shown;
    private int _seen;
    private Problem? _problem;
    private bool _busy;
    private bool _saved;

    [Parameter, EditorRequired]
    public Guid ItemId { get; set; }

    [Parameter, EditorRequired]
    public required EvidenceDetails Details { get; set; }

    [Parameter]
    public int Revision { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required DescribeEvidence Describe { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private bool IsDirty => _kept is not null && _input.ToDetails() != _kept;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override void OnParametersSet()
    {
        // What is being typed is not replaced by a reload of the page around it, and stays measured against what was read.
        if (_shown is null || _shown.Value.Item1 != ItemId || (_shown != (ItemId, Revision) && !IsDirty))
        {
            (_shown, _seen, _kept) = ((ItemId, Revision), Revision, Details);
            _input = DocumentInput.From(Details);
            _context = new(_input);
            _context.OnFieldChanged += (_, _) => StateHasChanged();
        }
    }

    private string? Invalid(string code) => _problem?.Code == code ? "true" : null;

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        (_busy, _saved) = (true, false);
        try
        {
            await SaveAsync(_input.ToDetails());
        }
        catch (ForbiddenException forbidden)
        {
            _problem = forbidden.Problem;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task SaveAsync(EvidenceDetails details)
    {
        var result = await Describe.ExecuteAsync(new(ItemId, details, _seen), _leaving.Token);
        _problem = result.Problem;
        if (result.Succeeded)
        {
            (_seen, _kept, _saved) = (result.Value, details, true);
            await OnSaved.InvokeAsync();
        }
    }

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (IsDirty && await Dialogs.ShowMessageBoxAsync(
            "Keterangan belum disimpan", "Isian yang belum disimpan hilang bila halaman ini ditinggalkan.", yesText: "Tinggalkan", cancelText: "Tetap di sini") != true)
        {
            leaving.PreventNavigation();
        }
    }
}
