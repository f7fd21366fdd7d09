namespace ZonaIntegritas.Web.Features.Discussion;

public static class DiscussionFeature
{
    public static IServiceCollection AddDiscussion(this IServiceCollection services) => services
        .AddScoped<WriteMessage>()
        .AddScoped<SettleMessage>()
        .AddScoped<ReadMentions>()
        .AddScoped<ThreadActions>()
        .AddScoped<ThreadQueries>()
        .AddScoped<MentionQueries>();
}
