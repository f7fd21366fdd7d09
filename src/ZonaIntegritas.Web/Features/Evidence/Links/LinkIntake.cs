using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>When an address arrived, and that it is looked at soon.</summary>
public sealed class LinkIntake(IWorkDispatcher work, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public void CheckSoon() => work.CheckLinks();
}
