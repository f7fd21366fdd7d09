using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Verification;

/// <summary>All that the public may learn of a paper whose code it holds.</summary>
public sealed record GenuinePaper(string Title, DateOnly Day, string Sha256);

/// <summary>
/// Whether a code belongs to a paper that was issued here and is still kept. Asks nobody's leave: whoever holds the
/// paper has the code, and a code of 96 bits cannot be guessed.
/// </summary>
public sealed class PaperChecks(IDbContextFactory<AppDbContext> dbFactory)
{
    private const int CodeLength = 24;

    /// <returns>Null for every code that is not of such a paper, after the same question to the database.</returns>
    public async Task<GenuinePaper?> FindAsync(string code, CancellationToken ct)
    {
        var wanted = Normalise(code);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.ReportRequests
            .Where(paper => paper.Code == wanted && paper.State == WorkState.Done && paper.Sha256 != null && paper.RemovedAt == null)
            .Select(paper => new GenuinePaper(paper.Title, paper.Day, paper.Sha256!))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>As people type it: capitals, spaces, or the whole address; "-" for what cannot be a code.</summary>
    private static string Normalise(string typed)
    {
        const string never = "-";
        if (typed.Length > 500)
        {
            return never;
        }

        var code = string.Concat(typed[(typed.LastIndexOf('/') + 1)..].Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        return code.Length == CodeLength && code.All(char.IsAsciiHexDigit) ? code : never;
    }
}
