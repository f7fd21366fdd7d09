using Cronos;
using Microsoft.Extensions.Options;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>Refuses to start with a schedule that would never run.</summary>
public sealed class JobOptionsCheck : IValidateOptions<JobOptions>
{
    public ValidateOptionsResult Validate(string? name, JobOptions options)
    {
        List<string> faults =
        [
            .. Fault("Jobs:Digest", options.Digest), .. Fault("Jobs:ProgressReports", options.ProgressReports), .. Fault("Jobs:LinkChecks", options.LinkChecks),
            .. Fault("Jobs:VerifyEvidence", options.VerifyEvidence), .. Fault("Jobs:RemovePacks", options.RemovePacks),
            .. Fault("Jobs:CleanUp", options.CleanUp),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Fault(string key, string cron) =>
        CronExpression.TryParse(cron, out _) ? [] : [$"{key}: '{cron}' is not a cron expression of five fields, such as '0 7 * * 1-5'."];
}
