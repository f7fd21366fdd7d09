using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Data.Seeding;

/// <summary>Stores each shipped instrument file that is not stored yet. A stored version is never changed.</summary>
public sealed class InstrumentSeeder(TimeProvider clock)
{
    /// <exception cref="InvalidDataException">A shipped file is broken; every fault is named.</exception>
    public async Task SeedAsync(AppDbContext db, CancellationToken ct)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seed-data", "instruments"), "*.json").Order())
        {
            var bytes = await File.ReadAllBytesAsync(file, ct);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (await db.InstrumentVersions.AnyAsync(version => version.Sha256 == sha256, ct))
            {
                continue;
            }

            var reading = InstrumentFile.Read(bytes);
            if (reading.Instrument is not { } instrument)
            {
                throw new InvalidDataException($"{Path.GetFileName(file)}: {string.Join("; ", reading.Faults)}");
            }

            var now = clock.GetUtcNow();
            var title = instrument.Title;
            db.InstrumentVersions.Add(new(
                Guid.CreateVersion7(now), title.Id, title.Version, title.Name, Encoding.UTF8.GetString(bytes), sha256, now));
        }

        await db.SaveChangesAsync(ct);
    }
}
