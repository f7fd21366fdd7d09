using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>
/// One request at a time per upload, and the hash of what it has received so far. Both live in this process: the
/// database is a file of one process too, and a hash that is lost with it is made again from the file.
/// </summary>
public sealed class RunningUploads(TimeProvider clock)
{
    /// <summary>A request that has brought nothing for so long may be one whose line is gone without a word.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, RunningUpload> _uploads = new();

    /// <summary>Whether a request is bringing bytes for it; one that has fallen silent makes way and does not count.</summary>
    public bool IsBusy(Guid id) => _uploads.TryGetValue(id, out var upload) && upload.IsBusy && upload.SilentFor < Silence;

    /// <param name="insist">Ends a request that is still receiving, instead of only one that has fallen silent.</param>
    /// <returns>Null when another request is receiving for it; dispose it to let the next one in.</returns>
    public async Task<RunningUpload?> EnterAsync(Guid id, bool insist, CancellationToken ct)
    {
        while (true)
        {
            var upload = _uploads.GetOrAdd(id, _ => new(clock));
            if (!upload.TryEnter())
            {
                if (!insist && upload.SilentFor < Silence)
                {
                    return null;
                }

                upload.End();
                if (!await upload.TryEnterAsync(Patience, ct))
                {
                    return null;
                }
            }

            if (!upload.IsForgotten)
            {
                return upload;
            }

            upload.Dispose();
        }
    }

    /// <returns>False when a request is receiving for it at this moment.</returns>
    public bool Forget(Guid id)
    {
        if (!_uploads.TryGetValue(id, out var upload))
        {
            return true;
        }

        if (!upload.TryEnter())
        {
            return false;
        }

        Drop(id, upload);
        upload.Dispose();
        return true;
    }

    /// <summary>As <see cref="Forget"/>, by the request that has entered.</summary>
    public void Drop(Guid id, RunningUpload entered)
    {
        entered.IsForgotten = true;
        _uploads.TryRemove(new(id, entered));
    }

    public void ForgetIdle(TimeSpan age)
    {
        foreach (var (id, _) in _uploads.Where(upload => upload.Value.SilentFor >= age))
        {
            Forget(id);
        }
    }
}

/// <summary>An upload that a request has to itself; disposing it lets the next request in.</summary>
public sealed class RunningUpload(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private CancellationTokenSource _ending = new();
    private long _lastByteAt = clock.GetTimestamp();

    public bool IsBusy => _gate.CurrentCount == 0;

    public TimeSpan SilentFor => clock.GetElapsedTime(Volatile.Read(ref _lastByteAt));

    public bool IsForgotten { get; set; }

    /// <summary>Another request has taken over.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>How far the hash has come; what arrived in another process is not in it.</summary>
    public long Hashed { get; private set; }

    public bool TryEnter() => _gate.Wait(0) && Entered();

    public async Task<bool> TryEnterAsync(TimeSpan patience, CancellationToken ct) => await _gate.WaitAsync(patience, ct) && Entered();

    public void End() => _ending.Cancel();

    /// <param name="position">Where these bytes stand in the file.</param>
    public void Append(ReadOnlySpan<byte> bytes, long position)
    {
        Volatile.Write(ref _lastByteAt, clock.GetTimestamp());
        if (position == Hashed)
        {
            _hash.AppendData(bytes);
            Hashed += bytes.Length;
        }
    }

    /// <summary>To go back to, should a piece turn out wrong.</summary>
    public (IncrementalHash Hash, long Hashed) Mark() => (_hash.Clone(), Hashed);

    public void GoBack((IncrementalHash Hash, long Hashed) mark)
    {
        _hash.Dispose();
        (_hash, Hashed) = mark;
    }

    /// <returns>Null when not all of it passed through here.</returns>
    public byte[]? HashOf(long length) => Hashed == length ? _hash.GetCurrentHash() : null;

    public void Dispose()
    {
        if (IsForgotten)
        {
            _hash.Dispose();
        }

        _gate.Release();
    }

    private bool Entered()
    {
        // The old one is left to the collector: whoever wants to end a request may still hold it.
        _ending = new();
        Volatile.Write(ref _lastByteAt, clock.GetTimestamp());
        return true;
    }
}
