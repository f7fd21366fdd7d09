using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Tests.Support;
using ZonaIntegritas.Web.Features.Administration.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

/// <summary>Next versions of the shipped instrument, as an administrator makes them.</summary>
internal static class InstrumentFiles
{
    public static byte[] Shipped { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seed-data", "instruments", "lke-zi-2021.json"));

    /// <summary>
    /// Version 2: the second question is gone (its neighbour takes its points), the third may be answered by two options
    /// instead of "Ya" and "Tidak", another is new, and WBK needs more.
    /// </summary>
    public static byte[] Second => Next().Bytes;

    public static NextVersion Next(string version = "2") => new NextVersion(Shipped).Version(version)
        .Without(Scene.Abc)
        .Rescale("A.I.1.ii.a", ("Lengkap", 1m), ("Tidak", 0m))
        .Add("A.I.1.iii", "A.I.1.iii.z", "Rencana dipantau setiap bulan.")
        .Minimum("WBK", "total", 76m);

    public static async Task<LoadedVersion> LoadAsync(this AdministrationBench bench, byte[]? file = null)
    {
        // The template was seeded by the machine's clock, which knows nothing of the test's.
        await bench.QueryAsync(db => db.InstrumentVersions.Where(version => version.LoadedAt > bench.Database.Clock.GetUtcNow())
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.LoadedAt, bench.Database.Clock.GetUtcNow().AddYears(-1))));
        return (await bench.As<LoadInstrument>().ExecuteAsync(file ?? Second, default)).Value.Version!;
    }
}
