using System.ComponentModel.DataAnnotations;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>What the form holds; empty texts fall back to the installation's own.</summary>
public sealed class LetterheadInput
{
    private const string TooLong = "Paling panjang 200 huruf.";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string Office { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string Address { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string Place { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string HeadTitle { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string HeadName { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string HeadNip { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string TpiTitle { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string TpiName { get; set; } = "";

    [StringLength(AgencyProfile.TextMaxLength, ErrorMessage = TooLong)]
    public string TpiNip { get; set; } = "";

    public static LetterheadInput From(AgencyProfile profile) => new()
    {
        Name = profile.Name,
        Office = profile.Office,
        Address = profile.Address,
        Place = profile.Place,
        HeadTitle = profile.HeadTitle,
        HeadName = profile.HeadName,
        HeadNip = profile.HeadNip,
        TpiTitle = profile.TpiTitle,
        TpiName = profile.TpiName,
        TpiNip = profile.TpiNip,
    };

    public AgencyTexts ToTexts() => new(
        Name.Trim(), Office.Trim(), Address.Trim(), Place.Trim(),
        new(HeadTitle.Trim(), HeadName.Trim(), HeadNip.Trim()), new(TpiTitle.Trim(), TpiName.Trim(), TpiNip.Trim()));
}
