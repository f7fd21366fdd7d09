using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>Perjalanan lembar: where a sheet stands, whose turn it is, what lacks, and what this person can do about it.</summary>
public sealed partial class JourneyPage
{
    private JourneyView? _view;
    private SheetMove? _open;

    [Parameter]
    public Guid AssessmentId { get; set; }

    [Inject]
    public required JourneyQueries Queries { get; init; }

    [Inject]
    public required MoveSheet MoveSheet { get; init; }

    /// <summary>Where else this sheet is shown to this reader.</summary>
    private IEnumerable<(string Name, string Href)> Ways
    {
        get
        {
            var (id, reader) = (AssessmentId, _view!.Reader);
            if (reader == Capacity.Coordinator)
            {
                yield return ("Lembar kerja", $"/lembar-kerja/{id}");
            }

            if (reader is Capacity.Member or Capacity.Lead or Capacity.Controller)
            {
                yield return ("Meja penilaian", $"/penilaian/{id}");
            }

            yield return ("Kesiapan", $"/kesiapan/{id}");
            yield return ("Syarat pengusulan", $"/syarat/{id}");
            yield return ("Naskah", $"/naskah?tahun={_view.Head.Year}&cari={Uri.EscapeDataString(_view.Head.Unit)}");
            yield return ("Riwayat perubahan", $"/riwayat/{id}");
            if (SheetLife.IsAfterLhe(_view.Head.Status) && _view.Head.Status != AssessmentStatus.Concluded)
            {
                yield return ("Nilai TPN", $"/tpn/{id}");
            }
        }
    }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private Task ReloadAsync() => LoadAsync(async ct => _view = await Queries.LoadAsync(AssessmentId, ct));

    private Task<IReadOnlyList<FrozenEvidence>> EvidenceAsync(int edition) => Queries.EvidenceAsync(AssessmentId, edition, Leaving);

    /// <returns>What was refused, to stand in the form beside what was typed.</returns>
    private async Task<Problem?> SendAsync(SheetMove move, MovePaper paper, StageEntry? stage)
    {
        Problem? problem = null;
        var ran = await RunAsync(
            async ct =>
            {
                problem = (await MoveSheet.ExecuteAsync(new(AssessmentId, move, paper, stage), ct)).Problem;
                return Result.Ok;
            },
            done: "");
        if (ran && problem is null)
        {
            Snackbar.Add(MoveWords.Of(move).Done, Severity.Success);
            _open = null;
            await ReloadAsync();
            StateHasChanged();
        }

        return problem;
    }
}
