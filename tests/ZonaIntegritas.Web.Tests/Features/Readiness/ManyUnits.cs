using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

internal static class ManyUnits
{
    /// <summary>Units whose stored scores are those of the world's own unit; their answers do not matter to a list.</summary>
    public static async Task AddAsync(ReadinessWorld world, int count)
    {
        var (score, open) = await world.ScoreAsync();
        await using var db = world.Database.CreateDbContext();
        for (var i = 0; i < count; i++)
        {
            var unit = new WorkUnit(Guid.CreateVersion7(), $"Dinas nomor {i}", $"D-{i.ToString("000", CultureInfo.InvariantCulture)}", IndonesianZone.WITA);
            var sheet = new Assessment(Guid.CreateVersion7(), unit.Id, world.Period, "WBK");
            var stored = new StoredScore(sheet.Id, Layer.Unit);
            stored.Take(score, "WBK", Eligibility.DecideAll(score, open.Unit.HeldPredicates), open.Now);
            db.AddRange(unit, sheet, stored);
        }

        await db.SaveChangesAsync();
    }
}
