namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>Background work as a person tells it apart.</summary>
public enum WorkKind
{
    Paper,
    Pack,
    Mail,
    Webhook,

    /// <summary>A file that waits for the scanner: its row is the file's own.</summary>
    Scan,

    /// <summary>An address that waits to be looked at.</summary>
    LinkCheck,
}

public static class WorkKinds
{
    public static string Say(WorkKind kind) => kind switch
    {
        WorkKind.Paper => "Laporan dan naskah",
        WorkKind.Pack => "Paket data dukung",
        WorkKind.Mail => "Surat",
        WorkKind.Webhook => "Webhook",
        WorkKind.Scan => "Pemindaian berkas",
        WorkKind.LinkCheck => "Pemeriksaan tautan",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
