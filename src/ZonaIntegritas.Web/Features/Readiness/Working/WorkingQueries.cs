using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

/// <summary>How any figure of a sheet came about, for whoever may see that layer of the unit.</summary>
public sealed class WorkingQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, ReadinessSource source)
{
    /// <param name="layer">Null for the latest that says something.</param>
    /// <param name="part">A section's, group's or question's code, or "total".</param>
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit or this layer is not this person's to see.</exception>
    public async Task<WorkingView> LoadAsync(Guid assessmentId, Layer? layer, string part, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var open = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(open.Unit.Id), ct);
        var layers = await LayersAsync(db, open, actor, ct);
        var shown = layer ?? LayerWords.Latest(open.Assessment.Status, layers.GetValueOrDefault(Layer.Tpi));
        if (!layers.ContainsKey(shown))
        {
            throw new ForbiddenException(Authorizer.NotAllowed);
        }

        var (score, held) = await source.ScoreAsync(db, open, shown, ct);
        var verdicts = Eligibility.DecideAll(score, held);
        var reader = new WorkingReader(score, verdicts);
        var question = new QuestionReader(score, verdicts, reader).Read(part);
        return new(
            assessmentId, open.Unit.ShortName, open.Period.Year, shown, StateOf(open, shown, score.Completeness), score.Instrument.Title.Source,
            question?.Part ?? reader.Read(part), question is { } found ? await ProveAsync(db, open, shown, found.Question, ct) : null)
        {
            Layers = [.. layers.Keys.Order()],
            AnswerHref = question is not null && actor.MayFill(open.Unit.Id) ? $"/lembar-kerja/{assessmentId}?soal={Uri.EscapeDataString(part)}" : null,
        };
    }

    /// <summary>The unit's own layer always; TPI's for whoever may read it; TPN's once it has a value.</summary>
    private static async Task<Dictionary<Layer, StoredScore?>> LayersAsync(AppDbContext db, OpenSheet open, Actor actor, CancellationToken ct)
    {
        var stored = await db.StoredScores.Where(score => score.AssessmentId == open.Assessment.Id).AsNoTracking().ToDictionaryAsync(score => score.Layer, ct);
        var layers = new Dictionary<Layer, StoredScore?> { [Layer.Unit] = stored.GetValueOrDefault(Layer.Unit) };
        if (actor.SeesTpi(open.Unit.Id, open.Assessment.Status))
        {
            layers[Layer.Tpi] = stored.GetValueOrDefault(Layer.Tpi);
            if (stored.TryGetValue(Layer.Tpn, out var tpn))
            {
                layers[Layer.Tpn] = tpn;
            }
        }

        return layers;
    }

    /// <summary>The note beside the answer and the documents put forward for it: where every number ends.</summary>
    private static async Task<QuestionWorking> ProveAsync(AppDbContext db, OpenSheet open, Layer layer, QuestionWorking question, CancellationToken ct)
    {
        var id = open.Assessment.Id;
        var note = await db.Answers.Where(answer => answer.AssessmentId == id && answer.Layer == layer && answer.QuestionCode == question.Code)
            .Select(answer => answer.Note).FirstOrDefaultAsync(ct);
        var evidence = await EvidenceQueries.OfSheetAsync(db, id, ct);
        return question with { Note = note ?? "", Evidence = [.. evidence.Where(row => row.QuestionCode == question.Code)] };
    }

    private static string StateOf(OpenSheet open, Layer layer, Completeness done)
    {
        var answered = FormattableString.Invariant($"{done.AnsweredQuestions} dari {done.Questions} soal");
        return layer != Layer.Tpn && SheetLife.IsAfterLhe(open.Assessment.Status) && open.Assessment.ConcludedAt is { } concluded
            ? $"final, LHE {Indonesian.Date(open.Unit.Zone.Today(concluded))}"
            : SheetLife.IsAfterLhe(open.Assessment.Status) ? answered : $"sementara, {answered}";
    }
}
