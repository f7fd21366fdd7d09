using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

public sealed partial class AccessSection
{
    private Step? _asked;
    private string? _password;
    private Problem? _problem;
    private bool _busy;

    [Parameter, EditorRequired]
    public required PersonRow Person { get; set; }

    /// <summary>The account was closed or opened; says how to put it.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Inject]
    public required CloseAccount CloseAccount { get; init; }

    [Inject]
    public required OpenAccount OpenAccount { get; init; }

    [Inject]
    public required ResetPassword ResetPassword { get; init; }

    [Inject]
    public required CurrentUser Current { get; init; }

    private bool IsSelf => Current.UserId == Person.Id;

    private Step ResetStep => new(
        "Atur ulang", "Kata sandi lama tidak berlaku lagi dan orang ini keluar dari semua halaman yang terbuka.", ResetAsync);

    private Step CloseStep => new(
        "Tutup akun", "Orang ini langsung tidak dapat bekerja dan masuk lagi. Semua yang pernah diisinya tetap tersimpan.", CloseAsync);

    private Step OpenStep => new("Buka akun", "Orang ini dapat masuk lagi dengan kata sandinya yang lama.", OpenAsync);

    private async Task DoAsync()
    {
        if (_busy || _asked is not { } step)
        {
            return;
        }

        (_busy, _problem) = (true, null);
        try
        {
            _problem = await step.Do();
        }
        catch (ForbiddenException forbidden)
        {
            _problem = forbidden.Problem;
        }
        finally
        {
            (_busy, _asked) = (false, null);
        }
    }

    // The list is not read again after a reset: it shows nothing of it, and one's own sign-in has just ended.
    private async Task<Problem?> ResetAsync()
    {
        var result = await ResetPassword.ExecuteAsync(Person.Id, CancellationToken.None);
        _password = result.Succeeded ? result.Value : null;
        return result.Problem;
    }

    private async Task<Problem?> CloseAsync() =>
        await TellAsync(await CloseAccount.ExecuteAsync(Person.Id, CancellationToken.None), $"Akun {Person.Details.Name} ditutup.");

    private async Task<Problem?> OpenAsync() =>
        await TellAsync(await OpenAccount.ExecuteAsync(Person.Id, CancellationToken.None), $"Akun {Person.Details.Name} dibuka.");

    private async Task<Problem?> TellAsync(Result result, string done)
    {
        if (result.Succeeded)
        {
            await OnDone.InvokeAsync(done);
        }

        return result.Problem;
    }

    private sealed record Step(string Verb, string Question, Func<Task<Problem?>> Do);
}
