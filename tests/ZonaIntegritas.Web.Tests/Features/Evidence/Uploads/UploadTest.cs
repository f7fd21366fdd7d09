using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Uploads;

/// <summary>One unit, its sheet, the real app and its coordinator's browser.</summary>
public abstract class UploadTest : IAsyncLifetime
{
    protected Scene Scene { get; private set; } = null!;

    private protected WebAppUnderTest App { get; set; } = null!;

    private protected TusBrowser Browser { get; set; } = null!;

    protected static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        "\n%%EOF\n"u8.CopyTo(bytes.AsSpan(length - 7));
        return bytes;
    }

    public virtual async ValueTask InitializeAsync()
    {
        Scene = await Scene.CreateAsync();
        App = new(Scene.Database);
        await SignInAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
        Scene.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task SignInAsync() => Browser = await TusBrowser.OpenAsync(await App.SignInAsync(Scene.Coordinator));

    /// <summary>As after a crash: nothing that lived in memory is there any more.</summary>
    protected async Task RestartAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
        App = new(Scene.Database);
        await SignInAsync();
    }

    protected Task<IReadOnlyList<EvidenceRow>> FilesAsync() => Scene.Queries(Scene.Coordinator).EvidenceAsync(Scene.Sheet.Id, default);

    protected FileInfo[] Incoming() => new DirectoryInfo(Path.Combine(Scene.Database.Storage.Value.EvidenceFolder, "incoming")) is { Exists: true } folder
        ? folder.GetFiles()
        : [];

    protected async Task<int> UnfinishedRowsAsync()
    {
        await using var db = Scene.Database.CreateDbContext();
        return await db.IncomingUploads.CountAsync(upload => upload.VersionId == null);
    }

    protected static async Task EventuallyAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "Still not so after 20 seconds.");
            await Task.Delay(20);
        }
    }
}
