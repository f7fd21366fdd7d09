using ZonaIntegritas.Web.Features.EvidencePacks.Packing;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.EvidencePacks;

public static class EvidencePacksFeature
{
    public static IServiceCollection AddEvidencePacks(this IServiceCollection services) => services
        .AddScoped<IPaperMaker, EvidencePackMaker>()
        .AddScoped<RequestPack>()
        .AddScoped<PackQueries>()
        .AddScoped<DownloadPack>()
        .AddScoped<RemoveExpiredPacks>();
}
