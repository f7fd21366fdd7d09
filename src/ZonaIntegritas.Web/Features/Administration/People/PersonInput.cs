using System.ComponentModel.DataAnnotations;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>What is typed about a person.</summary>
public sealed class PersonInput
{
    [Required(ErrorMessage = "Isi nama lengkap."), StringLength(AppUser.NameMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Isi alamat surel."), EmailAddress(ErrorMessage = "Alamat surel tidak sah.")]
    [StringLength(256, ErrorMessage = "Paling panjang {1} huruf.")]
    public string Email { get; set; } = "";

    public Role Role { get; set; } = Role.Koordinator;

    public Guid? UnitId { get; set; }

    [StringLength(AppUser.NameMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string Position { get; set; } = "";

    [StringLength(WorkUnit.NipMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string Nip { get; set; } = "";

    /// <summary>Empty to have one made.</summary>
    public string Password { get; set; } = "";

    public static PersonInput From(PersonRow? person) => person is null ? new() : new()
    {
        Name = person.Details.Name,
        Email = person.Email,
        Role = person.Details.Role,
        UnitId = person.Details.UnitId,
        Position = person.Details.Position,
        Nip = person.Details.Nip,
    };

    /// <summary>The unit field is hidden for administrators, so what it held then does not count.</summary>
    public PersonDetails ToDetails() => new(Name, Role, Role == Role.Administrator ? null : UnitId, Position, Nip);
}
