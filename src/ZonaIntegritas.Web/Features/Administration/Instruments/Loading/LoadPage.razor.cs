using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Loading;

/// <summary>Hands in an instrument file and reads everything that is wrong with it.</summary>
public sealed partial class LoadPage
{
    private HandedFile? _file;
    private Problem? _problem;
    private InstrumentLoading? _outcome;
    private Guid? _previous;

    [Inject]
    public required LoadInstrument LoadInstrument { get; init; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    private void Forget() => (_file, _problem, _outcome) = (null, null, null);

    private async Task LoadFileAsync()
    {
        (_problem, _outcome) = (null, null);
        if (_file is not { } file)
        {
            _problem = InstrumentProblems.NoFile;
            return;
        }

        await RunAsync(
            async ct =>
            {
                // What is refused stands beside the field instead of passing by, so the outcome is always "done" for the page.
                var loading = await LoadInstrument.ExecuteAsync(await file.ReadAsync(ct), ct);
                (_problem, _outcome) = (loading.Problem, loading.Succeeded ? loading.Value : null);
                _previous = _outcome?.Version is { } version ? await Queries.PreviousAsync(version.Id, ct) : null;
                return Result.Ok;
            },
            done: "");
    }
}
