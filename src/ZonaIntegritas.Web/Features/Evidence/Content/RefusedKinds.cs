namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>The way out for files whose ending is not accepted: people bring these every day.</summary>
public static class RefusedKinds
{
    private const string Archive = "Ekstrak dahulu, lalu unggah isinya satu per satu (boleh banyak sekaligus).";
    private const string Macro = "Berkas ini dapat berisi makro. Simpan sebagai {0} tanpa makro, lalu unggah lagi.";
    private const string Old = "Format Office lama ini tidak diterima. Buka, pilih Simpan Sebagai {0}, lalu unggah lagi.";
    private const string Video = "Ubah videonya ke MP4, lalu unggah lagi.";
    private const string Picture = "Simpan gambarnya sebagai JPG atau PNG, lalu unggah lagi.";
    private const string Web = "Cetak halamannya ke PDF, lalu unggah PDF itu.";
    private const string Shared = "Ini hanya pintasan Google, bukan dokumennya. Unduh dokumennya sebagai PDF, atau bagikan sebagai tautan dan pasang tautan itu.";
    private const string Program = "Program dan skrip tidak diterima sebagai data dukung. Unggah tangkapan layarnya atau dokumen PDF.";
    private const string Document = "Simpan sebagai PDF, lalu unggah lagi.";
    private const string Mail = "Cetak suratnya ke PDF, lalu unggah PDF itu.";

    private static readonly Dictionary<string, string> Advice = Make();

    /// <returns>Null when nothing better is known than the list of what is accepted.</returns>
    public static string? AdviceFor(string name) => Advice.GetValueOrDefault(Path.GetExtension(name).ToLowerInvariant());

    private static Dictionary<string, string> Make()
    {
        var advice = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(Old.Replace("{0}", "DOCX", StringComparison.Ordinal), ".doc", ".dot", ".rtf");
        Add(Old.Replace("{0}", "XLSX", StringComparison.Ordinal), ".xls", ".xlt", ".xlsb");
        Add(Old.Replace("{0}", "PPTX", StringComparison.Ordinal), ".ppt", ".pps", ".ppsx");
        Add(Macro.Replace("{0}", "DOCX", StringComparison.Ordinal), ".docm", ".dotm");
        Add(Macro.Replace("{0}", "XLSX", StringComparison.Ordinal), ".xlsm", ".xltm", ".xlam");
        Add(Macro.Replace("{0}", "PPTX", StringComparison.Ordinal), ".pptm", ".ppsm");
        Add(Archive, ".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".iso");
        Add(Video, ".mov", ".avi", ".mkv", ".wmv", ".3gp", ".webm", ".mpg", ".mpeg", ".flv", ".m4v");
        Add(Picture, ".gif", ".bmp", ".tif", ".tiff", ".avif", ".heif", ".psd", ".ico", ".jfif");
        Add(Web, ".html", ".htm", ".mht", ".mhtml", ".svg", ".xml", ".xhtml");
        Add(Shared, ".gdoc", ".gsheet", ".gslides", ".gform", ".gdraw", ".url", ".lnk", ".webloc");
        Add(Program, ".exe", ".msi", ".bat", ".cmd", ".com", ".scr", ".ps1", ".vbs", ".js", ".jar", ".apk", ".sh", ".php", ".py", ".dll");
        Add(Document, ".odp", ".pages", ".key", ".numbers", ".pub", ".vsdx", ".vsd", ".xps", ".cdr", ".ai", ".eps", ".epub", ".md", ".wps");
        Add(Mail, ".eml", ".msg");
        Add("Ubah rekamannya menjadi video MP4, atau unggah transkripnya sebagai PDF.", ".mp3", ".wav", ".m4a", ".ogg", ".aac", ".amr", ".opus");
        return advice;

        void Add(string sentence, params ReadOnlySpan<string> endings)
        {
            foreach (var ending in endings)
            {
                advice.Add(ending, sentence);
            }
        }
    }
}
