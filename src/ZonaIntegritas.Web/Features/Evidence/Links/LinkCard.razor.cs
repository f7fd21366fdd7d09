using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

public sealed partial class LinkCard : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private LinkCheck? _newer;
    private Problem? _problem;
    private bool _busy;

    [Inject]
    public required RecheckEvidenceLink Recheck { get; init; }

    [Parameter, EditorRequired]
    public required EvidenceRow File { get; set; }

    /// <summary>In which the time of the check is told.</summary>
    [Parameter]
    public IndonesianZone Zone { get; set; }

    private LinkState State => _newer?.State ?? File.Link;

    private string Remark => _newer?.Remark ?? File.LinkRemark;

    private DateTimeOffset? CheckedAt => _newer?.At ?? File.LinkCheckedAt;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task CheckAsync()
    {
        if (_busy)
        {
            return;
        }

        (_busy, _problem) = (true, null);
        try
        {
            var check = await Recheck.ExecuteAsync(File.VersionId, _leaving.Token);
            (_newer, _problem) = (check.Succeeded ? check.Value : _newer, check.Problem);
        }
        catch (ForbiddenException)
        {
            _problem = LinkProblems.NotYours;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left; nobody is waiting for the answer.
        }
        finally
        {
            _busy = false;
        }
    }
}
