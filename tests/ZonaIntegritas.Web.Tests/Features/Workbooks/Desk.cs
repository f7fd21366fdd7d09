using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Importing;
using ZonaIntegritas.Web.Features.Workbooks.Writing;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>Exports and imports of a scene's sheet, as its coordinator unless told otherwise.</summary>
internal static class Desk
{
    public static ExportWorkbook Export(this Scene scene, Authorizer who) =>
        new(scene.Database, who, scene.Database.Sheets, new(Options.Create(new AgencyOptions())));

    public static ImportWorkbook Import(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);

    public static Task<LkeBook> BookAsync(this Scene scene, Authorizer? who = null) =>
        scene.Export(who ?? TestDatabase.SignIn(scene.Coordinator)).ExecuteAsync(scene.Sheet.Id, default);

    /// <summary>The sheet as a file, with other answers and notes in it.</summary>
    public static async Task<byte[]> FileAsync(
        this Scene scene, IReadOnlyDictionary<string, AnswerValue?>? answers = null, IReadOnlyDictionary<string, string>? notes = null)
    {
        var book = await scene.BookAsync();
        var values = book.Unit.Score.Lines.Where(line => line.Answer is not null).ToDictionary(line => line.Question.Code, line => line.Answer!);
        foreach (var (code, value) in answers ?? new Dictionary<string, AnswerValue?>())
        {
            if (value is null)
            {
                values.Remove(code);
            }
            else
            {
                values[code] = value;
            }
        }

        var texts = book.Unit.Notes.ToDictionary();
        foreach (var (code, note) in notes ?? new Dictionary<string, string>())
        {
            texts[code] = note;
        }

        return BookWriter.Write(book with { Unit = new(ScoringEngine.Score(book.Instrument, values), texts) });
    }

    public static async Task<BookPreview> PreviewAsync(this Scene scene, byte[] file) =>
        (await scene.Import().PreviewAsync(scene.Sheet.Id, file, default)).Value;

    /// <summary>Previewed, then imported as shown.</summary>
    public static async Task<ImportOutcome> ImportAsync(this Scene scene, byte[] file, params string[] emptied) =>
        (await scene.Import().ExecuteAsync(new(scene.Sheet.Id, file, (await scene.PreviewAsync(file)).Changes, emptied), default)).Value;

    public static async Task WriteAsync(this Scene scene, IEnumerable<(string Code, AnswerValue? Value, string Note)> answers)
    {
        await using var db = scene.Database.CreateDbContext();
        var open = await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default);
        foreach (var (code, value, note) in answers)
        {
            var answer = new Answer(Guid.CreateVersion7(), scene.Sheet.Id, Layer.Unit, code);
            answer.Change(value, note, scene.Coordinator.Id, open.Now);
            db.Add(answer);
        }

        await db.SaveChangesAsync();
        await SheetKeeper.RescoreAsync(db, open, Layer.Unit, default);
    }
}
