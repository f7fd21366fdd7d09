using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>A person asks for another round of tries of a paper that failed. Others are left as they are.</summary>
public sealed class AskAgain(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IWorkDispatcher dispatcher)
{
    /// <exception cref="ForbiddenException">There is no such paper, or it is not this person's to read.</exception>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var request = await ReadablePapers.By(db, actor).Where(paper => paper.Request.Id == id).Select(paper => paper.Request).SingleOrDefaultAsync(ct)
            ?? throw new ForbiddenException(Authorizer.NotAllowed);
        if (request.State == WorkState.Failed)
        {
            request.TryAgain();
            await db.SaveChangesAsync(ct);
            dispatcher.MakeReport(id);
        }

        return Result.Ok;
    }
}
