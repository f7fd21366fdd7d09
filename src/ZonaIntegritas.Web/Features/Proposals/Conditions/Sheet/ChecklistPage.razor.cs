using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions.Sheet;

/// <summary>Syarat pengusulan of one sheet: whether the unit may be proposed, and what each part of that rests on.</summary>
public sealed partial class ChecklistPage
{
    private Checklist? _view;

    [Inject]
    public required ConditionQueries Queries { get; init; }

    [Inject]
    public required RecordCondition Record { get; init; }

    [Inject]
    public required ConfirmCondition Confirm { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    /// <summary>Conditions of the instansi are changed on their own page.</summary>
    private ChecklistRights Reading => _view!.Rights with { MayRecord = false, MayConfirm = false };

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private static Task<Result> Nothing(ConditionEntry entry, int seen, CancellationToken ct) => Task.FromResult<Result>(ChecklistProblems.UnknownCondition);

    private static string Count(IReadOnlyList<ConditionRow> rows) => $"{rows.Count(row => row.State.Met)} dari {rows.Count} terpenuhi";

    private static string TagOf(IReadOnlyList<ConditionRow> rows) => rows.All(row => row.State.Met) ? "met" : "below";

    private Task ReloadAsync() => LoadAsync(async ct => _view = await Queries.LoadAsync(AssessmentId, ct));

    private async Task ConfirmAsync(ProposalCondition condition, RecordRow record)
    {
        await RunAsync(ct => Confirm.ExecuteAsync(new(AssessmentId, condition.Code, record.Version), ct), $"{condition.Label} dikonfirmasi.");
        await ReloadAsync();
    }
}
