using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Shared;

/// <summary>
/// What every page shares: one action at a time, a token that ends with the page, and refusals shown in words.
/// Anything unexpected is not caught here and reaches the error boundary.
/// </summary>
public abstract class FeaturePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    protected bool Busy { get; private set; }

    /// <summary>Set when the page may not be shown at all.</summary>
    protected Problem? Refusal { get; private set; }

    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Loads the page; a refusal becomes <see cref="Refusal"/>.</summary>
    protected async Task LoadAsync(Func<CancellationToken, Task> load)
    {
        try
        {
            await load(Leaving);
        }
        catch (ForbiddenException forbidden)
        {
            Refusal = forbidden.Problem;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person has left; nobody is waiting for the answer.
        }
    }

    /// <summary>Runs an action unless one is running (a double click), and says how it ended.</summary>
    /// <returns>Whether it succeeded.</returns>
    protected async Task<bool> RunAsync(Func<CancellationToken, Task<Result>> action, string done)
    {
        if (Busy)
        {
            return false;
        }

        Busy = true;
        try
        {
            var problem = await ProblemOfAsync(action);
            Show(problem, done);
            return problem is null;
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

    protected void Show(Problem problem) => Snackbar.Add(problem.Message, Severity.Warning);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Show(Problem? problem, string done)
    {
        if (problem is not null)
        {
            Show(problem);
        }
        else if (done.Length > 0)
        {
            Snackbar.Add(done, Severity.Success);
        }
    }

    private async Task<Problem?> ProblemOfAsync(Func<CancellationToken, Task<Result>> action)
    {
        try
        {
            return (await action(Leaving)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            return forbidden.Problem;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new("page.stale", "Data ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.");
        }
    }
}
