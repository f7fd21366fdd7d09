using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting.Jobs;
using ZonaIntegritas.Web.Measuring;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;
using ZonaIntegritas.Web.Tests.Features.EvidencePacks;
using ZonaIntegritas.Web.Tests.Features.Reminders;

namespace ZonaIntegritas.Web.Tests.Hosting;

/// <summary>
/// The app's own measures as a collector hears them. They are the process's: other tests measure at the same time, so
/// each test looks for what it caused and counts nothing.
/// </summary>
public sealed class MeasuresTests : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _heard = new();
    private readonly ConcurrentQueue<string> _traced = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public MeasuresTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.Start();
        _activities = new()
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _traced.Enqueue(activity.OperationName),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    [Fact]
    public async Task Answers_and_their_scoring_are_measured_by_layer()
    {
        using var scene = await Scene.CreateAsync();

        Assert.True((await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default)).Succeeded);

        Assert.Contains(_heard, heard => heard is { Name: "zi.answers.saved", Value: 1, Tags: "layer=Unit" });
        Assert.Contains(_heard, heard => heard is { Name: "zi.scoring.duration", Value: > 0 and < 60, Tags: "layer=Unit" });
        Assert.Contains("score sheet", _traced);
    }

    [Fact]
    public async Task Uploads_are_measured_by_type_and_size_and_never_by_name()
    {
        using var scene = await Scene.CreateAsync();

        await scene.AddEvidenceAsync("sk-rahasia.pdf");

        Assert.Contains(_heard, heard => heard is { Name: "zi.uploads", Value: 1, Tags: "type=Pdf" });
        Assert.Contains(_heard, heard => heard.Name == "zi.uploads.size" && heard.Value == SmallFiles.Pdf.Length && heard.Tags == "type=Pdf");
        Assert.Contains("take in upload", _traced);
        Assert.DoesNotContain(_heard, heard => heard.Tags.Contains("rahasia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Papers_and_deliveries_are_measured_by_kind_and_outcome()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        await new PackDesk(scene).MakeAsync();
        MailBench mails = new(scene.Database);
        await mails.Plan.ExecuteAsync(default);
        await mails.WorkAsync();
        MailBench broken = new(scene.Database, transport: new NoTransport());
        var lost = await new WorkBench(scene).AddMailAsync();
        await broken.Deliver.ExecuteAsync(lost.Id, default);

        Assert.Contains(_heard, heard => heard is { Name: "zi.reports.duration", Value: > 0, Tags: "kind=EvidencePack outcome=done" });
        Assert.Contains(_heard, heard => heard is { Name: "zi.deliveries", Value: 1, Tags: "kind=digest channel=Mail outcome=done" });
        Assert.Contains(_heard, heard => heard is { Name: "zi.deliveries", Tags: "kind=digest channel=Mail outcome=retry" });
        Assert.Contains("work MailDelivery", _traced);
    }

    [Fact]
    public async Task Runs_of_jobs_and_planned_digests_are_measured()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        MailBench mails = new(scene.Database);

        await new PlanDigestsJob(mails.Plan, new RunRecorder(scene.Database, scene.Database.Clock)).RunAsync(default);

        Assert.Contains(_heard, heard => heard is { Name: "zi.digests.planned", Value: > 0 });
        Assert.Contains(_heard, heard => heard is { Name: "zi.jobs.duration", Tags: "job=ringkasan-harian outcome=done" });
        Assert.Contains("job ringkasan-harian", _traced);
        Assert.EndsWith("ringkasan disusun.", Assert.Single(await new WorkBench(scene).RunsAsync()).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_collected_until_a_collector_is_named()
    {
        using var scene = await Scene.CreateAsync();
        await using (var off = new TestApp(scene.Database))
        {
            Assert.Null(off.Services.GetService<MeterProvider>());
            Assert.Null(off.Services.GetService<TracerProvider>());
        }

        await using var on = new TestApp(scene.Database, settings: [("Telemetry:OtlpEndpoint", "http://127.0.0.1:9")]);
        Assert.NotNull(on.Services.GetService<MeterProvider>());
        Assert.NotNull(on.Services.GetService<TracerProvider>());
        var watch = on.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single(service => service.GetType().Name == "QueueWatch");
        await watch.StartAsync(default);
        await UntilAsync(() => _heard.Any(heard => heard.Name == "zi.queue.age"));
    }

    [Fact]
    public async Task A_collector_that_is_none_stops_the_start_and_is_named()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database, settings: [("Telemetry:OtlpEndpoint", "pengumpul")]);

        var refused = Assert.ThrowsAny<OptionsValidationException>(() => app.CreateClient());
        Assert.Contains("Telemetry:OtlpEndpoint: 'pengumpul'", refused.Message, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!reached())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));

    private sealed class NoTransport : Web.Features.Reminders.IMailTransport
    {
        public Task<IAsyncDisposable?> SendAsync(Web.Features.Reminders.OutgoingMail mail, CancellationToken ct) =>
            throw new WorkFailedException("Server surel sedang sibuk.", permanent: false);
    }
}
