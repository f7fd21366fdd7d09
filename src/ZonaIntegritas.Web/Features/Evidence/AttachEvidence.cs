using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

public sealed record AttachEvidenceCommand(Guid AssessmentId, string QuestionCode, string? FileName, long? AnnouncedBytes, Stream Content);

/// <summary>A file as lists show it.</summary>
public sealed record EvidenceRow(Guid LinkId, string QuestionCode, string Name, EvidenceType Type, long Size, string By, DateTimeOffset At);

/// <summary>Unggah: receives a file as a stream, checks it, keeps it, and puts it forward for a question.</summary>
public sealed class AttachEvidence(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, EvidenceStore store)
{
    public async Task<Result<EvidenceRow>> ExecuteAsync(AttachEvidenceCommand command, CancellationToken ct)
    {
        var name = EvidenceName.Clean(command.FileName);
        // Asked before the first byte is read: nobody uploads 250 MB to be told no.
        if (await RefusalAsync(command, name, ct) is { } refusal)
        {
            return refusal;
        }

        try
        {
            using var received = await store.Files.ReceiveAsync(command.Content, store.MaxBytes, ct);
            var type = EvidenceTypes.FromName(name)!.Value;
            return Inspect(received, type) is { } problem ? problem : await KeepAsync(command, name, type, received, ct);
        }
        catch (FileTooLargeException)
        {
            return EvidenceProblems.TooLarge(null, store.MaxMegabytes);
        }
        catch (IOException error) when (IsDiskFull(error))
        {
            return EvidenceProblems.StorageFull;
        }
    }

    private static Problem? Inspect(ReceivedFile received, EvidenceType type)
    {
        using var content = received.Open();
        return EvidenceInspection.ProblemOf(content, type);
    }

    // ENOSPC on Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsDiskFull(IOException error) => (error.HResult & 0xFFFF) is 28 or 112 or 39;

    private async Task<Problem?> RefusalAsync(AttachEvidenceCommand command, string name, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        return MayAttach(sheet, command.QuestionCode)
            ?? (name.Length == 0 ? EvidenceProblems.NameMissing : null)
            ?? (EvidenceTypes.FromName(name) is null ? EvidenceProblems.KindRefused(name) : null)
            ?? (command.AnnouncedBytes > store.MaxBytes ? EvidenceProblems.TooLarge(command.AnnouncedBytes, store.MaxMegabytes) : null)
            ?? (command.AnnouncedBytes == 0 ? EvidenceProblems.Empty : null);
    }

    private static Problem? MayAttach(OpenSheet sheet, string questionCode) =>
        sheet.Instrument.Question(questionCode) is null
            ? AssessmentProblems.UnknownQuestion
            : sheet.Assessment.MayFill(questionCode, sheet.Period, sheet.Today).Problem;

    /// <summary>Asks again who and when: minutes may have passed while the file came in.</summary>
    private async Task<Result<EvidenceRow>> KeepAsync(
        AttachEvidenceCommand command, string name, EvidenceType type, ReceivedFile received, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        if (MayAttach(sheet, command.QuestionCode) is { } closed)
        {
            return closed;
        }

        var file = new EvidenceFile(
            Guid.CreateVersion7(sheet.Now), sheet.Unit.Id, name, type, received.Size, received.Sha256, actor.UserId, sheet.Now);
        var link = new EvidenceLink(
            Guid.CreateVersion7(sheet.Now), sheet.Assessment.Id, command.QuestionCode, file.Id, actor.UserId, sheet.Now);
        db.AddRange(file, link);
        await db.SaveChangesAsync(ct);
        // First the file, then the row: a crash between them leaves an unused file, never a row without one.
        store.Files.Keep(received);
        await transaction.CommitAsync(ct);
        return new EvidenceRow(link.Id, link.QuestionCode, name, type, received.Size, actor.Name, sheet.Now);
    }
}
