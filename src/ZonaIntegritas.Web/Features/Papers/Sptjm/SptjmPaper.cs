using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.ProposalLetter;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Sptjm;

/// <summary>Konsep surat pernyataan tanggung jawab mutlak, which goes with the letter. Pure.</summary>
public static class SptjmPaper
{
    public static IReadOnlyList<string> Statements { get; } =
    [
        "Seluruh data dan keterangan yang disampaikan dalam lembar kerja unit yang diusulkan adalah benar dan sesuai dengan keadaan sebenarnya.",
        "Seluruh data dukung yang dilampirkan adalah asli atau salinan yang sama dengan aslinya, dan dapat kami tunjukkan bila diminta.",
        "Apabila di kemudian hari pernyataan ini terbukti tidak benar, kami bersedia menanggung segala akibatnya sesuai peraturan perundang-undangan, termasuk dibatalkannya usulan atau dicabutnya predikat.",
    ];

    public static PaperDocument Compose(LetterFacts facts, PaperStamp stamp)
    {
        var (input, year, count) = (stamp.Input, facts.Year.ToString(CultureInfo.InvariantCulture), Indonesian.Number(facts.Units.Count));
        return new PaperFace("Surat Pernyataan Tanggung Jawab Mutlak", "SPTJM", "", facts.Year, "TPI, menurut LHE", "", IndonesianZone.WIB)
        {
            Subtitle = PaperFace.NumberLine(input),
            Subject = $"SPTJM untuk {count} unit kerja tahun {year}",
        }.Wrap(stamp,
        [
            new Paragraph("Yang bertanda tangan di bawah ini:"),
            new KeyValues(
            [
                new("Nama", input[PaperFields.Signer]),
                new("Jabatan", input[PaperFields.Position]),
                .. input[PaperFields.Nip] is { Length: > 0 } nip ? (KeyValueRow[])[new("NIP", nip)] : [],
                new("Instansi", stamp.Office.Agency),
            ]),
            new Paragraph($"sehubungan dengan usulan {count} unit kerja menuju WBK dan WBBM tahun {year}, dengan ini menyatakan bahwa:"),
            new PointList(Statements, Numbered: true),
            new Paragraph("Pernyataan ini dibuat dengan sadar dan tanpa paksaan, untuk dipergunakan sebagaimana mestinya."),
            new Signatures([new($"{input[PaperFields.Place]}, {ProposalLetterPaper.DateOf(input)}", "Yang menyatakan,", input[PaperFields.Signer], input[PaperFields.Nip]) { Stamp = "Meterai Rp10.000" }]),
            new PageBreak(),
            new Heading(1, "Lampiran: unit kerja yang diusulkan"),
            new KeyValues([new("Nomor SPTJM", PaperFace.OrBlank(input[PaperFields.Number])), new("Tanggal", ProposalLetterPaper.DateOf(input))]),
            ProposalLetterPaper.Units(facts),
        ]);
    }
}
