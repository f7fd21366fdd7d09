using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>The checklist in words and in classes of .tag.</summary>
public static class ConditionWords
{
    public static string Say(ConditionStanding standing) => standing switch
    {
        ConditionStanding.Missing => "Belum dicatat",
        ConditionStanding.NotMet => "Belum terpenuhi",
        ConditionStanding.Unconfirmed => "Menunggu konfirmasi",
        ConditionStanding.Met => "Terpenuhi",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    public static string TagOf(ConditionStanding standing) => standing switch
    {
        ConditionStanding.Missing => "none",
        ConditionStanding.NotMet => "below",
        ConditionStanding.Unconfirmed => "near",
        ConditionStanding.Met => "met",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    public static string Say(InstansiKind kind) => kind switch
    {
        InstansiKind.Pemda => "pemerintah daerah",
        InstansiKind.KementerianLembaga => "kementerian atau lembaga",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a field asks for.</summary>
    public static string ValueLabel(ConditionKind kind) => kind switch
    {
        ConditionKind.Opinion => "Opini",
        ConditionKind.Grade => "Predikat",
        ConditionKind.Level => "Level maturitas",
        ConditionKind.Percent => "Persentase",
        ConditionKind.Duration => "Lama",
        ConditionKind.YesNo => "Terpenuhi",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Example(ConditionKind kind) => kind switch
    {
        ConditionKind.Level => "misalnya 3,25",
        ConditionKind.Percent => "misalnya 100",
        ConditionKind.Duration => "misalnya 1 tahun 6 bulan",
        _ => "",
    };

    /// <summary>"Sri Wahyuni, 3 Maret 2026".</summary>
    public static string Say(Signature signature, IndonesianZone zone) => $"{signature.Name}, {Indonesian.Date(zone.Today(signature.At))}";
}
