using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>A number with the one text by which screen and paper show it: neither formats on its own.</summary>
public sealed record Figure(decimal Value, string Text)
{
    private const string Nought = "0,00";

    public static Figure Points(Fraction points) => new(points.ToDecimal(), Indonesian.Points(points));

    public static Figure Share(Fraction share) => new(share.ToDecimal(), Indonesian.Percent(share));

    /// <summary>What lacks to a limit. A lack too small for two decimals is still a lack and is not shown as nought.</summary>
    public static Figure Missing(Fraction points)
    {
        var figure = Points(points);
        return figure.Text == Nought && !points.IsZero ? figure with { Text = "< 0,01" } : figure;
    }

    /// <summary>A limit in per cent as regulations write it: "60 %".</summary>
    public static Figure LimitShare(decimal percent) => new(percent / 100m, Indonesian.Number(percent) + " %");

    /// <summary>A survey index: two decimals, more only when they decide ("3,595" is not "3,60").</summary>
    public static Figure Index(decimal index) =>
        new(index, decimal.Round(index, 2) == index ? Indonesian.Points(index) : Indonesian.Number(index));

    public override string ToString() => Text;
}
