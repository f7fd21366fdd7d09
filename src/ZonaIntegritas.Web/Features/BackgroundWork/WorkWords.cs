namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>How work stands, in words and with the colour that goes with them.</summary>
public static class WorkWords
{
    public static string Say(WorkState state) => state switch
    {
        WorkState.Waiting => "Menunggu",
        WorkState.Running => "Sedang dikerjakan",
        WorkState.Done => "Selesai",
        WorkState.Failed => "Gagal",
        WorkState.Withdrawn => "Dibatalkan",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Say(RunState state) => state switch
    {
        RunState.Running => "Sedang berjalan",
        RunState.Done => "Selesai",
        RunState.Failed => "Gagal",
        RunState.Stopped => "Terhenti",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string TagOf(RunState state) => state switch
    {
        RunState.Done => "met",
        RunState.Failed => "below",
        RunState.Stopped => "near",
        _ => "none",
    };

    public static string TagOf(WorkState state) => state switch
    {
        WorkState.Done => "met",
        WorkState.Failed => "below",
        _ => "none",
    };
}
