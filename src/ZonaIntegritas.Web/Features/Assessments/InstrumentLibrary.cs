using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>Instruments read from the database once per process: a stored version never changes.</summary>
public sealed class InstrumentLibrary
{
    private readonly ConcurrentDictionary<Guid, Instrument> _instruments = new();

    /// <exception cref="InvalidOperationException">The version is not stored, or was stored broken.</exception>
    public async Task<Instrument> GetAsync(AppDbContext db, Guid versionId, CancellationToken ct)
    {
        if (_instruments.TryGetValue(versionId, out var known))
        {
            return known;
        }

        var json = await db.InstrumentVersions.Where(v => v.Id == versionId).Select(v => v.Json).SingleAsync(ct);
        var reading = InstrumentFile.Read(Encoding.UTF8.GetBytes(json));
        return _instruments[versionId] = reading.Instrument
            ?? throw new InvalidOperationException($"Stored instrument {versionId} is broken: {string.Join("; ", reading.Faults)}");
    }
}
