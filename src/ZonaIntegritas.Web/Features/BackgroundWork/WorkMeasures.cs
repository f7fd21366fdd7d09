using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>Measures one try of a stored row, by kind and outcome.</summary>
internal static class WorkMeasures
{
    public static void Record(StoredWork row, double seconds)
    {
        var outcome = Measures.Tag("outcome", OutcomeOf(row));
        switch (row)
        {
            case ReportRequest report:
                Measures.Reports.Record(seconds, Measures.Tag("kind", report.Kind.ToString()), outcome);
                break;
            case MailDelivery mail:
                Measures.Deliveries.Add(1, Measures.Tag("kind", mail.Kind), Measures.Tag("channel", mail.Channel.ToString()), outcome);
                break;
            default:
                break;
        }
    }

    /// <summary>What waits again has failed this time, unless the program is being stopped.</summary>
    private static string OutcomeOf(StoredWork row) => row.State switch
    {
        WorkState.Done => "done",
        WorkState.Failed => "failed",
        WorkState.Withdrawn => "withdrawn",
        _ => row.Error.Length > 0 ? "retry" : "released",
    };
}
