namespace ZonaIntegritas.Web.Features.Evidence.Troubles;

/// <summary>What an evaluator would stumble over in a sheet's evidence; each is a number of documents, the last of questions.</summary>
/// <param name="Unreadable">Locked with a password, damaged, or refused by the scanner.</param>
/// <param name="Unproven">Answered questions without any document.</param>
public sealed record EvidenceTroubles(Guid AssessmentId, int Year, int BrokenLinks, int Unreadable, int Expired, int FromEarlierYear, int Unproven)
{
    private const string Library = "/pustaka?keadaan=";

    /// <summary>Said with what to do, the gravest first; empty when all is well.</summary>
    public IReadOnlyList<TroubleLine> Lines =>
    [
        .. new TroubleLine[]
        {
            new(BrokenLinks, $"{BrokenLinks} tautan terkunci atau mati", Library + "tautan-bermasalah"),
            new(Unreadable, $"{Unreadable} berkas terkunci, rusak atau ditolak pemindai", Library + "berkas-bermasalah"),
            new(Expired, $"{Expired} dokumen sudah berakhir masa berlakunya", Library + "sudah-berakhir"),
            new(FromEarlierYear, $"{FromEarlierYear} dokumen sama dengan tahun sebelumnya", Library + "tahun-lalu"),
            new(Unproven, $"{Unproven} soal dijawab tanpa data dukung", $"/pustaka/kurang/{AssessmentId}"),
        }.Where(line => line.Count > 0),
    ];
}

public sealed record TroubleLine(int Count, string Text, string Link);
