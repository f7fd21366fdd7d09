using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <param name="SeenVersion">Of this year's answer, as the page showed it; 0 when there was none.</param>
/// <param name="SeenEarlier">Of last year's answer.</param>
public sealed record CarryOverCommand(Guid AssessmentId, string QuestionCode, int SeenVersion, int SeenEarlier);

/// <summary>
/// Pakai jawaban tahun lalu: one question's answer, where this year's instrument still takes it; its note only where
/// this year has none. Documents are never taken along: whether they are still valid is said by a person, one by one.
/// </summary>
public sealed class CarryOverAnswer(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, InstrumentLibrary instruments)
{
    public async Task<Result<SavedAnswer>> ExecuteAsync(CarryOverCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        if (sheet.Assessment.MayFill(command.QuestionCode, sheet.Period, sheet.Today).Problem is { } closed)
        {
            return closed;
        }

        var write = await WriteOfAsync(db, sheet, command, ct);
        if (!write.Succeeded)
        {
            return write.Problem!;
        }

        var saved = await AnswerWriter.WriteAsync(db, sheet, write.Value, actor, ct);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return saved;
    }

    private async Task<Result<AnswerWrite>> WriteOfAsync(AppDbContext db, OpenSheet sheet, CarryOverCommand command, CancellationToken ct)
    {
        if (await EarlierSheet.FindAsync(db, instruments, sheet, ct) is not { } earlier)
        {
            return CarryOverProblems.NoEarlierSheet;
        }

        if (await AnswerAsync(db, earlier.AssessmentId, command.QuestionCode, ct) is not { } theirs)
        {
            return CarryOverProblems.NothingToTake;
        }

        var own = await AnswerAsync(db, sheet.Assessment.Id, command.QuestionCode, ct);
        var note = string.IsNullOrEmpty(own?.Note) ? theirs.Note : own.Note;
        if (theirs.Version != command.SeenEarlier)
        {
            return CarryOverProblems.SourceChanged(earlier.Year);
        }

        if (earlier.Offer(sheet, [theirs])[0].Refusal is { } refused)
        {
            return refused;
        }

        return own?.Version == command.SeenVersion && Equals(own.Value, theirs.Value) && own.Note == note
            ? CarryOverProblems.Same
            : new AnswerWrite(Layer.Unit, command.QuestionCode, theirs.Value, note, command.SeenVersion) { CarriedFrom = earlier.Year };
    }

    private static Task<Answer?> AnswerAsync(AppDbContext db, Guid assessmentId, string code, CancellationToken ct) => db.Answers.AsNoTracking()
        .SingleOrDefaultAsync(answer => answer.AssessmentId == assessmentId && answer.Layer == Layer.Unit && answer.QuestionCode == code, ct);
}
