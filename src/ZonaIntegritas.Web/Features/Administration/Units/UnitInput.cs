using System.ComponentModel.DataAnnotations;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>What is typed about a unit.</summary>
public sealed class UnitInput
{
    [Required(ErrorMessage = "Isi nama unit."), StringLength(WorkUnit.NameMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Isi nama singkat."), StringLength(WorkUnit.ShortNameMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string ShortName { get; set; } = "";

    public IndonesianZone Zone { get; set; }

    [StringLength(WorkUnit.NameMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string City { get; set; } = "";

    [StringLength(WorkUnit.NameMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string HeadName { get; set; } = "";

    [StringLength(WorkUnit.NipMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string HeadNip { get; set; } = "";

    public string HeldPredicate { get; set; } = "";

    public int? HeldSinceYear { get; set; }

    public static UnitInput From(UnitDetails? details) => details is null ? new() : new()
    {
        Name = details.Name,
        ShortName = details.ShortName,
        Zone = details.Zone,
        City = details.City,
        HeadName = details.HeadName,
        HeadNip = details.HeadNip,
        HeldPredicate = details.HeldPredicate ?? "",
        HeldSinceYear = details.HeldSinceYear,
    };

    /// <summary>The year field is hidden without a predicate, so what it held then does not count.</summary>
    public UnitDetails ToDetails() =>
        new(Name, ShortName, Zone, City, HeadName, HeadNip, HeldPredicate, HeldPredicate.Length == 0 ? null : HeldSinceYear);
}
