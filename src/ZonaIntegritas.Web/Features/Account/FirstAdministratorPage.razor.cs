using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Account;

public sealed partial class FirstAdministratorPage
{
    private IReadOnlyList<string> _faults = [];

    [Inject]
    public required FirstAdministrator FirstAdministrator { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm]
    private FirstAdministratorForm Input { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (!await FirstAdministrator.IsMissingAsync())
        {
            Navigation.NavigateTo("/masuk");
        }
    }

    private async Task CreateAsync()
    {
        _faults = await FirstAdministrator.CreateAsync(Input.Code, Input.Name.Trim(), Input.Email.Trim(), Input.Password);
        if (_faults.Count == 0)
        {
            Navigation.NavigateTo("/masuk");
        }
    }
}

public sealed class FirstAdministratorForm
{
    [Required(ErrorMessage = "Isi kode dari log server.")]
    public string Code { get; set; } = "";

    [Required(ErrorMessage = "Isi nama lengkap."), StringLength(AppUser.NameMaxLength)]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Isi alamat surel."), EmailAddress(ErrorMessage = "Alamat surel tidak sah.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Isi kata sandi.")]
    public string Password { get; set; } = "";
}
