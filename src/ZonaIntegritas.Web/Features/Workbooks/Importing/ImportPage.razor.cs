using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <summary>A filled-in workbook comes back: every fault at once, or every difference, and then all of it or nothing.</summary>
public sealed partial class ImportPage
{
    private readonly HashSet<string> _emptied = [];
    private byte[] _file = [];
    private string _name = "";
    private BookIdentity? _identity;
    private Problem? _problem;
    private BookPreview? _preview;
    private int _imported;

    [Parameter]
    public Guid AssessmentId { get; set; }

    [Inject]
    public required ImportWorkbook Import { get; init; }

    private int Chosen => _preview?.Changes.Count(change => !change.Empties || _emptied.Contains(change.Key)) ?? 0;

    protected override Task OnInitializedAsync() => LoadAsync(async ct =>
    {
        var begun = await Import.BeginAsync(AssessmentId, ct);
        _identity = begun.Succeeded ? begun.Value : throw new Identity.ForbiddenException(begun.Problem!);
    });

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        Forget();
        _name = chosen.File.Name;
        await RunAsync(
            async ct =>
            {
                if (chosen.File.Size > BookReader.MaxBytes)
                {
                    _problem = WorkbookProblems.TooLarge(BookReader.MaxMegabytes);
                }
                else if (await ReadAsync(chosen.File, ct) is { } content)
                {
                    _file = content;
                    var read = await Import.PreviewAsync(AssessmentId, content, ct);
                    (_problem, _preview) = (read.Problem, read.Succeeded ? read.Value : null);
                }
                else
                {
                    _problem = WorkbookProblems.Unreadable;
                }

                return Result.Ok;
            },
            done: "");
    }

    private Task<bool> ApplyAsync() => RunAsync(
        async ct =>
        {
            var outcome = await Import.ExecuteAsync(new(AssessmentId, _file, _preview!.Changes, _emptied), ct);
            _problem = outcome.Succeeded ? outcome.Value.Stale : outcome.Problem;
            if (outcome.Succeeded)
            {
                (_preview, _imported) = (outcome.Value.Preview, outcome.Value.Imported);
            }

            return Result.Ok;
        },
        done: "");

    private void Forget()
    {
        (_file, _problem, _preview, _imported) = ([], null, null, 0);
        _emptied.Clear();
    }

    /// <returns>Null when the browser no longer gives it: moved, deleted or changed since it was chosen.</returns>
    private static async Task<byte[]?> ReadAsync(IBrowserFile file, CancellationToken ct)
    {
        try
        {
            using var content = new MemoryStream();
            await using var stream = file.OpenReadStream(BookReader.MaxBytes, ct);
            await stream.CopyToAsync(content, ct);
            return content.ToArray();
        }
        catch (Exception error) when (error is IOException or JSException)
        {
            return null;
        }
    }
}
