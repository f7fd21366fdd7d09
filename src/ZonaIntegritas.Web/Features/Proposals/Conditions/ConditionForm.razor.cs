using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>What is recorded of one condition, as it is typed.</summary>
public sealed partial class ConditionForm : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _first;
    private ConditionInput _input = new();
    private int _seen;
    private Problem? _problem;
    private bool _busy;
    private bool _stale;

    [Parameter, EditorRequired]
    public required ProposalCondition Condition { get; set; }

    [Parameter]
    public RecordRow? Record { get; set; }

    /// <summary>The sheet whose unit's library proves it; null where there is no library.</summary>
    [Parameter]
    public Guid? Library { get; set; }

    [Parameter, EditorRequired]
    public required Func<ConditionEntry, int, CancellationToken, Task<Result>> Save { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Somebody else has saved meanwhile.</summary>
    [Parameter]
    public EventCallback OnStale { get; set; }

    private bool IsAboutUrl => _problem?.Code.StartsWith("link.", StringComparison.Ordinal) == true;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // What is being typed is not replaced by a reload of the page around it.
    protected override void OnInitialized() => (_input, _seen) = (ConditionInput.From(Record), Record?.Version ?? 0);

    /// <summary>The page has read the record again after a stale save: the next save is meant for what is there now.</summary>
    protected override void OnParametersSet()
    {
        if (_stale && Record is { } newer && newer.Version != _seen)
        {
            (_seen, _stale) = (newer.Version, false);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _first.FocusAsync();
        }
    }

    private string Id(string part) => $"{Condition.Code}-{part}";

    /// <param name="beginnings">Of the codes that this field answers for.</param>
    private string? Invalid(params string[] beginnings) =>
        _problem is { } problem && beginnings.Any(beginning => problem.Code.StartsWith("condition." + beginning, StringComparison.Ordinal)) ? "true" : null;

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            _problem = (await Save(_input.ToEntry(), _seen, _leaving.Token)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            _problem = forbidden.Problem;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _busy = false;
        }

        if (_problem is null)
        {
            await OnSaved.InvokeAsync();
        }
        else if (ChecklistProblems.IsStale(_problem))
        {
            _stale = true;
            await OnStale.InvokeAsync();
        }
    }
}
