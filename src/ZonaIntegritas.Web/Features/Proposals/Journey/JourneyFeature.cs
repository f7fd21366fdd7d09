using ZonaIntegritas.Web.Features.Proposals.Tpn;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

public static class JourneyFeature
{
    public static IServiceCollection AddJourney(this IServiceCollection services) => services
        .AddScoped<MoveSheet>()
        .AddScoped<ProposeUnits>()
        .AddScoped<JourneyQueries>()
        .AddScoped<ProposalQueries>()
        .AddScoped<TpnQueries>()
        .AddScoped<SaveTpnAnswer>()
        .AddScoped<CopyTpiToTpn>()
        .AddScoped<ImportTpnAnswers>();
}
