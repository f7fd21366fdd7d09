using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Tests.Support;

internal static class Sheets
{
    /// <summary>
    /// Full points everywhere except in one section: sets exactly one condition apart, which answers often cannot (nobody
    /// reaches IPAK 15.75 and capaian kinerja 2.50 and yet misses B.I 18.25).
    /// </summary>
    public static ScoreSheet FullExcept(string target, Fraction points)
    {
        var instrument = TheInstrument.Lke2021;
        var sections = instrument.Sections.ToDictionary(section => section.Code, section => Score(section.Code, section.Kind, section.Weight));
        var total = Score("total", null, instrument.TotalWeight);
        return new(instrument, [], sections, total, new(113, 113, 22, 22));

        SectionScore Score(string code, SectionKind? kind, decimal weight) =>
            new(code, code, kind, weight, code == target ? points : weight, 1, 1);
    }
}
