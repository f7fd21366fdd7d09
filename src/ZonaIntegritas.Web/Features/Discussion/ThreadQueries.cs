using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>A question's thread as the person who asks may read it.</summary>
/// <param name="Names">People and document versions that its lines mention, by id.</param>
/// <param name="People">Who can be named in a message; the person who asks is not among them.</param>
/// <param name="IsMentioned">The person who asks is named in a message that they have not seen yet.</param>
/// <param name="HasEarlier">Older lines of the trail were left out.</param>
public sealed record ThreadView(
    IReadOnlyList<ThreadLine> Lines,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<ThreadPerson> People,
    Capacity Me,
    bool IsMentioned,
    bool HasEarlier)
{
    public int Messages => Lines.Count(line => line.Kind == ThreadKind.Message);

    /// <summary>Something waits to be read or settled.</summary>
    public bool Waits => IsMentioned || Lines.Any(line => line.Message is { IsOpen: true });
}

/// <summary>Reads a question's thread out of what is kept anyway: messages, returns, the trail and the sheet's steps.</summary>
public sealed class ThreadQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    private static readonly AuditAction[] Told =
    [
        AuditAction.AnswerSaved, AuditAction.AnswerCarriedOver, AuditAction.EvidenceAttached, AuditAction.EvidenceDetached, AuditAction.EvidencePointed,
    ];

    /// <param name="trailLength">Newest lines of the trail that are read; a question is saved often.</param>
    /// <exception cref="ForbiddenException">The person may not see this unit's sheet.</exception>
    public async Task<ThreadView> LoadAsync(Guid assessmentId, string questionCode, int trailLength, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unitId = await db.Assessments.Where(sheet => sheet.Id == assessmentId).Select(sheet => (Guid?)sheet.UnitId).SingleOrDefaultAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => unitId is { } unit && who.MaySee(unit), ct);
        var me = actor.CapacityOn(unitId!.Value);
        var source = await SourceAsync(db, assessmentId, questionCode, trailLength, ct);
        var lines = QuestionThread.Merge(source, me);
        var people = await ThreadPeople.OfUnitAsync(db, unitId.Value, ct);
        return new(
            lines,
            await NamesAsync(db, lines, ct),
            [.. people.Where(person => person.Id != actor.UserId)],
            me,
            await IsMentionedAsync(db, actor.UserId, source.Messages, ct),
            source.Trail.Count == trailLength);
    }

    private static async Task<ThreadSource> SourceAsync(AppDbContext db, Guid assessmentId, string code, int trailLength, CancellationToken ct) => new(
        await db.ThreadMessages.AsNoTracking().Where(message => message.AssessmentId == assessmentId && message.QuestionCode == code).ToListAsync(ct),
        await db.ReturnedItems.AsNoTracking().Where(item => item.AssessmentId == assessmentId && item.QuestionCode == code).ToListAsync(ct),
        await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.AssessmentId == assessmentId && entry.QuestionCode == code && Told.Contains(entry.Action))
            .OrderByDescending(entry => entry.At).Take(trailLength).ToListAsync(ct),
        await db.SheetTransitions.AsNoTracking()
            .Where(step => step.AssessmentId == assessmentId && (step.Move == SheetMove.Conclude || step.Move == SheetMove.Reopen)).ToListAsync(ct));

    private static async Task<Dictionary<Guid, string>> NamesAsync(AppDbContext db, IReadOnlyList<ThreadLine> lines, CancellationToken ct)
    {
        var people = lines.Select(line => line.By).Concat(lines.Select(line => line.Message?.SettledBy)).OfType<Guid>().Distinct().ToList();
        var versions = lines.Select(line => line.VersionId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).Select(user => new { user.Id, Name = user.FullName }).ToListAsync(ct);
        if (versions.Count > 0)
        {
            names.AddRange(await db.EvidenceVersions.Where(version => versions.Contains(version.Id)).Select(version => new { version.Id, version.Name }).ToListAsync(ct));
        }

        return names.ToDictionary(name => name.Id, name => name.Name);
    }

    private static async Task<bool> IsMentionedAsync(AppDbContext db, Guid userId, IReadOnlyList<ThreadMessage> messages, CancellationToken ct)
    {
        var ids = messages.Select(message => message.Id).ToList();
        return ids.Count > 0 && await db.MessageMentions.AnyAsync(mention => mention.UserId == userId && mention.ReadAt == null && ids.Contains(mention.MessageId), ct);
    }
}
