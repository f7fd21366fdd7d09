using System.Security.Cryptography;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Content;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

/// <summary>What is allocated is counted for the whole process, so these run while no other test does.</summary>
[CollectionDefinition(nameof(FileStoreTests), DisableParallelization = true)]
[Collection(nameof(FileStoreTests))]
public sealed class FileStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zi-store-").FullName;
    private readonly FileStore _store;

    public FileStoreTests() => _store = new(Path.Combine(_folder, "files"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_kept_is_read_back_byte_for_byte()
    {
        var content = RandomNumberGenerator.GetBytes(500_000);

        var hash = await KeepAsync(content);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), hash);
        Assert.True(_store.Exists(hash));
        await using var file = _store.Open(hash);
        var read = new byte[content.Length];
        await file.ReadExactlyAsync(read);
        Assert.Equal(content, read);
    }

    [Fact]
    public async Task What_is_received_but_not_kept_is_removed()
    {
        using (var received = await _store.ReceiveAsync(new MemoryStream([1, 2, 3]), 3, default))
        {
            Assert.Equal((3, false), (received.Size, _store.Exists(received.Sha256)));
            Assert.Single(Files());
        }

        Assert.Empty(Files());
    }

    [Fact]
    public async Task The_same_bytes_are_stored_once_even_while_they_are_being_read()
    {
        var hash = await KeepAsync([1, 2, 3]);
        await using var reading = _store.Open(hash);

        Assert.Equal(hash, await KeepAsync([1, 2, 3]));

        Assert.Single(Files());
        Assert.Equal(1, reading.ReadByte());
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task The_limit_itself_is_allowed_and_one_byte_more_is_not(int bytes, bool refused)
    {
        var receiving = () => KeepAsync(new byte[bytes], limit: 10);

        if (refused)
        {
            await Assert.ThrowsAsync<FileTooLargeException>(receiving);
            Assert.Empty(Files());
        }
        else
        {
            await receiving();
            Assert.Single(Files());
        }
    }

    [Fact]
    public async Task What_the_program_writes_itself_is_stored_like_what_it_receives()
    {
        using var written = await _store.WriteAsync(async stream =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await stream.WriteAsync(new byte[] { 1, 2, 3 });
            }
        }, default);

        var expected = Enumerable.Repeat<byte[]>([1, 2, 3], 1000).SelectMany(part => part).ToArray();
        Assert.Equal((3000, Convert.ToHexStringLower(SHA256.HashData(expected))), (written.Size, written.Sha256));
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.WriteAsync(_ => throw new InvalidOperationException(), default));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_of_200_MB_passes_through_without_growing_the_memory()
    {
        const long Size = 200L * 1024 * 1024;
        await using var content = new GeneratedPdf(Size);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        using var received = await _store.ReceiveAsync(content, Size, default);

        // Buffers and tasks of 1.600 reads of 128 KB; the file itself would be 200 MB.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100L * 1024 * 1024);
        Assert.Equal(Size, received.Size);
        Assert.Null(EvidenceInspectionOf(received));
    }

    private static Domain.Common.Problem? EvidenceInspectionOf(ReceivedFile received)
    {
        using var file = received.Open();
        return EvidenceInspection.Inspect(file, Domain.Evidence.EvidenceType.Pdf).Problem;
    }

    private async Task<string> KeepAsync(byte[] content, long limit = 1_000_000)
    {
        using var received = await _store.ReceiveAsync(new MemoryStream(content), limit, default);
        _store.Keep(received);
        return received.Sha256;
    }

    private string[] Files() => Directory.Exists(Path.Combine(_folder, "files"))
        ? Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
        : [];
}
