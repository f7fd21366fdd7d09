using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Who issues papers: letterhead, place and signatories.</summary>
public sealed record PaperOffice(Letterhead Letterhead, string Author, string Place, Signatory Head, Signatory Tpi, string PublicUrl)
{
    /// <summary>The instansi's name as it is written in a sentence.</summary>
    public string Agency { get; init; } = "";

    public PaperSeal SealOf(ReportRequest request) => new($"{PublicUrl}/verifikasi/{request.Code}");
}

/// <summary>As an administrator set them; what is left empty comes from the installation's options.</summary>
public sealed class PaperOffices(IOptions<AgencyOptions> options)
{
    public async Task<PaperOffice> GetAsync(AppDbContext db, CancellationToken ct) =>
        Of(await db.AgencyProfiles.AsNoTracking().SingleOrDefaultAsync(profile => profile.Id == AgencyProfile.Only, ct) ?? new());

    public PaperOffice Of(AgencyProfile profile)
    {
        var agency = options.Value;
        var (name, office) = (Or(profile.Name, agency.Name), Or(profile.Office, agency.Secretariat));
        return new(
            new([name.ToUpperInvariant(), office.ToUpperInvariant()], Or(profile.Address, agency.Address)) { Logo = profile.Logo },
            office,
            Or(profile.Place, agency.City),
            new(Or(profile.HeadTitle, $"Pimpinan {name}"), profile.HeadName, profile.HeadNip),
            new(Or(profile.TpiTitle, "Ketua Tim Penilai Internal"), profile.TpiName, profile.TpiNip),
            agency.PublicUrl.TrimEnd('/'))
        { Agency = name };
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
