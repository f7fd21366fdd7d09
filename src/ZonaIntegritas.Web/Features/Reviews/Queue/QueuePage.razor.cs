using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Reviews.Queue;

/// <summary>What waits for this evaluator, in the order to take it.</summary>
public sealed partial class QueuePage
{
    private IReadOnlyList<QueueRow>? _rows;

    [Inject]
    public required ReviewQueries Queries { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync(async ct => _rows = await Queries.QueueAsync(ct));

    private static string Since(QueueRow row) =>
        row.SubmittedAt is { } at ? $"diajukan {Indonesian.Date(row.Zone.Today(at))}" : "";
}
