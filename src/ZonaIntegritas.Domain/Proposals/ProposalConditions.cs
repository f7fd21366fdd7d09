using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>What is recorded of one condition, wherever it is kept.</summary>
/// <param name="Confirmed">Whether somebody other than the recorder has looked at it.</param>
public sealed record RecordedCondition(string Code, string Value, bool Confirmed);

/// <summary>
/// Syarat pengusulan: what P5 Tabel 5 asks of the instansi and of the unit besides the score. Where a row of the table
/// asks two things, each is a condition of its own: each has its own document, and one may lack without the other.
/// </summary>
public static class ProposalConditions
{
    public const string Wbk = "WBK";
    public const string Wbbm = "WBBM";
    public const string Source = "PermenPANRB 5/2024 Tabel 5";

    public static IReadOnlyList<ProposalCondition> All { get; } =
    [
        new("opini-bpk", ConditionLevel.Instansi, ConditionKind.Opinion, "opini BPK", "Opini BPK atas laporan keuangan",
            "Laporan hasil pemeriksaan BPK tahun terakhir.", new("WTP", "WTP")),
        new("sakip-instansi", ConditionLevel.Instansi, ConditionKind.Grade, "SAKIP instansi", "Predikat SAKIP instansi",
            "Laporan hasil evaluasi SAKIP dari Kementerian PANRB.", new("B", "BB")),
        new("indeks-rb", ConditionLevel.Instansi, ConditionKind.Grade, "indeks RB", "Indeks Reformasi Birokrasi",
            "Hasil evaluasi reformasi birokrasi dari Kementerian PANRB; catat predikatnya.", new("CC", "B", "B", "BB")),
        new("spip", ConditionLevel.Instansi, ConditionKind.Level, "maturitas SPIP", "Maturitas SPIP",
            "Laporan penilaian maturitas SPIP dari BPKP; nilai 0 sampai 5, misalnya 3,25.", new("3", "3")),
        new("layanan-utama", ConditionLevel.Unit, ConditionKind.YesNo, "layanan utama instansi", "Menyelenggarakan layanan utama instansi",
            "Peraturan atau keputusan yang menetapkan tugas dan layanan unit.", new("ya", "ya")),
        new("persepsi-publik", ConditionLevel.Unit, ConditionKind.YesNo, "pengaruh besar pada persepsi publik", "Berpengaruh besar pada persepsi publik",
            "Kajian, data pengguna layanan, atau penetapan instansi.", new("ya", "ya")),
        new("tlhp", ConditionLevel.Unit, ConditionKind.Percent, "tindak lanjut temuan", "Tindak lanjut hasil pemeriksaan APIP dan BPK (TLHP)",
            "Rekap tindak lanjut dari Inspektorat. Bila tidak ada temuan, catat 100 dan sebutkan suratnya.", new("100", "100")),
        new("lhkpn", ConditionLevel.Unit, ConditionKind.Percent, "kepatuhan LHKPN", "Kepatuhan LHKPN",
            "Rekap pelaporan LHKPN. Bila tidak ada wajib lapor, catat 100 dan sebutkan suratnya.", new("100", "100")),
        new("lhkan", ConditionLevel.Unit, ConditionKind.Percent, "kepatuhan LHKAN", "Kepatuhan LHKAN",
            "Rekap pelaporan harta kekayaan aparatur negara selain wajib LHKPN.", new("100", "100")),
        new("pembangunan-zi", ConditionLevel.Unit, ConditionKind.Duration, "lama pembangunan ZI", "Lama membangun Zona Integritas menuju target",
            "Pencanangan atau keputusan penetapan unit; tulis lamanya, misalnya 1 tahun 6 bulan.", new("1 tahun", "1 tahun")),
        new("sakip-unit", ConditionLevel.Unit, ConditionKind.Grade, "SAKIP unit", "Evaluasi internal SAKIP unit",
            "Laporan hasil evaluasi internal SAKIP unit dari Inspektorat.", new("B", "BB")),
    ];

    public static ProposalCondition? Find(string code) => All.FirstOrDefault(condition => condition.Code == code);

    /// <summary>
    /// Every condition of a predicate held against what is recorded, in the table's order; none for a predicate that the
    /// table does not know.
    /// </summary>
    public static IReadOnlyList<ConditionState> Hold(string predicate, InstansiKind kind, IEnumerable<RecordedCondition> records)
    {
        var byCode = records.ToLookup(record => record.Code);
        return
        [
            .. from condition in All
               let minimum = condition.MinimumFor(predicate, kind)
               where minimum is not null
               select ConditionState.Of(condition, minimum, byCode[condition.Code].LastOrDefault()),
        ];
    }
}
