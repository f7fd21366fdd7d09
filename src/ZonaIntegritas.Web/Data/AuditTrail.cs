using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;

namespace ZonaIntegritas.Web.Data;

/// <summary>Adds lines to the trail inside the caller's transaction: what was done and that it was done are saved together.</summary>
public static class AuditTrail
{
    /// <param name="by">Null for the program itself.</param>
    public static void Record(this AppDbContext db, DateTimeOffset at, Guid? by, AuditAction action, AuditSubject subject, string note = "") =>
        db.AuditEntries.Add(new(Guid.CreateVersion7(at), at, by, action, subject, note));

    /// <summary>What a person changed, from what to what, and from where.</summary>
    public static void Record(
        this AppDbContext db, DateTimeOffset at, Actor actor, AuditAction action, AuditSubject subject, AuditChange change, string note = "") =>
        db.AuditEntries.Add(new(Guid.CreateVersion7(at), at, actor.UserId, action, subject, note, change, actor.Origin));

    /// <summary>A step in the sheet's life, just made by one of its verbs.</summary>
    public static void RecordMove(this AppDbContext db, Assessment sheet, Actor actor)
    {
        var step = sheet.Transitions[^1];
        db.Record(
            step.At, actor, AuditAction.SheetMoved, new(sheet.UnitId, sheet.Id, step.Move is SheetMove.Return or SheetMove.TakeBackReturn or SheetMove.SendRepair ? step.Reference : null),
            new(StatusWords.Say(step.From), StatusWords.Say(step.To)), step.Move.ToString());
    }
}
