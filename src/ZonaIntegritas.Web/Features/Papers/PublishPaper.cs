using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Papers.ProposalLetter;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Papers;

/// <param name="Faults">What is wrong with what was typed, field by field.</param>
public sealed record Published(Guid? PaperId, Problem? Problem, IReadOnlyList<FieldFault> Faults);

/// <summary>Terbitkan PDF: what was typed is checked, then a new version is made and kept for ever.</summary>
public sealed class PublishPaper(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IssuePaper issue, TimeProvider clock)
{
    /// <exception cref="ForbiddenException">There is no such sheet or period, or the paper is not this person's to read.</exception>
    public async Task<Published> ExecuteAsync(PaperKind kind, Guid id, PaperInput typed, CancellationToken ct)
    {
        var input = typed.For(PaperForms.Of(kind));
        var (paper, problem, faults) = await CheckAsync(kind, id, input, ct);
        if (problem is not null)
        {
            return new(null, problem, faults);
        }

        var paperId = await issue.ExecuteAsync(paper.Subject, input.Json, ct);
        return await OutcomeAsync(paperId, ct);
    }

    private async Task<(OpenPaper Paper, Problem? Problem, IReadOnlyList<FieldFault> Faults)> CheckAsync(PaperKind kind, Guid id, PaperInput input, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var paper = await PaperGate.OpenAsync(db, authorizer, kind, id, clock.GetUtcNow(), ct);
        var faults = PaperForms.FaultsOf(kind, input, paper.Today);
        var problem = paper.Refusal ?? (faults.Count > 0 ? PaperProblems.FormIncomplete : null);
        if (problem is null && kind is (PaperKind.ProposalLetter or PaperKind.Sptjm) && await LetterUnits.CountAsync(db, id, input, ct) == 0)
        {
            problem = PaperProblems.NoUnits;
        }

        return (paper, problem, faults);
    }

    private async Task<Published> OutcomeAsync(Guid paperId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var made = await db.ReportRequests.AsNoTracking().SingleAsync(row => row.Id == paperId, ct);
        return made.State == WorkState.Done ? new(paperId, null, []) : new(null, PaperProblems.NotMade(made.Error), []);
    }
}
