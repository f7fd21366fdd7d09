using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Live;
using ZonaIntegritas.Web.Data.Seeding;
using ZonaIntegritas.Web.Features.Account;
using ZonaIntegritas.Web.Features.Administration;
using ZonaIntegritas.Web.Data.Seeding.Demo;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Auditing;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Papers;
using ZonaIntegritas.Web.Features.Password;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Features.EvidencePacks;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Features.Proposals.Journey;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Features.Verification;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Hosting.Jobs;
using ZonaIntegritas.Web.Hosting.Telemetry;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Everything the app is made of, in the order a reader asks for it.</summary>
public static class AppServices
{
    public static WebApplicationBuilder AddZonaIntegritas(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        AddOptions(services);
        AddData(services);
        AddIdentity(services);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddAntiforgery(options => options.HeaderName = FileDoor.TokenHeader);
        services.AddSingleton<HandedFiles>().AddScoped<FileDoor>();
        services.AddAccount().AddPassword().AddAssessments().AddReviews().AddEvidence().AddDiscussion();
        services.AddReadiness().AddPapers().AddVerification().AddPlanning();
        services.AddConditions().AddJourney();
        services.AddWorkbooks().AddEvidencePacks();
        services.AddAdministration();
        services.AddAuditing();
        services.AddBackgroundWork();
        services.AddRateLimits();
        services.AddHealth();
        builder.AddTelemetry();
        builder.AddLogs();
        return builder;
    }

    private static void AddOptions(IServiceCollection services)
    {
        Bind<StorageOptions>(StorageOptions.Section);
        Bind<AgencyOptions>(AgencyOptions.Section);
        Bind<EmailOptions>(EmailOptions.Section);
        Bind<WebhookOptions>(WebhookOptions.Section);
        Bind<JobOptions>(JobOptions.Section);
        Bind<SeedOptions>(SeedOptions.Section);
        Bind<TelemetryOptions>(TelemetryOptions.Section);
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsCheck>();

        // Refuses to start half configured: every wrong key is named at once.
        void Bind<T>(string section)
            where T : class =>
            services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
    }

    private static void AddData(IServiceCollection services)
    {
        services.AddSingleton<WriterLine>();
        services.AddDbContextFactory<AppDbContext>((provider, options) =>
        {
            var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            options.UseAppDatabase(storage.DatabaseFile, provider.GetRequiredService<WriterLine>())
                .AddInterceptors(provider.GetRequiredService<SheetChangeInterceptor>(), provider.GetRequiredService<DeliveryInterceptor>());
        });
        services.AddSingleton<SheetBroadcast>().AddSingleton<SheetChangeInterceptor>();
        services.AddScoped<InstrumentSeeder>().AddScoped<ScoreBackfill>().AddScoped<RoleSeeder>();
        services.AddScoped<DemoPeople>().AddScoped<DemoSheets>().AddScoped<DemoSeeder>();
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<DemoAccountsNotice>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CurrentUser>();
        services.AddScoped<Authorizer>();
        services.AddScoped<CircuitHandler, CurrentUserCircuitHandler>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<AppUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<NamedPrincipalFactory>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/masuk";
            options.AccessDeniedPath = "/tidak-berwenang";
            options.Cookie.Name = "zi-masuk";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
        });
        services.AddAuthorization(Policies.Configure);
        services.AddDataProtection().SetApplicationName("ZonaIntegritas");
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, StoredKeys>();
    }
}
