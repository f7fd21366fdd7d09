using ZonaIntegritas.Web.Features.Papers.Lhe;
using ZonaIntegritas.Web.Features.Papers.Minutes;
using ZonaIntegritas.Web.Features.Papers.ProposalLetter;
using ZonaIntegritas.Web.Features.Papers.Recap;
using ZonaIntegritas.Web.Features.Papers.Sptjm;
using ZonaIntegritas.Web.Features.Papers.UnmetConditions;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Papers;

public static class PapersFeature
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddScoped<LheReader>()
        .AddScoped<RecapReader>()
        .AddScoped<UnmetReader>()
        .AddWriter<LheMaker>()
        .AddWriter<RecapMaker>()
        .AddWriter<UnmetMaker>()
        .AddWriter<ProposalLetterMaker>()
        .AddWriter<SptjmMaker>()
        .AddWriter<MinutesMaker>()
        .AddScoped<PaperQueries>()
        .AddScoped<PublishPaper>();

    /// <summary>The same writer makes the file and the look before it.</summary>
    private static IServiceCollection AddWriter<TWriter>(this IServiceCollection services)
        where TWriter : PaperWriter => services
        .AddScoped<TWriter>()
        .AddScoped<PaperWriter>(provider => provider.GetRequiredService<TWriter>())
        .AddScoped<IPaperMaker>(provider => provider.GetRequiredService<TWriter>());
}
