namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

public static class ConditionsFeature
{
    public static IServiceCollection AddConditions(this IServiceCollection services) => services
        .AddScoped<RecordCondition>()
        .AddScoped<RecordInstansiCondition>()
        .AddScoped<ConfirmCondition>()
        .AddScoped<ConfirmInstansiCondition>()
        .AddScoped<ConditionEvidenceQueries>()
        .AddScoped<ConditionQueries>();
}
