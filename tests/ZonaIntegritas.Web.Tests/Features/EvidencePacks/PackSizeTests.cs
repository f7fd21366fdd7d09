using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.EvidencePacks;

public sealed class PackSizeTests
{
    private const long FileBytes = 300L * 1024 * 1024;

    [Fact]
    public async Task A_large_file_passes_through_without_being_held_and_progress_is_told_on_the_way()
    {
        using var scene = await Scene.CreateAsync();
        for (var number = 0; number < 6; number++)
        {
            await scene.AddEvidenceAsync($"kecil-{number}.csv", Scene.YesNo, System.Text.Encoding.ASCII.GetBytes($"{number};1\n"));
        }

        var large = await scene.AddEvidenceAsync("besar.csv", Scene.Abc, "besar;1\n"u8.ToArray());
        await GrowAsync(scene, large.VersionId);
        var desk = new PackDesk(scene);
        var id = await desk.AskAsync();
        var row = await desk.RowAsync(id);
        await using var db = scene.Database.CreateDbContext();
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var highest = 0L;
        await using var output = new CountingStream(length => highest = Math.Max(highest, GC.GetTotalMemory(false)), async () =>
        {
            await using var look = scene.Database.CreateDbContext();
            return await look.ReportRequests.Where(known => known.Id == id).Select(known => known.Done).SingleAsync();
        });
        var live = GC.GetTotalMemory(forceFullCollection: true);

        await desk.Maker.WriteAsync(db, row, output, default);

        Assert.True(output.Length > FileBytes, $"{output.Length} bytes");
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 64L * 1024 * 1024, "allocated");
        Assert.True(highest - live < 64L * 1024 * 1024, $"{highest - live} bytes held");
        Assert.InRange(output.DoneWhenLarge, 1, 6);
        Assert.Equal(7, row.Done);
    }

    /// <summary>The same version, as if 300 MB had come in; sparse on the disk.</summary>
    private static async Task GrowAsync(Scene scene, Guid versionId)
    {
        var path = Path.Combine(scene.Database.Folder, "besar");
        string sha256;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            file.SetLength(FileBytes);
            sha256 = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(file));
        }

        var target = Path.Combine(scene.Database.Storage.Value.EvidenceFolder, sha256[..2]);
        Directory.CreateDirectory(target);
        File.Move(path, Path.Combine(target, sha256));
        await using var db = scene.Database.CreateDbContext();
        db.Add(new EvidenceContent(sha256, FileBytes, ScanState.NotScanned, scene.Database.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        await db.EvidenceVersions.Where(version => version.Id == versionId).ExecuteUpdateAsync(
            set => set.SetProperty(version => version.Sha256, sha256).SetProperty(version => version.Size, FileBytes).SetProperty(version => version.Type, EvidenceType.Mp4)
                .SetProperty(version => version.Name, "besar.mp4"));
    }

    /// <summary>Keeps nothing; looks around every few megabytes.</summary>
    private sealed class CountingStream(Action<long> look, Func<Task<int>> done) : Stream
    {
        private const long LookEvery = 8L * 1024 * 1024;
        private long _length;
        private long _looked;

        public int DoneWhenLarge { get; private set; } = -1;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            if (_length - _looked > LookEvery)
            {
                _looked = _length;
                look(_length);
                DoneWhenLarge = DoneWhenLarge < 0 ? await done() : DoneWhenLarge;
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
