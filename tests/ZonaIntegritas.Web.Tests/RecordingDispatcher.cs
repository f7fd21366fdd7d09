using System.Collections.Concurrent;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests;

/// <summary>A queue that only remembers, so that a test decides when, whether and how often its work runs.</summary>
public sealed class RecordingDispatcher : IWorkDispatcher
{
    public ConcurrentQueue<(Guid Id, TimeSpan Delay)> Reports { get; } = new();

    public ConcurrentQueue<(Guid Id, TimeSpan Delay)> Mails { get; } = new();

    public void MakeReport(Guid requestId, TimeSpan delay = default) => Reports.Enqueue((requestId, delay));

    /// <summary>Reports of whose end somebody may have to be told.</summary>
    public ConcurrentQueue<Guid> Finished { get; } = new();

    public void ReportFinished(Guid requestId) => Finished.Enqueue(requestId);

    public void DeliverMail(Guid deliveryId, TimeSpan delay = default) => Mails.Enqueue((deliveryId, delay));

    /// <summary>How often addresses were asked to be looked at.</summary>
    public int LinkChecks { get; private set; }

    public void CheckLinks() => LinkChecks++;
}
