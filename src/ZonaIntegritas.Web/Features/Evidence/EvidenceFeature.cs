using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Evidence.Scanning;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddHostedService<AbandonedUploads>()
        .AddSingleton<IValidateOptions<StorageOptions>, ScannerAddressCheck>()
        .AddSingleton<ClamdClient>()
        .AddScoped<ScanWaitingEvidence>()
        .AddHostedService<ScanOnArrival>()
        .AddSingleton<EvidenceIntake>()
        .AddScoped<EvidenceWriter>()
        .AddScoped<AttachEvidence>()
        .AddScoped<DetachEvidence>();
}
