using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>From a page of sheets to the rows that are shown.</summary>
internal static class ReadinessRows
{
    public static IReadOnlyList<AreaHead> AreasOf(Instrument instrument) =>
        [.. instrument.OfKind(SectionKind.Area).Select(area => new AreaHead(area.Code, area.Name))];

    public static ReadinessRow Of(PageRow found, Instrument instrument, DateTimeOffset now)
    {
        var (sheet, unit) = (found.Sheet, found.Unit);
        return new(
            sheet.Id,
            unit.ShortName,
            unit.Name,
            sheet.Target,
            sheet.Status,
            Situation.TurnOf(sheet.Status, sheet.Outcome),
            Situation.DaysLeft(sheet.Status, found.Period, unit.Zone.Today(now)),
            found.Layer,
            found.Score is { AnsweredQuestions: > 0 } score ? ScoreOf(score, sheet.Target, instrument) : null);
    }

    private static RowScore ScoreOf(StoredScore score, string target, Instrument instrument)
    {
        List<RowLimit> limits = [.. instrument.Predicates
            .SelectMany(predicate => predicate.Limits
                .Where(limit => limit.Target == Limit.TotalTarget)
                .Select(limit => new RowLimit(
                    predicate.Code, $"{predicate.Code} {Indonesian.Number(limit.MinimumPoints)}", limit.MinimumPoints / instrument.TotalWeight)))];
        return new(
            new(score.Total, Indonesian.Points(score.Total)),
            score.Total / instrument.TotalWeight,
            StandingOf(instrument, target, Limit.TotalTarget, score.Total, instrument.TotalWeight),
            limits,
            score.AnsweredQuestions,
            score.Questions,
            [.. instrument.OfKind(SectionKind.Area).Select(area => AreaOf(score, target, instrument, area))],
            score.TargetConditions - score.TargetUnmet,
            score.TargetConditions,
            score.TargetMet);
    }

    private static RowArea AreaOf(StoredScore score, string target, Instrument instrument, Section area)
    {
        var points = score.Sections.GetValueOrDefault(area.Code);
        return new(
            new(area.Code, area.Name),
            Figure.Share(Fraction.Of(points, area.Weight)),
            StandingOf(instrument, target, area.Code, points, area.Weight));
    }

    // A stored score does not say how many of a section's questions are answered: without a point there is nothing to judge.
    private static Standing StandingOf(Instrument instrument, string target, string code, decimal points, decimal weight)
    {
        var limit = instrument.Predicate(target)?.Limits.FirstOrDefault(limit => limit.Target == code);
        return limit is null ? Standing.Met : Standings.Of(points, limit.MinimumPoints, weight, points > 0);
    }
}
