using Hangfire;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>The zone that schedules are written in. Made here, because a small server may have no time zone data.</summary>
internal static class Wib
{
    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.CreateCustomTimeZone(nameof(IndonesianZone.WIB), IndonesianZone.WIB.Offset(), "WIB", "WIB");
}

/// <summary>Hangfire stores a zone by name and looks it up again: here it finds ours.</summary>
internal sealed class WibResolver : ITimeZoneResolver
{
    public TimeZoneInfo GetTimeZoneById(string timeZoneId) =>
        timeZoneId == Wib.Zone.Id ? Wib.Zone : TimeZoneInfo.FindSystemTimeZoneById(timeZoneId);
}
