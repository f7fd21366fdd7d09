using OpenTelemetry.Instrumentation.AspNetCore;

namespace ZonaIntegritas.Web.Hosting.Telemetry;

/// <summary>Traces of requests without what tells a person: no address, no browser, no query.</summary>
internal static class RequestTraces
{
    private static readonly string[] Personal = ["client.address", "network.peer.address", "user_agent.original", "url.query"];

    public static void Configure(AspNetCoreTraceInstrumentationOptions options)
    {
        // A circuit is one request of hours, and probes are no news.
        options.Filter = http => !http.Request.Path.StartsWithSegments("/_blazor") && !http.Request.Path.StartsWithSegments(Health.Old);
        options.EnrichWithHttpResponse = (activity, _) =>
        {
            foreach (var tag in Personal)
            {
                activity.SetTag(tag, null);
            }
        };
    }
}
