using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Reporting.Preview;

/// <summary>Issues the readiness paper of what the page shows, and takes it home.</summary>
public sealed partial class ExportButton
{
    private static readonly Problem NotYet = new(
        "paper.not-yet", "Naskah belum selesai dibuat. Permintaan Anda tersimpan dan dicoba lagi sendiri; hasilnya muncul di halaman Laporan.");

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public Layer Layer { get; set; }

    [Inject]
    public required IssuePaper Issue { get; init; }

    [Inject]
    public required ReportQueries Reports { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private async Task IssueAsync()
    {
        var id = Guid.Empty;
        if (await RunAsync(async ct => await MakeAsync(made => id = made, ct), "Naskah terbit dan tersimpan di Laporan."))
        {
            // The answer is an attachment, so that the page stays.
            Navigation.NavigateTo(ReportEndpoints.Url(id), forceLoad: true);
        }
    }

    private async Task<Result> MakeAsync(Action<Guid> keep, CancellationToken ct)
    {
        var id = await Issue.ExecuteAsync(new(PaperKind.Progress, AssessmentId, null, Layer), "", ct);
        keep(id);
        return await Reports.FindFileAsync(id, ct) is null ? NotYet : Result.Ok;
    }
}
