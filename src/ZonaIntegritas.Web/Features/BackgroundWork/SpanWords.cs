using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>How long, in the largest unit that still says something.</summary>
public static class SpanWords
{
    public static string Say(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "kurang dari 1 detik",
        { TotalMinutes: < 1 } => $"{Whole(span.TotalSeconds)} detik",
        { TotalHours: < 1 } => $"{Whole(span.TotalMinutes)} menit",
        { TotalDays: < 1 } => $"{Whole(span.TotalHours)} jam",
        _ => $"{Whole(span.TotalDays)} hari",
    };

    private static string Whole(double number) => Indonesian.Number((long)number);
}
