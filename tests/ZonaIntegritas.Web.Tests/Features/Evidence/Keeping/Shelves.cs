using Microsoft.Extensions.Logging.Abstractions;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Keeping;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Keeping;

/// <summary>A unit's stored files, and ways to break them.</summary>
internal static class Shelves
{
    public static VerifyEvidence Verify(this Scene scene) =>
        new(scene.Database, new EvidenceStore(scene.Database.Storage), scene.Database.Clock, NullLogger<VerifyEvidence>.Instance);

    public static BackUpData BackUp(this Scene scene) => new(scene.Database, scene.Database.Storage, scene.Database.Clock);

    /// <summary>Small texts, each for a question of its own.</summary>
    public static async Task<List<EvidenceVersion>> AddTextsAsync(this Scene scene, int count)
    {
        string[] codes = [Scene.YesNo, Scene.Abc, "A.I.1.ii.a", "A.I.1.ii.b", "A.I.1.ii.c", "A.I.1.iii.a", "A.I.1.iii.b", "A.I.1.iii.c"];
        var versions = new List<EvidenceVersion>();
        for (var number = 0; number < count; number++)
        {
            var content = System.Text.Encoding.UTF8.GetBytes($"Notulen {number}, {scene.Unit.Id}\n");
            versions.Add((await scene.UploadAsync(content, $"Notulen {number}.txt", codes[number % codes.Length])).Value.Version);
        }

        return versions;
    }

    public static string FileOf(this Scene scene, EvidenceVersion version) => Path.Combine(scene.Database.Storage.Value.EvidenceFolder, FileStore.PlaceOf(version.Sha256!));

    /// <summary>Flips one bit, as a tired disk does.</summary>
    public static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
