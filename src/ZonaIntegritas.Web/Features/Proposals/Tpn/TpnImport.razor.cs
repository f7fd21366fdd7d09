using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>Hands in a file of TPN's answers: every fault at once, or a preview and then all of it.</summary>
public sealed partial class TpnImport
{
    private HandedFile? _file;
    private Problem? _problem;
    private TpnPreview? _preview;
    private bool _done;

    [Parameter, EditorRequired]
    public required Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required ImportTpnAnswers Import { get; set; }

    [Parameter]
    public EventCallback OnImported { get; set; }

    private Task<bool> PreviewAsync(HandedFile file) => RunAsync(
        async ct =>
        {
            _file = file;
            Take(await Import.PreviewAsync(AssessmentId, await file.ReadAsync(ct), ct));
            return Result.Ok;
        },
        done: "");

    private async Task ApplyAsync()
    {
        await RunAsync(
            async ct =>
            {
                Take(await Import.ExecuteAsync(AssessmentId, await _file!.ReadAsync(ct), ct, _preview?.Changes));
                _done = _preview is { Faults.Count: 0 };
                return Result.Ok;
            },
            done: "");
        if (_done)
        {
            await OnImported.InvokeAsync();
        }
    }

    private void Take(Result<TpnPreview> read) => (_problem, _preview) = (read.Problem, read.Succeeded ? read.Value : null);

    private void Forget() => (_file, _problem, _preview, _done) = (null, null, null, false);
}
