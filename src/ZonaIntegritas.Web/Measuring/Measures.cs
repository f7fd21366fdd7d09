using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ZonaIntegritas.Web.Measuring;

/// <summary>
/// What the app measures of itself, under names of its own (docs/operations.md lists them). Without a listener each
/// costs a comparison with null; who listens is decided in Hosting/Telemetry. Tags are kinds and outcomes: never an id
/// of a person, a name or an address.
/// </summary>
public static class Measures
{
    /// <summary>Of the meter and of the activity source.</summary>
    public const string Name = "ZonaIntegritas";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Histogram<double> Scoring { get; } = Meter.CreateHistogram<double>("zi.scoring.duration", "s", "Scoring one layer of a sheet, reading its answers included.");

    public static Counter<long> AnswersSaved { get; } = Meter.CreateCounter<long>("zi.answers.saved", "{answer}", "Answers and judgements saved.");

    public static Counter<long> Uploads { get; } = Meter.CreateCounter<long>("zi.uploads", "{file}", "Evidence files taken in.");

    public static Counter<long> UploadedBytes { get; } = Meter.CreateCounter<long>("zi.uploads.size", "By", "Bytes of evidence files taken in.");

    public static Histogram<double> Reports { get; } = Meter.CreateHistogram<double>("zi.reports.duration", "s", "Making a paper or an evidence pack, once.");

    public static Counter<long> DigestsPlanned { get; } = Meter.CreateCounter<long>("zi.digests.planned", "{digest}", "Digests written for sending.");

    public static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>("zi.deliveries", "{delivery}", "Tries to deliver a message.");

    public static Histogram<double> Jobs { get; } = Meter.CreateHistogram<double>("zi.jobs.duration", "s", "One run of a recurring job.");

    public static Gauge<double> QueueAge { get; } = Meter.CreateGauge<double>("zi.queue.age", "s", "How long the oldest due work has waited; 0 when none does.");

    /// <summary>Seconds since <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public static double SecondsSince(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalSeconds;

    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
