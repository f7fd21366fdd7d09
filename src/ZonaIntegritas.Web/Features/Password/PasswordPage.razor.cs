using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Password;

/// <summary>The own password: an administrator gave out the first one, and should not be the one who knows it for long.</summary>
public sealed partial class PasswordPage
{
    private IReadOnlyList<string> _faults = [];
    private bool _changed;

    [CascadingParameter]
    public HttpContext HttpContext { get; set; } = null!;

    [Inject]
    public required SignInManager<AppUser> SignInManager { get; init; }

    [Inject]
    public required ChangeOwnPassword ChangeOwnPassword { get; init; }

    [SupplyParameterFromForm]
    private PasswordForm Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new();

    private async Task ChangeAsync()
    {
        if (await SignInManager.ValidateSecurityStampAsync(HttpContext.User) is not { IsActive: true } user)
        {
            _faults = ["Sesi Anda sudah berakhir atau akun ditutup. Masuk kembali, lalu ulangi."];
            return;
        }

        var result = await ChangeOwnPassword.ExecuteAsync(user, Input.Current, Input.New, HttpContext.RequestAborted);
        _faults = [.. result.Errors.Select(IdentityWords.Say)];
        if (result.Succeeded)
        {
            // The security stamp is new: every other open page of this account stops, this one goes on.
            await SignInManager.RefreshSignInAsync(user);
            _changed = true;
        }
    }
}

public sealed class PasswordForm
{
    [Required(ErrorMessage = "Isi kata sandi sekarang.")]
    public string Current { get; set; } = "";

    [Required(ErrorMessage = "Isi kata sandi baru.")]
    public string New { get; set; } = "";

    [Compare(nameof(New), ErrorMessage = "Tidak sama dengan kata sandi baru.")]
    public string Repeated { get; set; } = "";
}
