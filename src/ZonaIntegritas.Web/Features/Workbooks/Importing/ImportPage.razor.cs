using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <summary>A filled-in workbook comes back: every fault at once, or every difference, and then all of it or nothing.</summary>
public sealed partial class ImportPage
{
    private readonly HashSet<string> _emptied = [];
    private HandedFile? _file;
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

    private Task<bool> PreviewAsync(HandedFile file) => RunAsync(
        async ct =>
        {
            _file = file;
            var read = await Import.PreviewAsync(AssessmentId, await file.ReadAsync(ct), ct);
            (_problem, _preview) = (read.Problem, read.Succeeded ? read.Value : null);
            return Result.Ok;
        },
        done: "");

    private Task<bool> ApplyAsync() => RunAsync(
        async ct =>
        {
            var outcome = await Import.ExecuteAsync(new(AssessmentId, await _file!.ReadAsync(ct), _preview!.Changes, _emptied), ct);
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
        (_file, _problem, _preview, _imported) = (null, null, null, 0);
        _emptied.Clear();
    }
}
