using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>Places a total in the named bands of a programme that has them (Sangat Baik, Baik, …).</summary>
public static class BandTable
{
    /// <returns>The highest band whose lower end the total reaches; null when the instrument has no bands.</returns>
    public static Band? Place(ScoreSheet sheet) =>
        sheet.Instrument.Bands.FirstOrDefault(band => sheet.Total.Points >= band.Minimum);
}
