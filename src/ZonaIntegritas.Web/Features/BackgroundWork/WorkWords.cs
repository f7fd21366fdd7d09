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

    public static string TagOf(WorkState state) => state switch
    {
        WorkState.Done => "met",
        WorkState.Failed => "below",
        _ => "none",
    };
}
