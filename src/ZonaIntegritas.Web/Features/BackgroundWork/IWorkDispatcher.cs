namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>Wakes a worker for a stored row. An interface because tests play the queue, and the process that dies with it.</summary>
public interface IWorkDispatcher
{
    void MakeReport(Guid requestId, TimeSpan delay = default);

    /// <summary>A report is made, or given up: whoever waits for a whole run may be told.</summary>
    void ReportFinished(Guid requestId);

    void DeliverMail(Guid deliveryId, TimeSpan delay = default);

    /// <summary>Looks at the addresses that are due; asking twice does no harm.</summary>
    void CheckLinks();
}
