using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Account;

public sealed partial class SignInPage
{
    private string? _refusal;

    [Inject]
    public required SignInManager<AppUser> SignInManager { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required FirstAdministrator FirstAdministrator { get; init; }

    [SupplyParameterFromForm]
    private SignInForm Input { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (await FirstAdministrator.IsMissingAsync())
        {
            Navigation.NavigateTo("/mulai");
        }
    }

    private async Task SignInAsync()
    {
        var user = await SignInManager.UserManager.FindByEmailAsync(Input.Email);
        // A closed account is told the same as a wrong password: the form says nothing about who exists.
        var result = user is { IsActive: true }
            ? await SignInManager.PasswordSignInAsync(user, Input.Password, isPersistent: false, lockoutOnFailure: true)
            : SignInResult.Failed;
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalUrl(ReturnUrl));
            return;
        }

        _refusal = result.IsLockedOut
            ? "Terlalu banyak percobaan. Tunggu lima menit, lalu coba lagi."
            : "Alamat surel atau kata sandi tidak cocok. Periksa, lalu coba lagi.";
    }

    /// <summary>Only paths of this app: a link in a mail must not lead elsewhere after signing in.</summary>
    private static string LocalUrl(string? url) =>
        url is ['/', not '/' and not '\\', ..] && !url.Contains('\\', StringComparison.Ordinal) ? url : "/";
}

public sealed class SignInForm
{
    [Required(ErrorMessage = "Isi alamat surel.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Isi kata sandi.")]
    public string Password { get; set; } = "";
}
