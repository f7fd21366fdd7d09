using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>Lines of a thread in words.</summary>
public static class TalkWords
{
    /// <summary>Who somebody is towards the unit; a return or an LHE is TPI's, whichever tier.</summary>
    public static string Say(Capacity? capacity) => capacity switch
    {
        Capacity.Coordinator => "koordinator unit",
        Capacity.UnitHead => "kepala unit",
        Capacity.Member => "anggota tim TPI",
        Capacity.Lead => "ketua tim TPI",
        Capacity.Controller => "pengendali teknis TPI",
        Capacity.Head => "pimpinan instansi",
        Capacity.Administrator => "administrator",
        _ => "TPI",
    };

    /// <summary>What happened, as the rest of a sentence that begins with a name.</summary>
    public static string Say(ThreadLine line, string document) => line.Kind switch
    {
        ThreadKind.Returned => "mengembalikan soal ini",
        ThreadKind.Repaired => "mengirim perbaikan",
        ThreadKind.ReturnTakenBack => "membatalkan pengembalian",
        ThreadKind.Answered => Change(line),
        ThreadKind.CarriedOver => $"membawa jawaban tahun lalu: {AnswerOf(line.After)}",
        ThreadKind.EvidenceAttached => $"memasang {document}{Remark(line)}",
        ThreadKind.EvidenceDetached => $"melepas {document}",
        ThreadKind.EvidencePointed => $"menunjuk bagian {document}{Remark(line)}",
        ThreadKind.Concluded => "menerbitkan LHE",
        ThreadKind.Reopened => "membuka kembali lembar ini",
        _ => "",
    };

    /// <summary>The note where it changed; null where it did not.</summary>
    public static string? NoteChange(ThreadLine line) =>
        line.Kind != ThreadKind.Answered || NoteOf(line.Before) == NoteOf(line.After) ? null
        : NoteOf(line.After) is { Length: > 0 } note ? note
        : "(catatan dikosongkan)";

    private static string Change(ThreadLine line)
    {
        var verb = line.Layer switch
        {
            Layer.Tpi => "menilai",
            Layer.Tpn => "mencatat hasil TPN",
            _ => "menjawab",
        };
        var (before, after) = (AnswerOf(line.Before), AnswerOf(line.After));
        return line.Before is null || before == "(kosong)" ? after == "(kosong)" ? "menulis catatan" : $"{verb}: {after}"
            : before != after ? $"{verb}: {before} → {after}"
            : NoteOf(line.Before) != NoteOf(line.After) ? "mengubah catatan"
            : $"{verb} tetap: {after}";
    }

    private static string Remark(ThreadLine line) => line.Text.Length > 0 ? $" ({line.Text})" : "";

    // The trail keeps the answer on the first line and the note below it.
    private static string AnswerOf(string? trace) => trace?.Split('\n', 2)[0] ?? "(kosong)";

    private static string NoteOf(string? trace) => trace?.Split('\n', 2) is [_, var note] ? note : "";
}
