using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Hosting.Telemetry;

/// <summary>Sends measures and traces to the collector that "Telemetry:OtlpEndpoint" names; without one nothing is set up and nothing leaves.</summary>
internal static class TelemetryHosting
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        // A wrong address is named at start, with the other wrong settings.
        if (!Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var collector) || !TelemetryOptionsCheck.IsHttp(collector))
        {
            return;
        }

        builder.Services.AddHostedService<QueueWatch>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("zona-integritas", serviceVersion: typeof(TelemetryHosting).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter(Send))
            .WithTracing(traces => traces.AddSource(Measures.Name).AddAspNetCoreInstrumentation(RequestTraces.Configure).AddOtlpExporter(Send));

        void Send(OtlpExporterOptions exporter) => exporter.Endpoint = collector;
    }
}
