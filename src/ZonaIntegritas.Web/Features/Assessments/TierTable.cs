using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>TPI's tiers on one sheet: the team of this moment, what each tier holds, and what asks for a new look.</summary>
public sealed class TierTable
{
    private readonly ILookup<string, TierJudgement> _judgements;
    private readonly HashSet<string> _repaired;

    private TierTable(ReviewTeam team, IEnumerable<TierJudgement> judgements, OpenSheet sheet, IReadOnlyDictionary<string, BasisChange> basis)
    {
        (Team, BasisChanges) = (team, basis);
        _judgements = judgements.ToLookup(judgement => judgement.QuestionCode);
        _repaired = [.. sheet.Assessment.ReturnedItems.Where(item => item.State == ReturnedItemState.Repaired).Select(item => item.QuestionCode)];
    }

    public ReviewTeam Team { get; }

    /// <summary>By question code, what is put forward differently from what TPI judged.</summary>
    public IReadOnlyDictionary<string, BasisChange> BasisChanges { get; }

    /// <param name="onlyCode">One question, for a save; null for the whole sheet.</param>
    public static async Task<TierTable> LoadAsync(AppDbContext db, OpenSheet sheet, string? onlyCode, CancellationToken ct)
    {
        var assignments = await db.ReviewAssignments.AsNoTracking()
            .Where(a => a.UnitId == sheet.Unit.Id && a.EndedAt == null)
            .Join(db.Users.Where(user => user.IsActive && user.UnitId != sheet.Unit.Id), a => a.EvaluatorId, user => user.Id, (a, _) => a)
            .ToListAsync(ct);
        var judgements = await db.TierJudgements
            .Where(judgement => judgement.AssessmentId == sheet.Assessment.Id && (onlyCode == null || judgement.QuestionCode == onlyCode))
            .ToListAsync(ct);
        var basis = await ReviewBasis.ChangesAsync(db, sheet.Assessment.Id, Layer.Tpi, ct);
        return new(new([.. assignments.Select(a => a.Duty)]), judgements, sheet, basis);
    }

    public IEnumerable<TierJudgement> Of(string code) => _judgements[code];

    public TierJudgement? Of(string code, ReviewTier tier) => _judgements[code].FirstOrDefault(judgement => judgement.Tier == tier);

    public TierReview Review(QuestionPlace place)
    {
        var code = place.Question.Code;
        var marks = _judgements[code].Select(j => new TierMark(j.Tier, j.Value is not null, j.Version, j.BasedOn, j.By));
        return new(Team.TiersFor(place.Area.Code), [.. marks], _repaired.Contains(code) || BasisChanges.ContainsKey(code));
    }
}
