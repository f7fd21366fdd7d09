namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <summary>Has a recurring job run now, beside its schedule. An interface because tests play the clock.</summary>
public interface IJobTrigger
{
    /// <param name="job">One of <see cref="RecurringJobs"/>.</param>
    void RunNow(string job);
}
