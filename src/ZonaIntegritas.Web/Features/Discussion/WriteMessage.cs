using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <param name="Mentions">People named in it; each must be able to read it.</param>
/// <param name="Reopens">A settled message that this one opens again; its audience is taken over.</param>
public sealed record WriteMessageCommand(
    Guid AssessmentId, string QuestionCode, string Text, Audience Audience = Audience.Everybody, IReadOnlyCollection<Guid>? Mentions = null, Guid? Reopens = null);

/// <summary>Kirim pesan: anybody who may see the sheet writes in a question's thread, whatever state the sheet is in.</summary>
public sealed class WriteMessage(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public const int MaxMentions = 10;

    public async Task<Result<Guid>> ExecuteAsync(WriteMessageCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var capacity = actor.CapacityOn(sheet.Unit.Id);
        if (FaultOf(command, sheet, capacity) is { } fault)
        {
            return fault;
        }

        var reopening = await ReopeningAsync(db, command, capacity, ct);
        if (!reopening.Succeeded)
        {
            return reopening.Problem!;
        }

        var (settling, audience) = reopening.Value;
        var mentions = (command.Mentions ?? []).Distinct().Where(id => id != actor.UserId).ToList();
        if (await MentionFaultAsync(db, sheet.Unit.Id, audience, mentions, ct) is { } stranger)
        {
            return stranger;
        }

        var message = Add(db, sheet, actor, command.QuestionCode, new(command.Text, audience, settling));
        db.MessageMentions.AddRange(mentions.Select(id => new MessageMention(message.Id, id)));
        await TellMentions.WrittenAsync(db, sheet, actor, mentions, command.QuestionCode, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return message.Id;
    }

    /// <summary>Adds a message with its line in the trail, which does not repeat the text: the message is never deleted.</summary>
    internal static ThreadMessage Add(AppDbContext db, OpenSheet sheet, Actor actor, string code, MessageText text)
    {
        var message = new ThreadMessage(
            Guid.CreateVersion7(sheet.Now), sheet.Assessment.Id, code, new(actor.UserId, actor.CapacityOn(sheet.Unit.Id)), sheet.Now, text);
        db.ThreadMessages.Add(message);
        db.Record(
            sheet.Now, actor, AuditAction.MessageWritten,
            new(sheet.Unit.Id, sheet.Assessment.Id, code, Layer: text.Audience == Audience.TpiOnly ? Layer.Tpi : null), AuditChange.None);
        return message;
    }

    private static Problem? FaultOf(WriteMessageCommand command, OpenSheet sheet, Capacity capacity) =>
        sheet.Instrument.Question(command.QuestionCode) is null ? AssessmentProblems.UnknownQuestion
        : string.IsNullOrWhiteSpace(command.Text) ? DiscussionProblems.TextMissing
        : command.Text.Trim().Length > ThreadMessage.TextMaxLength ? DiscussionProblems.TextTooLong
        : command.Audience == Audience.TpiOnly && !ThreadSight.IsTpi(capacity) ? DiscussionProblems.TpiOnlyForTpi
        : null;

    /// <summary>The settling message to take back, and who reads the new one.</summary>
    private static async Task<Result<(Guid? Settling, Audience Audience)>> ReopeningAsync(
        AppDbContext db, WriteMessageCommand command, Capacity capacity, CancellationToken ct)
    {
        if (command.Reopens is not { } reopens)
        {
            return (null, command.Audience);
        }

        var messages = await db.ThreadMessages.AsNoTracking()
            .Where(message => message.AssessmentId == command.AssessmentId && message.QuestionCode == command.QuestionCode).ToListAsync(ct);
        var opened = messages.Find(message => message.Id == reopens && ThreadSight.Sees(capacity, ThreadSight.MatterOf(message.Audience), false))
            ?? throw new ForbiddenException(Authorizer.NotAllowed);
        return new SettledMessages(messages).SettlingOf(reopens) is { } settling ? (settling.Id, opened.Audience) : DiscussionProblems.NotSettled;
    }

    private static async Task<Problem?> MentionFaultAsync(AppDbContext db, Guid unitId, Audience audience, List<Guid> mentions, CancellationToken ct)
    {
        if (mentions.Count > MaxMentions)
        {
            return DiscussionProblems.TooManyMentions(MaxMentions);
        }

        var readers = mentions.Count == 0 ? [] : await ThreadPeople.OfUnitAsync(db, unitId, ct);
        return mentions.All(id => readers.Exists(person => person.Id == id && person.MayRead(audience))) ? null : DiscussionProblems.CannotBeMentioned;
    }
}
