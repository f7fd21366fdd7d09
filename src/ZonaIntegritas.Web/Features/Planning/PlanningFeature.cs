namespace ZonaIntegritas.Web.Features.Planning;

public static class PlanningFeature
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddScoped<PlanQueries>()
        .AddScoped<ActionListQueries>()
        .AddScoped<SetEffort>()
        .AddScoped<PlanActions>()
        .AddScoped<ChangeAction>()
        .AddScoped<CloseAction>()
        .AddScoped<PlanVerbs>();
}

/// <summary>What a plan's pages can do, as one thing to inject.</summary>
public sealed record PlanVerbs(SetEffort SetEffort, PlanActions Plan, ChangeAction Change, CloseAction Close);
