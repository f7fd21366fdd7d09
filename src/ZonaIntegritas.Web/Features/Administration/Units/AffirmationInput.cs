using System.ComponentModel.DataAnnotations;
using ZonaIntegritas.Domain.WorkUnits;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>What is typed about afirmasi.</summary>
public sealed class AffirmationInput
{
    [Required(ErrorMessage = "Tulis dasarnya: nomor dan judul dokumen."), StringLength(WorkUnit.AffirmationBasisMaxLength, ErrorMessage = "Paling panjang {1} huruf.")]
    public string Basis { get; set; } = "";
}
