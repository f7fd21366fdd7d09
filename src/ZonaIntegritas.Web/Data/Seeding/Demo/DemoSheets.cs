using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reviews;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Adds the three periods with every unit's sheet: answers, scores, evidence and, when concluded, the frozen sheet.</summary>
public sealed class DemoSheets(InstrumentLibrary instruments, EvidenceStore store)
{
    public async Task AddAsync(AppDbContext db, DemoCast cast, DemoCalendar calendar, CancellationToken ct)
    {
        var documents = await DemoFiles.EvidenceAsync(ct);
        using var shelf = new DemoShelf(store.Files, calendar.Year(0));
        await shelf.ReceiveAsync(documents, store.MaxBytes, ct);
        var library = new DemoLibrary(documents, shelf);
        var sentences = await DemoFiles.SentencesAsync(ct);
        var version = await db.InstrumentVersions.OrderByDescending(v => v.LoadedAt).Select(v => v.Id).FirstAsync(ct);
        var instrument = await instruments.GetAsync(db, version, ct);
        foreach (var year in await DemoFiles.YearsAsync(ct))
        {
            var period = calendar.Period(year.YearsAgo, version);
            db.Periods.Add(period);
            await db.SaveChangesAsync(ct);
            var round = new Round(year.YearsAgo, period, instrument, sentences, cast, calendar, library);
            foreach (var plan in year.Sheets)
            {
                await AddSheetAsync(db, round, plan, ct);
            }
        }

        await DemoPeriods.KeepHistoryAsync(db, cast, calendar, ct);
        library.ExpectNothingLeft();
        shelf.Keep();
    }

    /// <summary>What happened to some of them after the LHE.</summary>
    public async Task GoOnAsync(AppDbContext db, DemoCast cast, DemoCalendar calendar, CancellationToken ct)
    {
        foreach (var plan in await DemoFiles.JourneysAsync(ct))
        {
            await new DemoAfterLhe(plan, cast, calendar, instruments).GoAsync(db, ct);
        }
    }

    private static async Task AddSheetAsync(AppDbContext db, Round round, DemoSheet plan, CancellationToken ct)
    {
        var (calendar, cast) = (round.Calendar, round.Cast);
        var unit = cast.UnitIn(round.Period.Year, plan.Unit, calendar);
        var begun = calendar.Moment(round.Period, unit.Zone, 0, 0);
        var sheet = new OpenSheet(new(Guid.CreateVersion7(begun), unit.Id, round.Period, plan.Target), unit, round.Period, round.Instrument, begun);
        var coordinator = Allowed(cast.Person(plan.By), who => who.MayFill(unit.Id), plan);
        var answers = new DemoAnswers(sheet, plan, round.Sentences, calendar);
        var journey = new DemoJourney(sheet, plan, calendar);

        db.Assessments.Add(sheet.Assessment);
        var filled = Score(db, sheet, Layer.Unit, answers.OfUnit(coordinator));
        round.Library.Attach(db, sheet, round.YearsAgo, coordinator, code => filled.MomentOf(code, begun));
        if (plan.Status != AssessmentStatus.Draft)
        {
            journey.Submit(filled.Sheet, filled.Answers, coordinator);
        }

        DateTimeOffset? concluded = null;
        Scored? judged = null;
        if (plan.Review is { } review)
        {
            var evaluator = Allowed(cast.Person(review.By), who => who.MayReview(unit.Id), plan);
            journey.Return(review, evaluator, coordinator);
            var tiers = new DemoTiers(sheet, review, calendar) { IsOver = SheetLife.IsAfterLhe(plan.Status) };
            judged = Score(db, sheet, Layer.Tpi, tiers.Judge(db, answers.OfTpi(review, evaluator), evaluator, cast));
            round.Library.Judge(db, sheet.Assessment.Id, Layer.Tpi, [.. judged.Answers.Where(answer => answer.Value is not null).Select(answer => answer.QuestionCode)]);
            DemoWeeks.AlertTpi(db, sheet, filled.Sheet, judged.Sheet, judged.Answers.Max(answer => answer.ChangedAt));
            concluded = SheetLife.IsAfterLhe(plan.Status) ? journey.Conclude(judged.Sheet, review, cast.Judge(ReviewTier.Controller, unit.Id)) : null;
        }

        journey.Arrive();
        await db.SaveChangesAsync(ct);
        if (concluded is { } at)
        {
            await ConcludeReview.FreezeAsync(db, sheet with { Now = at }, [(Layer.Unit, filled.Sheet), (Layer.Tpi, judged!.Sheet)], null, ct);
            await db.SaveChangesAsync(ct);
        }

        // Thousands of answers that nobody changes any more would slow down every later save.
        db.ChangeTracker.Clear();
    }

    private static Actor Allowed(Actor actor, Func<Actor, bool> allowed, DemoSheet plan) =>
        allowed(actor) ? actor : throw new InvalidDataException($"{plan.Unit}: {actor.Name} may not do this as {actor.Role}.");

    /// <summary>Adds a layer's answers and the stored score that belongs to them.</summary>
    private static Scored Score(AppDbContext db, OpenSheet sheet, Layer layer, IReadOnlyList<Answer> answers)
    {
        var values = answers.Where(answer => answer.Value is not null)
            .ToDictionary(answer => answer.QuestionCode, answer => answer.Value!);
        var score = ScoringEngine.Score(sheet.Instrument, values);
        var stored = new StoredScore(sheet.Assessment.Id, layer);
        stored.Take(score, sheet.Assessment.Target, Eligibility.DecideAll(score, sheet.Unit.HeldPredicates), answers.Count > 0 ? answers.Max(answer => answer.ChangedAt) : sheet.Now);
        db.Answers.AddRange(answers);
        db.StoredScores.Add(stored);
        DemoWeeks.Add(db, sheet, layer, answers);
        return new(answers, score);
    }

    private sealed record Scored(IReadOnlyList<Answer> Answers, ScoreSheet Sheet)
    {
        public DateTimeOffset MomentOf(string code, DateTimeOffset otherwise) =>
            Answers.FirstOrDefault(answer => answer.QuestionCode == code)?.ChangedAt ?? otherwise;
    }

    /// <summary>What all sheets of one period share.</summary>
    private sealed record Round(
        int YearsAgo,
        AssessmentPeriod Period,
        Instrument Instrument,
        DemoSentences Sentences,
        DemoCast Cast,
        DemoCalendar Calendar,
        DemoLibrary Library);
}
