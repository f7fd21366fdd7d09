using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>Every question with last year's answer beside this year's; many are taken at once, each with its own result.</summary>
public sealed partial class LastYearPage
{
    private readonly HashSet<string> _chosen = [];
    private readonly Dictionary<string, CarriedOver> _results = [];
    private Workspace? _workspace;
    private LastYear? _last;
    private IReadOnlyList<LastYearRow> _rows = [];
    private LastYearFilter _filter;
    private string _done = "";

    [Parameter]
    public Guid AssessmentId { get; set; }

    [Inject]
    public required WorkspaceQueries Workspaces { get; init; }

    [Inject]
    public required LastYearQueries Queries { get; init; }

    [Inject]
    public required CarryOverAnswers CarryOver { get; init; }

    private SheetTitle Title => _workspace!.Title;

    // What was just dealt with stays in sight, with its result.
    private IReadOnlyList<LastYearRow> Shown => [.. _rows.Where(row => row.Fits(_filter) || _results.ContainsKey(row.Code))];

    private string Word
    {
        get
        {
            var replacing = _rows.Count(row => _chosen.Contains(row.Code) && !row.IsOpen);
            return _chosen.Count == 0
                ? _done.Length > 0 ? _done : "Belum ada soal yang dipilih."
                : $"{_chosen.Count} soal dipilih{(replacing > 0 ? $", {replacing} di antaranya mengganti jawaban tahun ini" : "")}.";
        }
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private Task ReadAsync() => LoadAsync(async ct =>
    {
        _workspace = await Workspaces.LoadAsync(AssessmentId, ct);
        _last = await Queries.OfSheetAsync(AssessmentId, ct);
        _rows = _last is null ? [] : LastYearRow.Of(_workspace, _last);
    });

    private void Filter(ChangeEventArgs change)
    {
        _filter = Enum.Parse<LastYearFilter>((string)change.Value!);
        _results.Clear();
        // What is not shown is not taken.
        _chosen.IntersectWith(Shown.Select(row => row.Code));
    }

    private void Toggle(string code)
    {
        if (!_chosen.Remove(code))
        {
            _chosen.Add(code);
        }
    }

    private void ChoosePlain() => _chosen.UnionWith(Shown.Where(row => row.IsPlain).Select(row => row.Code));

    private async Task TakeAsync()
    {
        IReadOnlyList<CarryOverCommand> commands = [.. _rows.Where(row => row.CanTake && _chosen.Contains(row.Code)).Select(row => row.Command(AssessmentId))];
        await RunAsync(async _ =>
        {
            // To the end even when the page is left: half of what was ticked would surprise more.
            var results = await CarryOver.ExecuteAsync(commands, CancellationToken.None);
            _results.Clear();
            foreach (var result in results)
            {
                _results[result.QuestionCode] = result;
            }

            return Result.Ok;
        }, "");
        _chosen.Clear();
        var refused = _results.Values.Count(result => result.Problem is not null);
        _done = $"{_results.Count - refused} jawaban dipakai{(refused > 0 ? $", {refused} tidak; alasannya ada pada soalnya" : "")}.";
        await ReadAsync();
    }
}
