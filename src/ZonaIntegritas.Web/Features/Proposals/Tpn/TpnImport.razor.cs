using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>Hands in a file of TPN's answers: every fault at once, or a preview and then all of it.</summary>
public sealed partial class TpnImport
{
    private byte[] _file = [];
    private Problem? _problem;
    private TpnPreview? _preview;
    private bool _done;

    [Parameter, EditorRequired]
    public required Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required ImportTpnAnswers Import { get; set; }

    [Parameter]
    public EventCallback OnImported { get; set; }

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        Forget();
        await RunAsync(
            async ct =>
            {
                if (chosen.File.Size > ImportTpnAnswers.MaxBytes)
                {
                    _problem = TpnProblems.FileTooLarge(ImportTpnAnswers.MaxKilobytes);
                }
                else if (await ReadAsync(chosen.File, ct) is { } content)
                {
                    _file = content;
                    Take(await Import.PreviewAsync(AssessmentId, content, ct));
                }
                else
                {
                    _problem = TpnProblems.Unreadable;
                }

                return Result.Ok;
            },
            done: "");
    }

    private async Task ApplyAsync()
    {
        await RunAsync(
            async ct =>
            {
                Take(await Import.ExecuteAsync(AssessmentId, _file, ct, _preview?.Changes));
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

    private void Forget() => (_file, _problem, _preview, _done) = ([], null, null, false);

    /// <returns>Null when the browser no longer gives it: moved, deleted or changed since it was chosen.</returns>
    private static async Task<byte[]?> ReadAsync(IBrowserFile file, CancellationToken ct)
    {
        try
        {
            using var content = new MemoryStream();
            await using var stream = file.OpenReadStream(ImportTpnAnswers.MaxBytes, ct);
            await stream.CopyToAsync(content, ct);
            return content.ToArray();
        }
        catch (Exception error) when (error is IOException or JSException)
        {
            return null;
        }
    }
}
