using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Readiness.UnitReport;

/// <summary>A bar per area with the predicates' limits drawn across it.</summary>
public sealed partial class AreaBars
{
    [Parameter, EditorRequired]
    public required ReadinessReport Report { get; set; }

    /// <summary>Where a section's figure is worked out.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Working { get; set; }

    private IEnumerable<string> Predicates => Report.Total.Limits.OrderBy(limit => limit.Position).Select(limit => limit.Predicate);

    /// <summary>Named above the bars only where the line stands at the same place in all of them.</summary>
    private IEnumerable<LimitFigures> SharedLimits =>
        from predicate in Predicates
        let limits = Report.Areas.Select(area => area.LimitOf(predicate)).ToList()
        where limits.All(limit => limit is not null && limit.Position == limits[0]!.Position)
        select limits[0]!;

    private static string Css(decimal share) => (Math.Clamp(share, 0m, 1m) * 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Remark(LimitFigures? limit) => limit switch
    {
        null => "–",
        { Missing: null } => "terpenuhi",
        _ => $"kurang {limit.Missing}",
    };

    private static string Minimum(LimitFigures? limit) => limit is null ? "" : $"min. {limit.Minimum}";
}
