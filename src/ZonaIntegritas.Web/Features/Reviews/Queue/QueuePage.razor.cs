using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Reviews.Queue;

/// <summary>What waits for this evaluator, in the order to take it.</summary>
public sealed partial class QueuePage
{
    private IReadOnlyList<QueueRow>? _rows;

    [Inject]
    public required ReviewQueries Queries { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync(async ct => _rows = await Queries.QueueAsync(ct));

    private static string Summary(IReadOnlyList<QueueRow> rows)
    {
        var units = rows.Select(row => row.Sheet.UnitName).Distinct().Count();
        var mine = rows.Where(row => row.IsMyTurn).ToList();
        return mine.Count == 0
            ? $"Tidak ada yang menunggu Anda saat ini, dari {units} unit yang ditugaskan."
            : $"{mine.Count} lembar menunggu Anda dari {units} unit yang ditugaskan: {mine.Sum(row => row.Waiting)} soal.";
    }
}
