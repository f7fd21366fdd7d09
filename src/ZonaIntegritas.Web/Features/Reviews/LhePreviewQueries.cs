using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>What an LHE issued now would still lack, all of it at once, or say.</summary>
/// <param name="Missing">In words, most basic first; empty when it can be issued.</param>
/// <param name="Verdict">By limits and conditions, on what TPI holds now.</param>
public sealed record LhePreview(IReadOnlyList<string> Missing, ProposalVerdict Verdict, decimal Total);

/// <summary>Read before "Terbitkan LHE" is pressed; issuing asks everything again.</summary>
public sealed class LhePreviewQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">The person does not judge this unit.</exception>
    public async Task<LhePreview> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        var pad = await JudgementPad.OpenAsync(db, sheet, actor, null, ct);
        var tpi = await SheetKeeper.ScoreAsync(db, assessmentId, sheet.Instrument, Layer.Tpi, ct);
        var verdict = await ProposalState.DecideAsync(db, sheet, SheetKeeper.TargetVerdict(sheet, tpi), ct);
        return new([.. Missing(sheet, pad, tpi)], verdict, tpi.Total.Points.ToDecimal());
    }

    private static IEnumerable<string> Missing(OpenSheet sheet, JudgementPad pad, ScoreSheet tpi)
    {
        if (sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem is { } closed)
        {
            yield return closed.Message;
        }

        var items = sheet.Assessment.ReturnedItems.CountBy(item => item.State).ToDictionary();
        if (items.GetValueOrDefault(ReturnedItemState.Open) is > 0 and var open)
        {
            yield return $"{open} soal masih menunggu perbaikan unit.";
        }

        if (items.GetValueOrDefault(ReturnedItemState.Repaired) is > 0 and var repaired)
        {
            yield return $"{repaired} perbaikan belum diperiksa ulang.";
        }

        var reviews = sheet.Instrument.Places.Select(place => (place.Question.Code, Review: pad.Table.Review(place))).ToList();
        foreach (var waiting in reviews.Where(item => item.Review.Next is not null).GroupBy(item => item.Review.Next!.Value).OrderBy(of => of.Key))
        {
            yield return $"{waiting.Count()} soal menunggu {ReviewProblems.Say(waiting.Key)}, mulai dari {waiting.First().Code}.";
        }

        var alone = reviews.Where(item => item.Review.IsComplete && !item.Review.HasTwoPeople).Select(item => item.Code).ToList();
        if (alone.Count > 0)
        {
            yield return $"{alone.Count} soal baru dinilai satu orang, mulai dari {alone[0]}; nilai akhir perlu dua orang.";
        }

        var unreasoned = tpi.Lines.Where(line => pad.IsUnreasoned(line.Question.Code)).Select(line => line.Question.Code).ToList();
        if (unreasoned.Count > 0)
        {
            yield return $"{unreasoned.Count} soal berbeda dari jawaban unit tanpa alasan, mulai dari {unreasoned[0]}.";
        }
    }
}
