using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Workbooks.Writing;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <param name="Seen">What the preview showed.</param>
/// <param name="Emptied">Keys of the changes that empty something and that the person ticked.</param>
public sealed record ImportCommand(Guid AssessmentId, byte[] File, IReadOnlyList<BookChange> Seen, IReadOnlyCollection<string> Emptied);

/// <param name="Preview">As it stands now; when <paramref name="Stale"/>, to be looked at again.</param>
/// <param name="Imported">Questions written; 0 when nothing was.</param>
public sealed record ImportOutcome(BookPreview Preview, int Imported, Problem? Stale = null);

/// <summary>Impor LKE: the unit's answers and notes from a workbook, all that was chosen or nothing.</summary>
public sealed class ImportWorkbook(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <summary>Whose sheet it is, for the page before a file is chosen; refused as the import itself is.</summary>
    public async Task<Result<BookIdentity>> BeginAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (sheet, _) = await RequireAsync(db, assessmentId, ct);
        return ClosedWhole(sheet) is { } closed ? closed : await LkeBookSource.IdentityAsync(db, sheet, ct);
    }

    /// <summary>What the file would change; nothing is written.</summary>
    public async Task<Result<BookPreview>> PreviewAsync(Guid assessmentId, byte[] file, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var read = await ReadAsync(db, assessmentId, file, ct);
        return read.Problem is { } problem ? problem : read.Value.Comparison.Preview;
    }

    public async Task<Result<ImportOutcome>> ExecuteAsync(ImportCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        // Immediate on SQLite: nobody saves between the comparison and the write.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var read = await ReadAsync(db, command.AssessmentId, command.File, ct);
        if (read.Problem is { } problem)
        {
            return problem;
        }

        var preview = read.Value.Comparison.Preview;
        if (!preview.Changes.SequenceEqual(command.Seen))
        {
            return new ImportOutcome(preview, 0, WorkbookProblems.Stale);
        }

        List<BookChange> chosen = [.. preview.Changes.Where(change => !change.Empties || command.Emptied.Contains(change.Key))];
        if (preview.Faults.Count > 0)
        {
            return new ImportOutcome(preview, 0);
        }

        if (chosen.Count == 0)
        {
            return WorkbookProblems.NothingChosen;
        }

        var written = await WriteAsync(db, read.Value, chosen, ct);
        await transaction.CommitAsync(ct);
        return new ImportOutcome(preview, written);
    }

    private async Task<Result<OpenedBook>> ReadAsync(AppDbContext db, Guid assessmentId, byte[] file, CancellationToken ct)
    {
        var (sheet, actor) = await RequireAsync(db, assessmentId, ct);
        if (ClosedWhole(sheet) is { } closed)
        {
            return closed;
        }

        var book = BookReader.Read(file);
        if ((book.Problem ?? Stranger(book.Value, await LkeBookSource.IdentityAsync(db, sheet, ct))) is { } refused)
        {
            return refused;
        }

        var held = await db.Answers.Where(answer => answer.AssessmentId == assessmentId && answer.Layer == Layer.Unit)
            .ToDictionaryAsync(answer => answer.QuestionCode, ct);
        return new OpenedBook(sheet, actor, new(sheet, BookAnswers.Of(sheet.Instrument, book.Value), held), held);
    }

    private async Task<(OpenSheet Sheet, Actor Actor)> RequireAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        return (sheet, await authorizer.RequireAsync(db, who => who.MayFill(sheet.Unit.Id), ct));
    }

    /// <summary>Why no question can be changed now; null when one can.</summary>
    private static Problem? ClosedWhole(OpenSheet sheet)
    {
        Problem? first = null;
        foreach (var place in sheet.Instrument.Places)
        {
            if (sheet.Assessment.MayFill(place.Question.Code, sheet.Period, sheet.Today).Problem is not { } closed)
            {
                return null;
            }

            first ??= closed;
        }

        return first;
    }

    private static Problem? Stranger(ReadBook book, BookIdentity ours)
    {
        string Of(string name) => book.Identity.TryGetValue(name, out var value) ? value : "";

        if (!Guid.TryParse(Of(BookIdentitySheet.Assessment), out var id))
        {
            return WorkbookProblems.NotLke;
        }

        return id != ours.AssessmentId ? WorkbookProblems.OtherSheet($"{Short(Of(BookIdentitySheet.Unit))} tahun {Short(Of(BookIdentitySheet.Year))}", $"{ours.Unit} tahun {ours.Year}")
            : Of(BookIdentitySheet.Hash) != ours.InstrumentSha256 ? WorkbookProblems.OtherInstrument
            : null;
    }

    private static string Short(string text) => text.Length > 100 ? text[..100] + "…" : text;

    private static async Task<int> WriteAsync(AppDbContext db, OpenedBook opened, List<BookChange> chosen, CancellationToken ct)
    {
        var (sheet, actor, comparison, held) = opened;
        var questions = chosen.GroupBy(change => change.Code).ToList();
        var (answers, notes) = (chosen.Count(change => change.Part == BookPart.Answer), chosen.Count(change => change.Part == BookPart.Note));
        db.Record(
            sheet.Now, actor, AuditAction.WorkbookImported, new(sheet.Unit.Id, sheet.Assessment.Id, Layer: Layer.Unit), AuditChange.None,
            $"{answers} jawaban dan {notes} catatan dari LKE Excel");
        foreach (var question in questions)
        {
            AnswerWriter.Put(db, sheet, sheet.Instrument.Question(question.Key)!, held.GetValueOrDefault(question.Key), comparison.WriteOf(question), actor);
        }

        await db.SaveChangesAsync(ct);
        await SheetKeeper.RescoreAsync(db, sheet, Layer.Unit, ct);
        return questions.Count;
    }

    private sealed record OpenedBook(OpenSheet Sheet, Actor Actor, BookComparison Comparison, IReadOnlyDictionary<string, Answer> Held);
}
