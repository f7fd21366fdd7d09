using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

public sealed partial class AddLinkForm : IDisposable
{
    private const string FieldId = "tautan";

    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _field;
    private string _typed = "";
    private Problem? _problem;
    private bool _busy;

    [Inject]
    public required AddEvidenceLink AddLink { get; init; }

    /// <summary>Where the address goes: a question, or an item that gets a new version.</summary>
    [Parameter, EditorRequired]
    public required UploadPurpose Purpose { get; set; }

    /// <summary>Raised when it is kept.</summary>
    [Parameter]
    public EventCallback OnAdded { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _field.FocusAsync();
        }
    }

    private async Task AddAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            _problem = await ProblemOfAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _busy = false;
        }

        if (_problem is null)
        {
            _typed = "";
            await OnAdded.InvokeAsync();
        }
    }

    private async Task<Problem?> ProblemOfAsync()
    {
        try
        {
            return (await AddLink.ExecuteAsync(Purpose, _typed, _leaving.Token)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            return forbidden.Problem;
        }
    }
}
