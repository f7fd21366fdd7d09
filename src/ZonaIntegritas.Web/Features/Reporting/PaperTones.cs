using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting;

internal static class PaperTones
{
    public static Tone Of(Standing standing) => standing switch
    {
        Standing.None => Tone.None,
        Standing.Below => Tone.Below,
        Standing.Near => Tone.Near,
        Standing.Met => Tone.Met,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
