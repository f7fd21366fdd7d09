namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>How a value stands against what is asked. Paper shows it by shape and word, colour only helps.</summary>
public enum Tone
{
    Plain,
    Met,
    Near,
    Below,
    None,
}

public static class ToneWords
{
    /// <summary>Tones that a legend explains.</summary>
    public static IReadOnlyList<Tone> Judged { get; } = [Tone.Met, Tone.Near, Tone.Below, Tone.None];

    public static string Of(Tone tone) => tone switch
    {
        Tone.Plain => "",
        Tone.Met => "Terpenuhi",
        Tone.Near => "Mendekati",
        Tone.Below => "Di bawah batas",
        Tone.None => "Belum dinilai",
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };
}
