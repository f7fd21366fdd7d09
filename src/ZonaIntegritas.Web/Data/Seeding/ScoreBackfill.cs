using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Data.Seeding;

/// <summary>
/// Scores stored before <see cref="Domain.Assessments.StoredScore.UnmetGates"/> was kept are completed once, from the
/// answers they were made of: a list that counts limits must not take "not known" for "nothing lacks".
/// </summary>
public sealed class ScoreBackfill(SheetKeeper sheets)
{
    private const int Batch = 200;

    public async Task CompleteAsync(AppDbContext db, CancellationToken ct)
    {
        while (await db.StoredScores.Where(score => score.UnmetGates == "").OrderBy(score => score.AssessmentId).Take(Batch).ToListAsync(ct) is { Count: > 0 } scores)
        {
            foreach (var stored in scores)
            {
                var sheet = await sheets.OpenAsync(db, stored.AssessmentId, ct);
                var score = await SheetKeeper.ScoreAsync(db, stored.AssessmentId, sheet.Instrument, stored.Layer, ct);
                // The moment stays that of the answers: nothing changed today.
                stored.Take(score, sheet.Assessment.Target, Eligibility.DecideAll(score, sheet.Unit.HeldPredicates), stored.ScoredAt);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
