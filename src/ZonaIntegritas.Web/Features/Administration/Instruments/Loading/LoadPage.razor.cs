using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Loading;

/// <summary>Hands in an instrument file and reads everything that is wrong with it.</summary>
public sealed partial class LoadPage
{
    private IBrowserFile? _file;
    private string _name = "";
    private Problem? _problem;
    private InstrumentLoading? _outcome;
    private Guid? _previous;

    [Inject]
    public required LoadInstrument LoadInstrument { get; init; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    private void Choose(InputFileChangeEventArgs chosen)
    {
        (_file, _problem, _outcome) = (chosen.File, null, null);
    }

    private async Task LoadFileAsync()
    {
        (_problem, _outcome) = (null, null);
        if (_file is not { } file)
        {
            _problem = InstrumentProblems.NoFile;
            return;
        }

        _name = file.Name;
        await RunAsync(async ct => await ReadAndLoadAsync(file, ct), done: "");
    }

    // What is refused stands beside the field instead of passing by, so the outcome is always "done" for the page.
    private async Task<Result> ReadAndLoadAsync(IBrowserFile file, CancellationToken ct)
    {
        if (file.Size > LoadInstrument.MaxBytes)
        {
            _problem = InstrumentProblems.TooLarge(LoadInstrument.MaxMegabytes);
            return Result.Ok;
        }

        if (await ReadAsync(file, ct) is not { } content)
        {
            _problem = InstrumentProblems.Unreadable;
            return Result.Ok;
        }

        var loading = await LoadInstrument.ExecuteAsync(content, ct);
        (_problem, _outcome) = (loading.Problem, loading.Succeeded ? loading.Value : null);
        _previous = _outcome?.Version is { } version ? await Queries.PreviousAsync(version.Id, ct) : null;
        return Result.Ok;
    }

    /// <returns>Null when the browser no longer gives it: moved, deleted or changed since it was chosen.</returns>
    private static async Task<byte[]?> ReadAsync(IBrowserFile file, CancellationToken ct)
    {
        try
        {
            using var content = new MemoryStream();
            await using var stream = file.OpenReadStream(LoadInstrument.MaxBytes, ct);
            await stream.CopyToAsync(content, ct);
            return content.ToArray();
        }
        catch (Exception error) when (error is IOException or JSException)
        {
            return null;
        }
    }
}
