using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

internal static class ScanningFeature
{
    public static IServiceCollection AddScanning(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<StorageOptions>, ScannerAddressCheck>()
        .AddSingleton<ClamdClient>()
        .AddScoped<ScanWaitingEvidence>()
        .AddHostedService<ScanOnArrival>();
}
