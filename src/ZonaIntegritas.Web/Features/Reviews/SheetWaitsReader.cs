using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>A sheet whose waiting questions are counted.</summary>
public sealed record CountedSheet(Guid Id, Guid UnitId, Guid InstrumentVersionId);

/// <summary>
/// Counts for many sheets at once whom their questions wait for: one query for the teams, one for the questions that are
/// with the unit or need a new look, and one per instrument for the judgements, which the database counts.
/// </summary>
public static class SheetWaitsReader
{
    public static async Task<IReadOnlyDictionary<Guid, SheetWaits>> LoadAsync(
        AppDbContext db, InstrumentLibrary instruments, IReadOnlyCollection<CountedSheet> sheets, CancellationToken ct)
    {
        if (sheets.Count == 0)
        {
            return new Dictionary<Guid, SheetWaits>();
        }

        var teams = await TeamsAsync(db, [.. sheets.Select(sheet => sheet.UnitId).Distinct()], ct);
        var unsettled = await UnsettledQuestions.LoadAsync(db, [.. sheets.Select(sheet => sheet.Id)], ct);
        var waits = new Dictionary<Guid, SheetWaits>(sheets.Count);
        foreach (var version in sheets.GroupBy(sheet => sheet.InstrumentVersionId))
        {
            var places = AreaPrefixes.Of(await instruments.GetAsync(db, version.Key, ct));
            var done = await DoneAsync(db, [.. version.Select(sheet => sheet.Id)], places, ct);
            foreach (var sheet in version)
            {
                waits[sheet.Id] = SheetWaits.Of(teams.GetValueOrDefault(sheet.UnitId) ?? new([]), Tally(places, done[sheet.Id], unsettled[sheet.Id]));
            }
        }

        return waits;
    }

    /// <summary>By unit, TPI's people of this moment; the same people as <see cref="TierTable"/> takes for one sheet.</summary>
    private static async Task<Dictionary<Guid, ReviewTeam>> TeamsAsync(AppDbContext db, List<Guid> units, CancellationToken ct)
    {
        var shares = await db.ReviewAssignments.AsNoTracking()
            .Where(share => share.EndedAt == null && EF.Parameter(units).Contains(share.UnitId)
                && db.Users.Any(user => user.Id == share.EvaluatorId && user.IsActive && user.UnitId != share.UnitId))
            .ToListAsync(ct);
        return shares.GroupBy(share => share.UnitId).ToDictionary(team => team.Key, team => new ReviewTeam([.. team.Select(share => share.Duty)]));
    }

    /// <summary>
    /// By sheet, how many questions each chain of tiers has done, told apart by the first letters of their codes: that is
    /// all the database knows of areas.
    /// </summary>
    private static async Task<ILookup<Guid, DoneRow>> DoneAsync(AppDbContext db, List<Guid> sheets, AreaPrefixes places, CancellationToken ct)
    {
        var (codes, prefix) = (places.Codes, places.Length);
        var questions = db.TierJudgements
            .Where(judgement => EF.Parameter(sheets).Contains(judgement.AssessmentId) && judgement.Value != null
                && EF.Parameter(codes).Contains(judgement.QuestionCode))
            .GroupBy(judgement => new { judgement.AssessmentId, judgement.QuestionCode })
            .Select(question => new
            {
                question.Key.AssessmentId,
                Prefix = question.Key.QuestionCode.Substring(0, prefix),
                Member = question.Max(j => j.Tier == ReviewTier.Member ? j.Version : 0),
                MemberOn = question.Max(j => j.Tier == ReviewTier.Member ? j.BasedOn : -1),
                Lead = question.Max(j => j.Tier == ReviewTier.Lead ? j.Version : 0),
                LeadOn = question.Max(j => j.Tier == ReviewTier.Lead ? j.BasedOn : -1),
                Controller = question.Max(j => j.Tier == ReviewTier.Controller ? j.Version : 0),
                ControllerOn = question.Max(j => j.Tier == ReviewTier.Controller ? j.BasedOn : -1),
            });
        // -1 stands for a tier that has not judged, so that it is based on nothing that there is.
        return (await questions
                .GroupBy(question => new { question.AssessmentId, question.Prefix })
                .Select(area => new DoneRow(
                    area.Key.AssessmentId,
                    area.Key.Prefix,
                    area.Count(q => q.MemberOn == 0),
                    area.Count(q => q.LeadOn == 0),
                    area.Count(q => q.ControllerOn == 0),
                    area.Count(q => q.MemberOn == 0 && q.LeadOn == q.Member),
                    area.Count(q => q.MemberOn == 0 && q.ControllerOn == q.Member),
                    area.Count(q => q.LeadOn == 0 && q.ControllerOn == q.Lead),
                    area.Count(q => q.MemberOn == 0 && q.LeadOn == q.Member && q.ControllerOn == q.Lead)))
                .ToListAsync(ct))
            .ToLookup(row => row.AssessmentId);
    }

    private static IEnumerable<AreaTally> Tally(AreaPrefixes places, IEnumerable<DoneRow> done, IEnumerable<UnsettledQuestion> unsettled)
    {
        var rows = done.ToLookup(row => places.AreaOf(row.Prefix));
        var aside = unsettled.Where(question => places.Codes.Contains(question.Code)).ToLookup(question => places.AreaOf(question.Code));
        return places.Questions.Select(area =>
        {
            var apart = aside[area.Key].ToList();
            var withUnit = apart.Count(question => question.WithUnit);
            return new AreaTally(
                area.Key,
                area.Value,
                withUnit,
                apart.Count - withUnit,
                chain => rows[area.Key].Sum(row => row.Done(chain)) - apart.Count(question => chain.IsDone(question.Marks)));
        });
    }

    private sealed record DoneRow(Guid AssessmentId, string Prefix, int M, int L, int C, int Ml, int Mc, int Lc, int Mlc)
    {
        public int Done(TierChain chain) => chain.Mask switch
        {
            1 => M,
            2 => L,
            3 => Ml,
            4 => C,
            5 => Mc,
            6 => Lc,
            7 => Mlc,
            _ => throw new ArgumentOutOfRangeException(nameof(chain)),
        };
    }
}
