using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration;

/// <summary>
/// What the forms here share: one submission at a time, and a refusal that stands beside its field while everything
/// typed stays as it is.
/// </summary>
public abstract class AdministrationForm<TInput> : ComponentBase, IDisposable
    where TInput : class
{
    private readonly CancellationTokenSource _leaving = new();
    private ValidationMessageStore? _refusals;
    private bool _showFault;

    /// <summary>The panel is closed without saving.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected TInput Input { get; private set; } = null!;

    protected EditContext Context { get; private set; } = null!;

    protected bool Busy { get; private set; }

    /// <summary>A refusal that is about no single field.</summary>
    protected Problem? Refusal { get; private set; }

    protected CancellationToken Leaving => _leaving.Token;

    protected void Begin(TInput input)
    {
        (Input, Context) = (input, new(input));
        _refusals = new(Context);
        Context.OnFieldChanged += (_, change) => _refusals.Clear(change.FieldIdentifier);
    }

    /// <returns>Whether it was done.</returns>
    protected async Task<bool> SubmitAsync(Func<CancellationToken, Task<Problem?>> action)
    {
        if (Busy)
        {
            return false;
        }

        Refusal = null;
        _refusals!.Clear();
        var done = Context.Validate() && await RunAsync(action);
        _showFault = !done;
        return done;
    }

    /// <summary>As <see cref="SubmitAsync"/>, for a step that does not depend on the fields.</summary>
    protected async Task<bool> RunAsync(Func<CancellationToken, Task<Problem?>> action)
    {
        if (Busy)
        {
            return false;
        }

        Busy = true;
        Refusal = null;
        try
        {
            var problem = await action(Leaving);
            Show(problem);
            return problem is null;
        }
        catch (ForbiddenException forbidden)
        {
            Refusal = forbidden.Problem;
            return false;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_showFault || Busy)
        {
            return;
        }

        _showFault = false;
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Leaving, "./Features/Administration/SidePanel.razor.js");
        await module.InvokeVoidAsync("focusFirstFault", Leaving);
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Show(Problem? problem)
    {
        if (problem is null)
        {
            return;
        }

        if (AdministrationProblems.FieldOf(problem) is { } field && typeof(TInput).GetProperty(field) is not null)
        {
            _refusals!.Add(new FieldIdentifier(Input, field), problem.Message);
            Context.NotifyValidationStateChanged();
            return;
        }

        Refusal = problem;
    }
}
