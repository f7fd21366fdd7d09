using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

internal static class WorkingWords
{
    public static string Say(SectionKind kind) => kind switch
    {
        SectionKind.Component => "Komponen",
        SectionKind.Area => "Area perubahan",
        SectionKind.Aspect => "Aspek",
        SectionKind.Subcriterion => "Sub-kriteria",
        SectionKind.Outcome => "Komponen hasil",
        SectionKind.OutcomeItem => "Butir hasil",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <param name="kind">Null for the total.</param>
    public static string RuleOf(SectionKind? kind) => kind switch
    {
        null => "Nilai total adalah jumlah semua komponen.",
        SectionKind.Component => "Nilai komponen adalah jumlah bagian-bagiannya.",
        SectionKind.Area => "Nilai area adalah jumlah pemenuhan dan reform.",
        SectionKind.Aspect => "Nilai aspek adalah jumlah sub-kriterianya.",
        _ => "Nilainya adalah jumlah bagian-bagiannya.",
    };

    public static string RuleOfLeaf(int questions) => questions == 1
        ? "Nilai jawaban dikali bobot."
        : "Rata-rata nilai soalnya dikali bobot: tiap soal menyumbang nilai jawaban dikali faktor, yaitu bobot dibagi jumlah soal. Soal yang belum dijawab dihitung 0.";

    /// <summary>"0,67 × 0,50 = 0,34".</summary>
    public static string Product(ScoreLine line) => $"{Value(line.Value)} × {Value(line.Factor)} = {Figure.Points(line.Points)}";

    /// <summary>Two decimals, more only where two would say another number.</summary>
    public static string Value(Fraction fraction)
    {
        var value = fraction.ToDecimal();
        return decimal.Round(value, 2) == value ? Indonesian.Points(value) : Indonesian.Number(value);
    }

    public static string Distance(ConditionResult condition)
    {
        if (!condition.Met)
        {
            return $"kurang {Figure.Missing(condition.Missing)}";
        }

        var surplus = condition.Actual - condition.Minimum;
        return surplus.IsZero ? "tepat di batas" : $"lebih {Figure.Missing(surplus)}";
    }
}
