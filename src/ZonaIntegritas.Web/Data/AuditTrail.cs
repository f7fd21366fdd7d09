using ZonaIntegritas.Domain.Auditing;

namespace ZonaIntegritas.Web.Data;

/// <summary>Adds lines to the trail inside the caller's transaction: what was done and that it was done are saved together.</summary>
public static class AuditTrail
{
    /// <param name="by">Null for the program itself.</param>
    public static void Record(this AppDbContext db, DateTimeOffset at, Guid? by, AuditAction action, AuditSubject subject, string note = "") =>
        db.AuditEntries.Add(new(Guid.CreateVersion7(at), at, by, action, subject, note));
}
