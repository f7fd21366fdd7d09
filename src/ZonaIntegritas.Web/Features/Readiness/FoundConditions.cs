using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>What can be asked of a sheet in the list: to leave others out, and to count.</summary>
internal static class FoundConditions
{
    /// <summary>Something is answered, so that there is something to judge.</summary>
    public static Expression<Func<FoundSheet, bool>> Scored { get; } = found => found.Score != null && found.Score.AnsweredQuestions > 0;

    public static Expression<Func<FoundSheet, bool>> TargetMet { get; } = found => found.Score != null && found.Score.TargetMet;

    public static Expression<Func<FoundSheet, bool>> Reaches(string predicate)
    {
        var part = UnmetGates.PartOf(predicate);
        return found => found.Score != null && found.Score.AnsweredQuestions > 0 && found.Score.UnmetGates != "" && !found.Score.UnmetGates.Contains(part);
    }

    /// <param name="gate">"WBK:A.5", or "WBK" for the whole predicate.</param>
    public static Expression<Func<FoundSheet, bool>> Misses(string gate)
    {
        var part = gate.Contains(':', StringComparison.Ordinal) ? $"|{gate}|" : UnmetGates.PartOf(gate);
        return found => found.Score != null && found.Score.AnsweredQuestions > 0 && found.Score.UnmetGates.Contains(part);
    }

    /// <summary><see cref="SheetLife.TurnAt"/> as a query.</summary>
    public static Expression<Func<FoundSheet, bool>> Waits(Turn turn)
    {
        List<AssessmentStatus> otherwise = At(turn), eligible = At(turn, LheOutcome.Eligible);
        return otherwise.SequenceEqual(eligible)
            ? found => otherwise.Contains(found.Sheet.Status)
            : found => found.Sheet.Outcome == LheOutcome.Eligible ? eligible.Contains(found.Sheet.Status) : otherwise.Contains(found.Sheet.Status);
    }

    public static List<AssessmentStatus> At(Turn turn, LheOutcome? outcome = null) =>
        [.. Enum.GetValues<AssessmentStatus>().Where(status => SheetLife.TurnAt(status, outcome) == turn)];

    /// <summary>All that the reader asked for, as one condition; null when nothing is left out.</summary>
    public static Expression<Func<FoundSheet, bool>>? Of(AppDbContext db, ReadinessFilter filter)
    {
        var conditions = Each(db, filter).ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate(And);
    }

    private static IEnumerable<Expression<Func<FoundSheet, bool>>> Each(AppDbContext db, ReadinessFilter filter)
    {
        if (filter.Target is { } target)
        {
            yield return found => found.Sheet.Target == target;
        }

        if (filter.City is { } city)
        {
            yield return found => db.WorkUnits.Any(unit => unit.Id == found.Sheet.UnitId && unit.City == city);
        }

        if (filter.Turn is { } turn)
        {
            yield return Waits(turn);
        }

        if (filter.Missing is { } missing)
        {
            yield return Misses(missing);
        }

        if (filter.Reached is { } reached)
        {
            yield return Reaches(reached);
        }

        if (filter.Search.Trim() is { Length: > 0 } search)
        {
            yield return Named(db, search);
        }
    }

    // LIKE minds case on one database and not on the other; capitals compare alike on both.
    private static Expression<Func<FoundSheet, bool>> Named(AppDbContext db, string search)
    {
        const string escape = "\\";
        var literal = search.ToUpperInvariant().Replace(escape, escape + escape, StringComparison.Ordinal)
            .Replace("%", escape + "%", StringComparison.Ordinal).Replace("_", escape + "_", StringComparison.Ordinal);
        var pattern = $"%{literal}%";
        return found => db.WorkUnits.Any(unit => unit.Id == found.Sheet.UnitId
            && (EF.Functions.Like(unit.ShortName.ToUpper(), pattern, escape) || EF.Functions.Like(unit.Name.ToUpper(), pattern, escape)));
    }

    private static Expression<Func<FoundSheet, bool>> And(Expression<Func<FoundSheet, bool>> left, Expression<Func<FoundSheet, bool>> right)
    {
        var same = new Renamed(right.Parameters[0], left.Parameters[0]).Visit(right.Body);
        return Expression.Lambda<Func<FoundSheet, bool>>(Expression.AndAlso(left.Body, same), left.Parameters);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
