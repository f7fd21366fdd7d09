using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

public static class LimitWords
{
    /// <summary>As the regulation writes it: "60 %" or "75,00".</summary>
    public static string Minimum(Limit limit) => Minimum(limit.MinimumPoints, limit.MinimumPercent);

    public static string Minimum(decimal points, decimal? percent) =>
        (percent is { } share ? Figure.LimitShare(share) : Figure.Points(points)).Text;
}
