namespace ZonaIntegritas.Web.Data;

/// <summary>One page of a list that is paged by the database.</summary>
/// <param name="Total">Rows on all pages.</param>
public sealed record RowPage<T>(IReadOnlyList<T> Rows, int Total);
