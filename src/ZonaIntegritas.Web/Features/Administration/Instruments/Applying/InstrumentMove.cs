using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>Where sheets go and who sends them.</summary>
internal sealed record InstrumentMove(Guid VersionId, Instrument Instrument, AuditAction Action, Actor By, DateTimeOffset Now)
{
    // Some sheets at a time: thousands of them with all their answers would not fit into memory.
    private const int Batch = 200;

    public static string Say(Instrument instrument) => $"{instrument.Title.Id} versi {instrument.Title.Version}";

    /// <summary>
    /// Moves the sheets and stores what their answers are worth there, inside the caller's transaction. Forgets whatever
    /// the context tracked, so the caller has saved.
    /// </summary>
    /// <param name="from">What each sheet used, by version, for the trail.</param>
    public async Task MoveAsync(AppDbContext db, IReadOnlyList<Guid> sheets, IReadOnlyDictionary<Guid, Instrument> from, CancellationToken ct)
    {
        foreach (var batch in sheets.Chunk(Batch))
        {
            db.ChangeTracker.Clear();
            await MoveBatchAsync(db, batch, from, ct);
            await db.SaveChangesAsync(ct);
        }

        db.ChangeTracker.Clear();
    }

    private async Task MoveBatchAsync(AppDbContext db, Guid[] batch, IReadOnlyDictionary<Guid, Instrument> from, CancellationToken ct)
    {
        var sheets = await db.Assessments.Where(sheet => batch.Contains(sheet.Id)).ToListAsync(ct);
        var units = await db.WorkUnits.AsNoTracking()
            .Where(unit => db.Assessments.Any(sheet => sheet.UnitId == unit.Id && batch.Contains(sheet.Id))).ToDictionaryAsync(unit => unit.Id, ct);
        var answers = (await db.Answers.AsNoTracking()
                .Where(answer => batch.Contains(answer.AssessmentId) && answer.Value != null)
                .Select(answer => new { answer.AssessmentId, answer.Layer, answer.QuestionCode, answer.Value })
                .ToListAsync(ct))
            .ToLookup(answer => (answer.AssessmentId, answer.Layer), answer => KeyValuePair.Create(answer.QuestionCode, answer.Value!));
        var stored = (await db.StoredScores.Where(score => batch.Contains(score.AssessmentId)).ToListAsync(ct))
            .ToDictionary(score => (score.AssessmentId, score.Layer));
        foreach (var sheet in sheets)
        {
            Move(db, sheet, from[sheet.InstrumentVersionId]);
            foreach (var layer in Enum.GetValues<Layer>().Where(layer => answers.Contains((sheet.Id, layer)) || stored.ContainsKey((sheet.Id, layer))))
            {
                var key = (sheet.Id, layer);
                if (!stored.TryGetValue(key, out var score))
                {
                    db.StoredScores.Add(score = new(sheet.Id, layer));
                }

                Rescore(score, sheet, units[sheet.UnitId], answers[key].ToDictionary());
            }
        }
    }

    // The trail names both in words; the id in the note is what taking it back goes by.
    private void Move(AppDbContext db, Assessment sheet, Instrument from)
    {
        var before = sheet.InstrumentVersionId;
        if (sheet.UseInstrument(VersionId).Problem is { } refused)
        {
            throw new InvalidOperationException($"Sheet {sheet.Id} was chosen although it is fixed: {refused.Code}");
        }

        db.Record(Now, By, Action, new(sheet.UnitId, sheet.Id), new(Say(from), Say(Instrument)), before.ToString());
    }

    private void Rescore(StoredScore stored, Assessment sheet, WorkUnit unit, Dictionary<string, AnswerValue> answers)
    {
        var score = ScoringEngine.Score(Instrument, answers);
        stored.Take(score, sheet.Target, Eligibility.DecideAll(score, unit.HeldPredicates), Now);
    }
}
