using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>What each tier of TPI holds, made from the anggota's answers: the tiers above agree, some hours later.</summary>
public sealed class DemoTiers(OpenSheet sheet, DemoReview review, DemoCalendar calendar)
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    /// <summary>The plan goes on to an LHE, though the sheet itself has not got there yet.</summary>
    public bool IsOver { get; init; }

    /// <returns>What TPI holds after the last tier, to be stored as its layer.</returns>
    public IReadOnlyList<Answer> Judge(AppDbContext db, IReadOnlyList<Answer> member, Actor evaluator, DemoCast cast) =>
        [.. member.Select(answer => Judge(db, answer, TiersOf(answer.QuestionCode), tier => tier == ReviewTier.Member ? evaluator : cast.Judge(tier, sheet.Unit.Id)))];

    private Answer Judge(AppDbContext db, Answer answer, IReadOnlyList<ReviewTier> tiers, Func<ReviewTier, Actor> who)
    {
        var (by, at, below) = (answer.ChangedBy, answer.ChangedAt, 0);
        foreach (var tier in tiers)
        {
            at = tier == ReviewTier.Member ? at : Earlier(at + Later, calendar.Now);
            by = who(tier).UserId;
            var judgement = new TierJudgement(sheet.Assessment.Id, answer.QuestionCode, tier);
            judgement.Change(new(answer.Value, answer.Note, answer.Reason), below, by, at);
            below = judgement.Version;
            db.TierJudgements.Add(judgement);
        }

        answer.Change(answer.Value, answer.Note, by, at, answer.Reason);
        return answer;
    }

    private List<ReviewTier> TiersOf(string code) =>
        IsOver ? [ReviewTier.Member, ReviewTier.Lead, ReviewTier.Controller]
        : review.Lead?.Contains(sheet.Instrument.Place(code)!.Area.Code) == true ? [ReviewTier.Member, ReviewTier.Lead]
        : [ReviewTier.Member];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
