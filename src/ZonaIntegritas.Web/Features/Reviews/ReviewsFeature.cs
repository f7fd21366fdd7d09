namespace ZonaIntegritas.Web.Features.Reviews;

public static class ReviewsFeature
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddScoped<SaveTpiAnswer>()
        .AddScoped<ReturnQuestion>()
        .AddScoped<TakeBackReturn>()
        .AddScoped<ConcludeReview>()
        .AddScoped<ReviewQueries>();
}
