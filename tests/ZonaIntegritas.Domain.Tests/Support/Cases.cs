using System.Text.Json;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>Answer files under Cases/, read as the program reads them.</summary>
internal static class Cases
{
    public static AnswerReading Read(string name) => AnswerFile.Read(TheInstrument.Lke2021, Files.Bytes($"Cases/{name}"));

    /// <summary>The member "expected": section code and points.</summary>
    public static IReadOnlyDictionary<string, decimal> Expected(string name)
    {
        using var document = JsonDocument.Parse(Files.Bytes($"Cases/{name}"));
        return document.RootElement.GetProperty("expected").EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetDecimal());
    }
}
