using ZonaIntegritas.Web.Features.Reviews.Desk;
using ZonaIntegritas.Web.Features.Reviews.DeskList;
using ZonaIntegritas.Web.Features.Reviews.Differences;
using ZonaIntegritas.Web.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Features.Reviews;

public static class ReviewsFeature
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddScoped<SaveTpiAnswer>()
        .AddScoped<ReturnQuestion>()
        .AddScoped<TakeBackReturn>()
        .AddScoped<ConcludeReview>()
        .AddScoped<AcceptMany>()
        .AddScoped<ReturnMany>()
        .AddScoped<UndoMany>()
        .AddScoped<LhePreviewQueries>()
        .AddScoped<DifferenceQueries>()
        .AddScoped<DeskActions>()
        .AddScoped<DeskListActions>()
        .AddScoped<ReviewQueries>();
}
