using Microsoft.Extensions.Options;

namespace ZonaIntegritas.Web.Hosting.Telemetry;

/// <summary>Refuses to start with a collector that cannot be one: its owner would wait for figures in vain.</summary>
internal sealed class TelemetryOptionsCheck : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.OtlpEndpoint.Length == 0 || (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var collector) && IsHttp(collector))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Telemetry:OtlpEndpoint: '{options.OtlpEndpoint}' is not an address such as 'http://localhost:4317'. Empty turns it off.");

    public static bool IsHttp(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
}
