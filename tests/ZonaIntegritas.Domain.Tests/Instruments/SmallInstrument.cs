using System.Text;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Tests.Instruments;

/// <summary>A correct instrument of three questions as text; a test breaks one spot of it and reads what the loader says.</summary>
internal static class SmallInstrument
{
    public const string Json = """
        {
          "id": "kecil", "version": "1", "programme": "Uji", "name": "Instrumen kecil", "source": "Uji",
          "totalWeight": 10,
          "scales": [
            { "id": "yt", "kind": "choice", "options": { "Ya": 1, "Tidak": 0 } },
            { "id": "hitung", "kind": "counted" },
            { "id": "indeks", "kind": "level", "maximum": 4 }
          ],
          "groups": [ { "code": "G", "name": "Kelompok", "component": "A" } ],
          "components": [
            { "code": "A", "kind": "component", "name": "Pengungkit", "weight": 6, "sections": [
              { "code": "A.1", "kind": "area", "name": "Area satu", "weight": 4, "group": "G", "questions": [
                { "code": "q1", "statement": "Soal satu", "scale": "yt", "options": { "Ya": "Ada", "Tidak": "Belum" } } ] },
              { "code": "A.2", "kind": "area", "name": "Area dua", "weight": 2, "questions": [
                { "code": "q2", "statement": "Soal dua", "scale": "hitung", "formula": {
                    "kind": "ratio", "text": "Bagian dibagi seluruh", "part": ["bagian"], "whole": ["seluruh"], "whenWholeIsZero": "zero",
                    "inputs": [ { "key": "bagian", "label": "Bagian" }, { "key": "seluruh", "label": "Seluruh" } ],
                    "limits": [ { "parts": ["bagian"], "atMost": ["seluruh"], "reason": "Bagian melebihi seluruh.", "waivedWhenFull": false } ] } } ] } ] },
            { "code": "B", "kind": "component", "name": "Hasil", "weight": 4, "questions": [
              { "code": "q3", "statement": "Soal tiga", "scale": "indeks" } ] }
          ],
          "predicates": [
            { "code": "P1", "name": "Predikat satu", "limits": [ { "target": "total", "minimum": 7.5 }, { "eachOf": "area", "minimumPercent": 60 } ] },
            { "code": "P2", "name": "Predikat dua", "requires": "P1", "limits": [ { "target": "B", "minimum": 3 } ] }
          ],
          "bands": [ { "name": "Tinggi", "minimum": 5 }, { "name": "Rendah", "minimum": 0 } ]
        }
        """;

    public static InstrumentReading Read(string json) => InstrumentFile.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The text with each spot replaced; a spot that does not occur is a mistake in the test.</summary>
    public static string With(params (string Spot, string Replacement)[] changes)
    {
        var json = Json;
        foreach (var (spot, replacement) in changes)
        {
            var at = json.IndexOf(spot, StringComparison.Ordinal);
            json = at >= 0 ? json[..at] + replacement + json[(at + spot.Length)..] : throw new ArgumentException($"No {spot}");
        }

        return json;
    }
}
