using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>What an administrator may say about a person at any time; the e-mail is the account itself and stays.</summary>
public sealed record PersonDetails(string Name, Role Role, Guid? UnitId, string Position, string Nip)
{
    public PersonDetails Trimmed() => this with { Name = Name.Trim(), Position = Position.Trim(), Nip = Nip.Trim() };

    /// <summary>The first thing that keeps these from being stored; null when nothing does.</summary>
    public async Task<Problem?> FaultAsync(AppDbContext db, CancellationToken ct)
    {
        if (FaultOfTexts() is { } fault)
        {
            return fault;
        }

        return Role switch
        {
            Role.Koordinator when UnitId is null => AdministrationProblems.CoordinatorNeedsUnit,
            Role.Administrator when UnitId is not null => AdministrationProblems.AdministratorHasNoUnit,
            _ when UnitId is { } id && !await db.WorkUnits.AnyAsync(unit => unit.Id == id, ct) => AdministrationProblems.UnknownUnit,
            _ => null,
        };
    }

    public void WriteTo(AppUser person) =>
        (person.FullName, person.UnitId, person.Position, person.Nip) = (Name, UnitId, Position, Nip);

    /// <summary>Which texts become others, by name only: the trail keeps no personal data.</summary>
    public string ChangedTexts(AppUser person)
    {
        (bool Changed, string Name)[] texts = [(person.FullName != Name, "nama"), (person.Position != Position, "jabatan"), (person.Nip != Nip, "NIP")];
        var changed = string.Join(", ", texts.Where(text => text.Changed).Select(text => text.Name));
        return changed.Length == 0 ? "diubah" : $"diubah: {changed}";
    }

    private Problem? FaultOfTexts() =>
        Name.Length == 0 ? AdministrationProblems.NameMissing
        : Name.Length > AppUser.NameMaxLength ? AdministrationProblems.TooLong(nameof(Name), AppUser.NameMaxLength)
        : Position.Length > AppUser.NameMaxLength ? AdministrationProblems.TooLong(nameof(Position), AppUser.NameMaxLength)
        : Nip.Length > WorkUnit.NipMaxLength ? AdministrationProblems.TooLong(nameof(Nip), WorkUnit.NipMaxLength)
        : null;
}
