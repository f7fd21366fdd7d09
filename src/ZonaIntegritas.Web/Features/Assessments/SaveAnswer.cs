using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <param name="Value">Null for a note alone.</param>
/// <param name="SeenVersion">The answer's version that the person saw; 0 when there was none.</param>
/// <param name="Reason">For TPI and TPN: why the value differs from the layer before.</param>
/// <param name="SeenBelow">For TPI: the version of the lower tier's judgement that the page showed.</param>
/// <param name="Shown">The documents that lay before the person who judged; null for all that are put forward now.</param>
public sealed record SaveAnswerCommand(
    Guid AssessmentId, string QuestionCode, AnswerValue? Value, string Note, int SeenVersion, IReadOnlyCollection<PutForward>? Shown = null,
    DifferenceReason? Reason = null, int? SeenBelow = null);

/// <param name="Sheet">The layer's whole sheet after the save.</param>
public sealed record SavedAnswer(int Version, DateTimeOffset At, ScoreSheet Sheet);

/// <summary>The unit answers a question; the score follows in the same transaction.</summary>
public sealed class SaveAnswer(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<SavedAnswer>> ExecuteAsync(SaveAnswerCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        // Immediate on SQLite: two people saving at once queue up here, so that neither scores an old state.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        if (sheet.Assessment.MayFill(command.QuestionCode, sheet.Period, sheet.Today).Problem is { } closed)
        {
            return closed;
        }

        var write = new AnswerWrite(Layer.Unit, command.QuestionCode, command.Value, command.Note, command.SeenVersion);
        var saved = await AnswerWriter.WriteAsync(db, sheet, write, actor, ct);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return saved;
    }
}
