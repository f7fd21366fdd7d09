using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Benchmarks.Saving;

/// <summary>
/// Gives the ministry of <see cref="MinistrySeed"/> with its answers 10,000 people to write to and something of
/// everything to write about: of ten units six fill in (one with a half-filled count), one repairs and three are judged.
/// </summary>
internal static class DigestSeed
{
    /// <summary>Wednesday, 07:00 WIB: filling closes in three days, so that every head of a unit behind is told.</summary>
    public static readonly DateTimeOffset Now = new(2026, 10, 14, 0, 0, 0, TimeSpan.Zero);

    private const int Open = 20;
    private const int People = 10_000;
    private const int UnitsOfEvaluator = 10;

    public static async Task VaryAsync(MinistrySeed seed)
    {
        foreach (var chunk in seed.Sheets.Select((sheet, number) => (sheet.Id, Number: number)).Chunk(200))
        {
            await VarySheetsAsync(seed, chunk.ToDictionary(pair => pair.Id, pair => pair.Number));
        }

        await AddPeopleAsync(seed);
    }

    private static async Task VarySheetsAsync(MinistrySeed seed, Dictionary<Guid, int> numbers)
    {
        await using var db = seed.CreateDbContext();
        List<Guid> ids = [.. numbers.Keys];
        List<string> codes = [.. seed.Instrument.Places.Take(Open).Select(place => place.Question.Code)];
        List<Guid> filling = [.. ids.Where(id => numbers[id] % 10 < 6)];
        await db.Answers.Where(answer => filling.Contains(answer.AssessmentId) && codes.Contains(answer.QuestionCode)).ExecuteDeleteAsync();
        var scores = await db.StoredScores.Where(score => ids.Contains(score.AssessmentId)).ToDictionaryAsync(score => score.AssessmentId);
        foreach (var sheet in await db.Assessments.Where(sheet => ids.Contains(sheet.Id)).ToListAsync())
        {
            var kind = numbers[sheet.Id] % 10;
            var status = kind < 6 ? AssessmentStatus.Draft : kind < 7 ? AssessmentStatus.InRepair : AssessmentStatus.InReview;
            db.Entry(sheet).Property(known => known.Status).CurrentValue = status;
            if (status == AssessmentStatus.Draft)
            {
                // One answer fewer than there are values: as when a count is half filled.
                scores[sheet.Id].Take(await ScoreAsync(db, seed, sheet.Id, kind == 0 ? 1 : 0), "WBK", Eligibility.DecideAll(ScoringEngine.Score(seed.Instrument, new Dictionary<string, AnswerValue>()), []), Now);
            }

            AddWork(db, seed, sheet, status);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<ScoreSheet> ScoreAsync(AppDbContext db, MinistrySeed seed, Guid sheet, int fewer)
    {
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.AssessmentId == sheet && answer.Layer == Layer.Unit).OrderBy(answer => answer.Id).ToListAsync();
        return ScoringEngine.Score(seed.Instrument, answers.Skip(fewer).ToDictionary(answer => answer.QuestionCode, answer => answer.Value!));
    }

    private static void AddWork(AppDbContext db, MinistrySeed seed, Assessment sheet, AssessmentStatus status)
    {
        var codes = seed.Instrument.Places.Select(place => place.Question.Code).ToList();
        foreach (var number in Enumerable.Range(0, 3))
        {
            var item = new ActionItem(Guid.CreateVersion7(), sheet.Id, codes[number], Guid.Empty, Now);
            item.Describe("Tetapkan SK.", "Sekretaris", new DateOnly(2026, 10, 10).AddDays(4 * number));
            db.Add(item);
            if (status == AssessmentStatus.InRepair)
            {
                db.Add(new ReturnedItem(Guid.CreateVersion7(), sheet.Id, codes[number], "Lampirkan penetapan yang sudah ditandatangani.", Guid.Empty, Now.AddDays(-9)));
            }
        }

        db.Add(new GateAlert(Guid.CreateVersion7(), sheet.Id, Layer.Unit, new("WBK", "A.1", "Area A.1", GateCrossing.Fell, 9m, 8.7m), Now.AddHours(-12)));
        foreach (var until in (DateOnly[])[new(2026, 10, 1), new(2026, 11, 1)])
        {
            AddDocument(db, sheet, codes[0], until);
        }

        if (status == AssessmentStatus.InReview)
        {
            db.AddRange(codes.Take(40).Select(code => Judged(sheet, code)));
        }
    }

    private static TierJudgement Judged(Assessment sheet, string code)
    {
        var judgement = new TierJudgement(sheet.Id, code, ReviewTier.Lead);
        judgement.Change(new(new ChoiceAnswer("A"), ""), 0, Guid.Empty, Now);
        return judgement;
    }

    private static void AddDocument(AppDbContext db, Assessment sheet, string code, DateOnly until)
    {
        var item = new EvidenceItem(Guid.CreateVersion7(), sheet.UnitId, "SK", Guid.Empty, Now);
        item.Describe(new("SK", EvidenceKind.Decree, null, null, null, until, "", ""));
        var version = EvidenceVersion.OfLink(new(Guid.CreateVersion7(), item.Id, sheet.UnitId, item.NextVersion(), Guid.Empty, Now), "https://contoh.invalid/sk");
        version.TakeLinkCheck(LinkState.Locked, "", Now);
        db.AddRange(item, version, new EvidenceLink(Guid.CreateVersion7(), sheet.Id, code, version, Guid.Empty, Now));
    }

    /// <summary>A coordinator of each unit is there: heads, an evaluator for ten units each, and a few for the whole.</summary>
    private static async Task AddPeopleAsync(MinistrySeed seed)
    {
        await using var db = seed.CreateDbContext();
        await db.Database.ExecuteSqlAsync($"UPDATE AspNetUsers SET Email = Id || '@contoh.invalid'");
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
        var evaluators = seed.Sheets.Count / UnitsOfEvaluator;
        for (var number = seed.Sheets.Count + 1; number < People; number++)
        {
            var left = People - number;
            var role = left <= evaluators ? Role.Evaluator : left <= evaluators + 10 && left % 2 == 0 ? Role.Administrator : Role.Pimpinan;
            var unit = role == Role.Pimpinan && left > evaluators + 10 ? seed.Sheets[number % seed.Sheets.Count].UnitId : (Guid?)null;
            var person = Person(number, unit);
            db.AddRange(person, new IdentityUserRole<Guid> { UserId = person.Id, RoleId = roles[role.ToString()] });
            if (role == Role.Evaluator)
            {
                db.AddRange(seed.Sheets.Skip((left - 1) * UnitsOfEvaluator).Take(UnitsOfEvaluator)
                    .Select(sheet => new ReviewAssignment(Guid.CreateVersion7(), person.Id, sheet.UnitId, ReviewTier.Lead, [], null, Now)));
            }
        }

        await db.SaveChangesAsync();
    }

    private static AppUser Person(int number, Guid? unit)
    {
        var id = Guid.CreateVersion7();
        var email = string.Create(CultureInfo.InvariantCulture, $"orang{number}@contoh.invalid");
        return new() { Id = id, FullName = $"Orang {number}", UnitId = unit, UserName = id.ToString(), Email = email, SecurityStamp = "stamp" };
    }
}
