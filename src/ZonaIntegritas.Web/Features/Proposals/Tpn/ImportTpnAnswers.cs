using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <param name="Before">What TPN's layer holds now, in words; "(kosong)" for nothing.</param>
/// <param name="Tpi">What TPI holds, in words.</param>
/// <param name="DiffersFromTpi">Whether TPN's new value is another than TPI's.</param>
public sealed record TpnChange(string Code, string Before, string After, string Tpi, bool DiffersFromTpi);

/// <summary>What a file would do to TPN's layer. With a fault nothing is done.</summary>
/// <param name="Same">Questions whose value is already the file's.</param>
/// <param name="TotalBefore">Null while nothing was entered.</param>
public sealed record TpnPreview(
    IReadOnlyList<string> Faults, IReadOnlyList<string> Remarks, IReadOnlyList<TpnChange> Changes, int Same, decimal? TotalBefore, decimal TotalAfter);

/// <summary>
/// TPN's result from a file of answers, the one that "score" reads: all of it or nothing. A question that the file does
/// not name keeps what was entered, and its note.
/// </summary>
public sealed class ImportTpnAnswers(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public const int MaxKilobytes = 512;
    public const int MaxBytes = MaxKilobytes * 1024;

    /// <summary>Before a file is taken at all; refused as the import itself is.</summary>
    public async Task<Result> BeginAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return (await RequireAsync(db, assessmentId, ct)).Sheet.Assessment.MayEnterTpn();
    }

    /// <summary>What the file would change; nothing is written.</summary>
    public async Task<Result<TpnPreview>> PreviewAsync(Guid assessmentId, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var read = await ReadAsync(db, assessmentId, file, ct);
        return read.Problem is { } problem ? problem : read.Value.Preview;
    }

    /// <param name="seen">What the preview showed; refused when somebody has entered something else since. Null for no preview.</param>
    public async Task<Result<TpnPreview>> ExecuteAsync(
        Guid assessmentId, ReadOnlyMemory<byte> file, CancellationToken ct, IReadOnlyList<TpnChange>? seen = null)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var read = await ReadAsync(db, assessmentId, file, ct);
        if (read.Problem is { } problem)
        {
            return problem;
        }

        var (sheet, actor, reading, preview) = read.Value;
        if (seen is not null && !seen.SequenceEqual(preview.Changes))
        {
            return TpnProblems.Changed;
        }

        if (preview.Faults.Count > 0 || preview.Changes.Count == 0)
        {
            return preview;
        }

        await WriteAsync(db, sheet, actor, reading, preview, ct);
        await transaction.CommitAsync(ct);
        return preview;
    }

    private async Task<Result<OpenedFile>> ReadAsync(AppDbContext db, Guid assessmentId, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        var (sheet, actor) = await RequireAsync(db, assessmentId, ct);
        if ((sheet.Assessment.MayEnterTpn().Problem ?? (file.Length > MaxBytes ? TpnProblems.FileTooLarge(MaxKilobytes) : null)) is { } refused)
        {
            return refused;
        }

        var reading = AnswerFile.Read(sheet.Instrument, file);
        return new OpenedFile(sheet, actor, reading, TpnComparison.Of(sheet, reading, await HeldAsync(db, assessmentId, ct)));
    }

    private async Task<(OpenSheet Sheet, Actor Actor)> RequireAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        return (sheet, await authorizer.RequireAsync(db, who => who.May(SheetMove.RecordStage, sheet.Assessment.UnitId), ct));
    }

    private static async Task<List<Answer>> HeldAsync(AppDbContext db, Guid assessmentId, CancellationToken ct) =>
        await db.Answers.Where(answer => answer.AssessmentId == assessmentId && answer.Layer != Layer.Unit).AsNoTracking().ToListAsync(ct);

    private static async Task WriteAsync(
        AppDbContext db, OpenSheet sheet, Actor actor, AnswerReading reading, TpnPreview preview, CancellationToken ct)
    {
        var known = await db.Answers.Where(answer => answer.AssessmentId == sheet.Assessment.Id && answer.Layer == Layer.Tpn)
            .ToDictionaryAsync(answer => answer.QuestionCode, ct);
        foreach (var change in preview.Changes)
        {
            if (!known.TryGetValue(change.Code, out var answer))
            {
                db.Answers.Add(answer = new(Guid.CreateVersion7(sheet.Now), sheet.Assessment.Id, Layer.Tpn, change.Code));
            }

            answer.Change(reading.Answers[change.Code], answer.Note, actor.UserId, sheet.Now, change.DiffersFromTpi ? answer.Reason : null);
            db.Record(
                sheet.Now, actor, AuditAction.TpnImported,
                new(sheet.Unit.Id, sheet.Assessment.Id, change.Code, Layer: Layer.Tpn), new(change.Before, change.After), "berkas");
        }

        await db.SaveChangesAsync(ct);
        await SheetKeeper.RescoreAsync(db, sheet, Layer.Tpn, ct);
    }

    private sealed record OpenedFile(OpenSheet Sheet, Actor Actor, AnswerReading Reading, TpnPreview Preview);
}
