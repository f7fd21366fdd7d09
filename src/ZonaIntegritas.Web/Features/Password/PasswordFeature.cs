namespace ZonaIntegritas.Web.Features.Password;

public static class PasswordFeature
{
    public static IServiceCollection AddPassword(this IServiceCollection services) => services.AddScoped<ChangeOwnPassword>();
}
