using System.Reflection;
using Hangfire;
using Xunit;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

namespace ZonaIntegritas.Web.Tests.Architecture;

/// <summary>What stands in Hangfire's queue and on its pages: a class and ids, never a person's data.</summary>
public sealed class JobTests
{
    private static IReadOnlyList<Type> Jobs { get; } =
        [.. House.Web.GetTypes().Where(type => type.Namespace == "ZonaIntegritas.Web.Hosting.Jobs" && type.Name.EndsWith("Job", StringComparison.Ordinal) && type.IsClass)];

    private static IEnumerable<MethodInfo> Methods => Jobs.SelectMany(job => job.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly));

    [Fact]
    public void A_job_takes_ids_and_a_token_alone()
    {
        var parameters = Methods.SelectMany(method => method.GetParameters()).ToList();

        Assert.Contains(parameters, parameter => parameter.ParameterType == typeof(Guid));
        Assert.All(parameters, parameter => Assert.True(
            parameter.ParameterType == typeof(Guid) || parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(long)
                || parameter.ParameterType == typeof(CancellationToken),
            $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}({parameter.Name})"));
    }

    [Fact]
    public void A_job_is_a_sealed_shell_with_a_name_and_a_limit_to_its_retries()
    {
        Assert.True(Jobs.Count >= RecurringJobs.All.Count);
        Assert.All(Jobs, job => Assert.True(job.IsSealed, job.Name));
        Assert.All(Jobs, job => Assert.NotNull(job.GetCustomAttribute<AutomaticRetryAttribute>()));
        Assert.All(Methods, method => Assert.NotNull(method.GetCustomAttribute<JobDisplayNameAttribute>()));
    }

    [Fact]
    public void Nothing_is_put_into_the_queue_but_these_jobs()
    {
        var users = House.Web.GetTypes().Where(type => House.Takes(type, typeof(IBackgroundJobClient)) || House.Takes(type, typeof(IBackgroundJobClientV2))).ToList();

        Assert.Equal("HangfireDispatcher", Assert.Single(users).Name);
    }
}
