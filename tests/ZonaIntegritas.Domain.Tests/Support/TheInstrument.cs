using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>The instrument we ship, read once from the file that travels with the program.</summary>
internal static class TheInstrument
{
    public static InstrumentReading Reading { get; } =
        InstrumentFile.Read(Files.Bytes("seed-data/instruments/lke-zi-2021.json"));

    public static Instrument Lke2021 { get; } = Reading.Instrument
        ?? throw new InvalidOperationException(string.Join('\n', Reading.Faults));
}
