using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Benchmarks.Saving;

/// <summary>
/// Makes the plain ministry of <see cref="MinistrySeed"/> as varied as a real one: cities, states, scores of two layers,
/// weeks of history, alerts and steps, so that no question to the database is answered by luck.
/// </summary>
internal static class DashboardSeed
{
    private const int Kinds = 250;
    private const int Weeks = 6;
    private const int Cities = 40;

    public static async Task VaryAsync(MinistrySeed seed)
    {
        var random = new Random(5_000);
        var scores = Enumerable.Range(0, Kinds).Select(_ => RandomScore(seed.Instrument, random)).ToList();
        foreach (var chunk in seed.Sheets.Chunk(200))
        {
            await using var db = seed.CreateDbContext();
            var ids = chunk.Select(sheet => sheet.Id).ToList();
            var sheets = await db.Assessments.Where(sheet => ids.Contains(sheet.Id)).ToListAsync();
            var unitIds = sheets.Select(sheet => sheet.UnitId).ToList();
            var units = await db.WorkUnits.Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id);
            var stored = await db.StoredScores.Where(score => ids.Contains(score.AssessmentId)).ToDictionaryAsync(score => score.AssessmentId);
            foreach (var sheet in sheets)
            {
                units[sheet.UnitId].Describe($"Kabupaten {random.Next(Cities):00}", "Kepala", "1");
                Vary(db, sheet, stored[sheet.Id], scores, random);
            }

            await db.SaveChangesAsync();
        }
    }

    private static void Vary(AppDbContext db, Assessment sheet, StoredScore own, List<ScoreSheet> scores, Random random)
    {
        Take(own, scores[random.Next(Kinds)], MinistrySeed.Now.AddDays(-random.Next(20)));
        AddWeeks(db, own, scores, random);
        if (random.Next(10) < 6)
        {
            sheet.BeginReview(Guid.Empty, MinistrySeed.Now);
            db.Entry(sheet).Property(known => known.Status).CurrentValue = (AssessmentStatus)random.Next(1, 13);
            var tpi = new StoredScore(sheet.Id, Layer.Tpi);
            Take(tpi, scores[random.Next(Kinds)], MinistrySeed.Now.AddDays(-random.Next(20)));
            db.Add(tpi);
            AddWeeks(db, tpi, scores, random);
        }

        foreach (var gate in (string[])["A.1", "A.5"])
        {
            var at = MinistrySeed.Now.AddDays(-random.Next(40));
            db.Add(new GateAlert(
                Guid.CreateVersion7(), sheet.Id, Layer.Unit, new("WBK", gate, "Area " + gate, (GateCrossing)random.Next(2), 9m, 8.7m), at));
        }
    }

    private static void AddWeeks(AppDbContext db, StoredScore now, List<ScoreSheet> scores, Random random)
    {
        var monday = ScoreWeek.WeekOf(DateOnly.FromDateTime(MinistrySeed.Now.UtcDateTime));
        for (var week = 0; week < Weeks; week++)
        {
            var then = new StoredScore(now.AssessmentId, now.Layer);
            Take(then, scores[random.Next(Kinds)], MinistrySeed.Now.AddDays(-7 * week));
            var kept = new ScoreWeek(now.AssessmentId, now.Layer, monday.AddDays(-7 * week));
            kept.Take(then);
            db.Add(kept);
        }
    }

    private static void Take(StoredScore stored, ScoreSheet score, DateTimeOffset at) => stored.Take(score, "WBK", Eligibility.DecideAll(score, []), at);

    private static ScoreSheet RandomScore(Instrument instrument, Random random)
    {
        var luck = 0.5 + (random.NextDouble() / 2);
        var answers = instrument.Places.Select(place => place.Question)
            .ToDictionary(question => question.Code, question => Answer(question, random.NextDouble() < luck ? 0 : 1 + random.Next(2)));
        return ScoringEngine.Score(instrument, answers);
    }

    private static AnswerValue Answer(Question question, int steps) => question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options[Math.Min(steps, question.Options.Count - 1)].Key),
        ScaleKind.Level => new LevelAnswer(question.Scale.Maximum - (0.3m * steps)),
        _ => new CountsAnswer(question.Formula!.Inputs.ToDictionary(input => input.Key, input => question.Formula.Whole.Contains(input.Key) ? 1L + (2 * steps) : 1L)),
    };
}
