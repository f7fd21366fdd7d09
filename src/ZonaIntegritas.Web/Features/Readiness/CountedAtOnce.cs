using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>Any number of counts over the same rows in one command, which reads them once.</summary>
internal static class CountedAtOnce
{
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync<T>(
        IQueryable<T> rows, IReadOnlyDictionary<string, Expression<Func<T, bool>>> wanted, CancellationToken ct)
    {
        var all = Expression.Parameter(typeof(IGrouping<int, T>), "all");
        var counts = wanted.Values.Select(condition => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], all, condition));
        var select = Expression.Lambda<Func<IGrouping<int, T>, int[]>>(Expression.NewArrayInit(typeof(int), counts), all);
        var counted = await rows.GroupBy(_ => 1).Select(select).SingleOrDefaultAsync(ct);
        return wanted.Keys.Select((key, index) => (key, index)).ToDictionary(pair => pair.key, pair => counted?[pair.index] ?? 0);
    }
}
