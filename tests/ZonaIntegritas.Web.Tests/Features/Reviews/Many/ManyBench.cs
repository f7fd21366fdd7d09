using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Reviews.Many;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reviews.Many;

/// <summary>Short ways to do many things on a scene's sheet.</summary>
internal static class ManyBench
{
    /// <summary>Third question: Ya or Tidak.</summary>
    public const string Third = "A.I.1.ii.a";

    public static AcceptMany AcceptMany(this Scene scene, Authorizer? who = null) => new(scene.Database, who ?? TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);

    public static ReturnMany ReturnMany(this Scene scene, Authorizer? who = null) => new(scene.Database, who ?? TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);

    public static UndoMany UndoMany(this Scene scene, Authorizer? who = null) => new(scene.Database, who ?? TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);

    /// <summary>As a list shows it that was loaded just after the unit answered once.</summary>
    public static AcceptItem Item(string code, int seen = 0, int below = 0, int unit = 1) => new(code, seen, below, unit, []);

    public static async Task<ManyResult> AcceptAsync(this Scene scene, AppUser? by, params AcceptItem[] items) =>
        (await scene.AcceptMany(by is null ? null : TestDatabase.SignIn(by)).ExecuteAsync(new(scene.Sheet.Id, items), default)).Value;

    public static async Task<ManyResult> ReturnAsync(this Scene scene, string reason, params string[] codes) =>
        (await scene.ReturnMany().ExecuteAsync(new(scene.Sheet.Id, codes, reason), default)).Value;

    public static async Task<ManyResult> UndoAsync(this Scene scene, ManyResult done, AppUser? by = null) =>
        (await scene.UndoMany(by is null ? null : TestDatabase.SignIn(by)).ExecuteAsync(new(scene.Sheet.Id, done.Steps), default)).Value;

    public static async Task<TierJudgement?> JudgementAsync(this Scene scene, string code, ReviewTier tier)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.TierJudgements.AsNoTracking().SingleOrDefaultAsync(held => held.AssessmentId == scene.Sheet.Id && held.QuestionCode == code && held.Tier == tier);
    }

    /// <summary>Whose judgement a question waits for.</summary>
    public static async Task<ReviewTier?> NextAsync(this Scene scene, string code) =>
        (await scene.Queries(scene.Controller).LoadAsync(scene.Sheet.Id, default)).Tiers[code].Next;

    /// <summary>The ketua says Tidak where the unit says Ya.</summary>
    public static async Task DisagreeAsync(this Scene scene, DifferenceReason? reason = DifferenceReason.EvidenceLacking, int seen = 0) =>
        _ = (await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "SK tahun lalu.", seen) with { Reason = reason }, default)).Value;

    public static string?[] Codes(this ManyResult result) => [.. result.Items.Select(item => item.Problem?.Code)];
}
