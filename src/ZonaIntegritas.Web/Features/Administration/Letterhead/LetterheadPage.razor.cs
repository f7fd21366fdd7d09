using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>Letterhead, place and signatories of all papers, shown as they will be printed while somebody types.</summary>
public sealed partial class LetterheadPage
{
    private const string Blank = "..................................................";

    private AgencyProfile? _profile;
    private AgencyTexts? _typed;

    [Inject]
    public required LetterheadQueries Queries { get; init; }

    [Inject]
    public required PaperOffices Offices { get; init; }

    [SupplyParameterFromQuery(Name = "logo")]
    private string? LogoKey { get; set; }

    private Problem? LogoRefusal => LetterheadProblems.Find(LogoKey);

    private string? LogoAnswer => LogoKey == "tersimpan" ? "Logo tersimpan." : LogoRefusal?.Message;

    private PaperDocument Preview
    {
        get
        {
            var shown = new AgencyProfile();
            shown.Describe(_typed ?? LetterheadInput.From(_profile!).ToTexts(), default);
            shown.UseLogo(_profile!.Logo, default);
            var office = Offices.Of(shown);
            return new("Contoh naskah", PaperFooter.Empty,
            [
                new Paragraph("Begini kepala dan tanda tangan naskah instansi."),
                new Signatures([ColumnOf(office.Head, $"{office.Place}, …"), ColumnOf(office.Tpi, " ")]),
            ])
            {
                Letterhead = office.Letterhead,
            };
        }
    }

    protected override Task OnInitializedAsync() => LoadAsync(async ct => _profile = await Queries.LoadAsync(ct));

    private void ShowTyped(AgencyTexts typed) => _typed = typed;

    private async Task ReloadAsync()
    {
        await LoadAsync(async ct => _profile = await Queries.LoadAsync(ct));
        _typed = null;
        Snackbar.Add("Kop dan penanda tangan tersimpan.", MudBlazor.Severity.Success);
    }

    private static SignatureColumn ColumnOf(Signatory signatory, string placeDate) =>
        new(placeDate, $"{signatory.Title},", signatory.Name.Length > 0 ? signatory.Name : Blank, signatory.Nip);
}
