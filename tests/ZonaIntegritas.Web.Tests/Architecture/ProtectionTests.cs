using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.BackgroundWork.Waiting;
using ZonaIntegritas.Web.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Evidence.Uploads;
using ZonaIntegritas.Web.Features.Evidence.Scanning;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting.Schedule;
using ZonaIntegritas.Web.Features.Verification;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Architecture;

/// <summary>R3, R4, R6 and R8 of the house: nothing is open by accident. Each rule first shows that it looks at something (R9).</summary>
public sealed class ProtectionTests
{
    private static readonly string[] AnonymousPages = ["/galat", "/masuk", "/mulai", "/tidak-berwenang", "/tidak-ditemukan", "/verifikasi", "/verifikasi/{Code}"];

    /// <summary>Run by the clock or by the queue, for nobody in particular.</summary>
    private static readonly Type[] SystemJobs =
    [
        typeof(AbandonedUploads), typeof(CheckEvidenceLinks), typeof(PlanDigests), typeof(RequestScheduledReports), typeof(PlanReportMails), typeof(ResumeUnfinishedWork),
        typeof(WorkRunner), typeof(ScanWaitingEvidence), typeof(VerifyEvidence), typeof(BackUpData),
        typeof(RemoveExpiredPacks), typeof(RemoveOldRecords), typeof(RunRecorder), typeof(MissedRuns), typeof(QueueAge),
    ];

    /// <summary>Tells whoever holds a paper whether it is genuine, and nothing else.</summary>
    private static readonly Type[] OpenToEverybody = [typeof(PaperChecks)];

    private static IEnumerable<Type> Components => House.Web.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract);

    [Fact]
    public void R3_no_component_opens_the_database()
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var injected = House.Web.GetTypes().Where(typeof(IComponent).IsAssignableFrom)
            .SelectMany(type => type.GetProperties(All).Where(property => property.IsDefined(typeof(InjectAttribute), true)).Select(property => (type, property.PropertyType))
                .Concat(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => (type, parameter.ParameterType))))
            .ToList();

        Assert.NotEmpty(injected);
        Assert.DoesNotContain(injected, use => use.Item2 == typeof(IServiceProvider) || use.Item2 == typeof(IServiceScopeFactory)
            || typeof(DbContext).IsAssignableFrom(use.Item2) || use.Item2 == typeof(IDbContextFactory<AppDbContext>));
    }

    [Fact]
    public void R4_every_page_needs_a_signed_in_person_or_is_on_the_short_list()
    {
        var pages = Components.Where(type => type.IsDefined(typeof(RouteAttribute), false)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(page.IsDefined(typeof(AuthorizeAttribute), true), page.FullName));
        Assert.Equal(
            AnonymousPages,
            pages.Where(page => page.IsDefined(typeof(AllowAnonymousAttribute), true))
                .SelectMany(page => page.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void R6_whatever_opens_the_database_in_a_feature_asks_the_authorizer()
    {
        var openers = House.FeatureTypes.Where(House.TakesDatabase).ToList();

        Assert.NotEmpty(openers);
        Assert.All(SystemJobs, job => Assert.Contains(job, openers));
        Assert.Empty(openers.Except(SystemJobs).Except(OpenToEverybody).Where(type => !House.Takes(type, typeof(Authorizer))).Select(type => type.FullName));
        Assert.Empty(SystemJobs.Where(job => House.Takes(job, typeof(Authorizer))).Select(type => type.FullName));
    }

    [Fact]
    public void R6_a_use_case_is_a_sealed_verb_with_few_dependencies()
    {
        var useCases = House.FeatureTypes.Where(House.IsUseCase).ToList();

        Assert.NotEmpty(useCases);
        Assert.All(useCases, type => Assert.True(type.IsSealed, type.FullName));
        Assert.All(useCases, type => Assert.DoesNotContain(type.Name, (string[])["Service", "Handler", "Manager", "Helper"], StringComparer.Ordinal));
        Assert.All(useCases, type => Assert.InRange(type.GetConstructors().Single().GetParameters().Length, 1, 5));
    }

    [Fact]
    public async Task R8_model_and_migrations_agree()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var db = database.CreateDbContext();

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_address_needs_a_signed_in_person_or_is_on_the_short_list()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new WebAppUnderTest(database);
        app.StartServer();

        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        var open = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(path => !IsStatic(path)).Distinct().Order(StringComparer.Ordinal);

        Assert.NotEmpty(endpoints);
        Assert.Equal(["/galat", "/health", "/health/live", "/health/ready", "/masuk", "/mulai", "/tidak-berwenang", "/tidak-ditemukan", "/verifikasi", "/verifikasi/{Code}"], open);
        // What names no policy falls under this one.
        var fallback = await app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.Contains(fallback!.Requirements, requirement => requirement is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
    }

    [Fact]
    public async Task No_address_that_is_asked_for_with_GET_changes_anything()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new WebAppUnderTest(database);
        app.StartServer();

        var writing = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: ["POST"] } || endpoint.RoutePattern.RawText!.StartsWith("/unggah", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}"))
            .Order(StringComparer.Ordinal);

        // GET only lists what waits; HEAD can finish what its owner has sent whole.
        Assert.Equal(
            ["DELETE /unggah/{id:guid}", "GET /unggah", "HEAD /unggah/{id:guid}", "OPTIONS /unggah", "OPTIONS /unggah/{id:guid}",
             "PATCH /unggah/{id:guid}", "POST /instrumen/muat/berkas", "POST /keluar", "POST /lembar/{assessmentId:guid}/impor/berkas",
             "POST /pengaturan/kop/logo", "POST /tpn/{assessmentId:guid}/berkas", "POST /unggah"],
            writing);
    }

    private static bool IsStatic(string path) =>
        path.StartsWith("/_content/", StringComparison.Ordinal) || path.StartsWith("/_framework/", StringComparison.Ordinal) || path.StartsWith("/lib/", StringComparison.Ordinal) || Path.HasExtension(path);
}
