using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>What each role is for, and whether it has a unit.</summary>
public static class PeopleWords
{
    public static string Say(Role role) => role switch
    {
        Role.Administrator => "Administrator",
        Role.Koordinator => "Koordinator",
        Role.Evaluator => "Evaluator (TPI)",
        Role.Pimpinan => "Pimpinan",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Explain(Role role) => role switch
    {
        Role.Administrator => "Mengatur periode, unit, orang dan instrumen seluruh instansi.",
        Role.Koordinator => "Mengisi lembar kerja dan data dukung unitnya.",
        Role.Evaluator => "Menilai unit yang ditugaskan, tidak pernah unitnya sendiri.",
        Role.Pimpinan => "Membaca kesiapan unitnya, atau seluruh instansi bila tanpa unit.",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>What stands in a list for a person who has no unit.</summary>
    public static string NoUnit(Role role) => role == Role.Evaluator ? "Di luar unit" : "Seluruh instansi";

    public static string WithoutUnit(Role role) => role switch
    {
        Role.Koordinator => "Pilih unit",
        Role.Evaluator => "Di luar unit (misalnya inspektorat)",
        _ => "Seluruh instansi",
    };
}
