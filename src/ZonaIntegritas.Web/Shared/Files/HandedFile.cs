namespace ZonaIntegritas.Web.Shared.Files;

/// <summary>A file that a POST brought, on disk; gone when whoever took it is through with it.</summary>
public sealed class HandedFile(string path, string name, DateTimeOffset arrivedAt) : IDisposable
{
    /// <summary>As the browser named it, for showing only.</summary>
    public string Name { get; } = name;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    public Task<byte[]> ReadAsync(CancellationToken ct) => File.ReadAllBytesAsync(path, ct);

    public void Dispose()
    {
        // The folder itself may be gone, with everything in it.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
