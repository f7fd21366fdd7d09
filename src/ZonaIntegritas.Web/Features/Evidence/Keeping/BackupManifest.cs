using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// What a backup holds: totals, rows of each table, and the hash of the list in which every file stands with its own
/// hash (a list that <c>sha256sum -c</c> reads as well).
/// </summary>
/// <param name="Schema">The newest migration of its database.</param>
/// <param name="Files">All files of the list together.</param>
/// <param name="Broken">Paths of evidence that was already missing or changed when the backup was made.</param>
public sealed record BackupManifest(
    int Format,
    string Program,
    string Version,
    DateTimeOffset MadeAt,
    string Schema,
    CopiedFile Database,
    FileTotal Evidence,
    FileTotal Reports,
    FileTotal Files,
    CopiedFile List,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<BrokenFile> Broken)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";
    public const string ListName = "files.sha256";
    public const string DatabaseName = "zona-integritas.db";
    public const string EvidenceFolder = "evidence/";
    public const string ReportsFolder = "reports/";

    // Read by people and programs, never by a browser: a plus sign stays a plus sign.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string PathOfEvidence(string sha256) => EvidenceFolder + FileStore.PlaceOf(sha256);

    public static string PathOfReport(string sha256) => ReportsFolder + FileStore.PlaceOf(sha256);

    /// <returns>Null when the folder holds none that this program reads.</returns>
    public static async Task<BackupManifest?> ReadAsync(string folder, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, FileName));
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, ct) is { Format: CurrentFormat, Database: not null, List: not null, Rows: not null } manifest ? manifest : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string folder, CancellationToken ct)
    {
        await using var file = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew);
        await JsonSerializer.SerializeAsync(file, this, Json, ct);
        file.Flush(flushToDisk: true);
    }
}

public sealed record FileTotal(long Count, long Bytes)
{
    public static FileTotal None { get; } = new(0, 0);

    public static FileTotal operator +(FileTotal total, CopiedFile file) => new(total.Count + 1, total.Bytes + file.Bytes);
}

public sealed record BrokenFile(string Path, KeepingFault Fault);
