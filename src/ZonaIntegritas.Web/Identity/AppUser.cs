using Microsoft.AspNetCore.Identity;

namespace ZonaIntegritas.Web.Identity;

/// <summary>A person who signs in. The role stands in Identity's role tables; a person has one.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public const int NameMaxLength = 200;

    public string FullName { get; set; } = "";

    /// <summary>The own unit; empty for people of the whole instansi.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>A closed account signs in no more, and an open circuit of it stops working.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Jabatan, as printed in signature blocks.</summary>
    public string Position { get; set; } = "";

    public string Nip { get; set; } = "";
}
