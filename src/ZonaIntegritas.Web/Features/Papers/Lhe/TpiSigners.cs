using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

public sealed record LheSigner(ReviewTier Tier, string Name, string Nip);

/// <summary>Who signs for TPI: of each of the two upper tiers, whoever judged most questions.</summary>
internal static class TpiSigners
{
    /// <param name="until">Judgements after this moment belong to a later edition.</param>
    public static async Task<IReadOnlyList<LheSigner>> ReadAsync(AppDbContext db, Guid assessmentId, DateTimeOffset until, CancellationToken ct)
    {
        var judges = await (
            from judgement in db.TierJudgements
            where judgement.AssessmentId == assessmentId && judgement.Value != null && judgement.Tier != ReviewTier.Member
            join user in db.Users on judgement.By equals user.Id
            select new { judgement.Tier, judgement.At, user.FullName, user.Nip }).AsNoTracking().ToListAsync(ct);
        return [.. judges.Where(judge => judge.At <= until)
            .GroupBy(judge => judge.Tier).OrderByDescending(tier => tier.Key)
            .Select(tier => tier
                .GroupBy(judge => new LheSigner(tier.Key, judge.FullName, judge.Nip))
                .OrderByDescending(person => person.Count()).ThenBy(person => person.Key.Name, StringComparer.Ordinal)
                .First().Key)];
    }

    /// <summary>The higher tier first; without names, whoever signs for TPI by the settings.</summary>
    public static List<SignatureColumn> Columns(IReadOnlyList<LheSigner> signers, Signatory settings) => signers.Count == 0
        ? [new("", $"{settings.Title},", PaperFace.OrBlank(settings.Name), settings.Nip)]
        : [.. signers.Select(signer => new SignatureColumn("", RoleOf(signer.Tier), PaperFace.OrBlank(signer.Name), signer.Nip))];

    private static string RoleOf(ReviewTier tier) => tier == ReviewTier.Controller ? "Pengendali Teknis TPI," : "Ketua Tim TPI,";
}
