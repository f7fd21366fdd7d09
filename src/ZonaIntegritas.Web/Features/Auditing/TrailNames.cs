using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>The names that lines of the trail need: it keeps ids, so that it says today what people and documents are called today.</summary>
internal sealed class TrailNames
{
    private Dictionary<Guid, (string? Name, string? Role)> _people = [];
    private Dictionary<Guid, (string ShortName, IndonesianZone Zone)> _units = [];
    private Dictionary<Guid, int> _years = [];
    private Dictionary<Guid, string> _items = [];

    public static async Task<TrailNames> LoadAsync(AppDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var people = Ids(entries, entry => entry.By).Concat(Ids(entries, entry => AboutPerson.Read(entry.Note).Person)).Distinct().ToList();
        var (units, sheets, items) = (Ids(entries, entry => entry.UnitId), Ids(entries, entry => entry.AssessmentId), Ids(entries, entry => entry.ItemId));
        return new()
        {
            _people = (await db.Users.Where(user => people.Contains(user.Id)).Select(user => new
            {
                user.Id,
                user.FullName,
                Role = db.UserRoles.Where(link => link.UserId == user.Id)
                    .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name).FirstOrDefault(),
            }).ToListAsync(ct)).ToDictionary(user => user.Id, user => ((string?)user.FullName, user.Role)),
            _units = (await db.WorkUnits.Where(unit => units.Contains(unit.Id)).Select(unit => new { unit.Id, unit.ShortName, unit.Zone }).ToListAsync(ct))
                .ToDictionary(unit => unit.Id, unit => (unit.ShortName, unit.Zone)),
            _years = await db.Assessments.Where(sheet => sheets.Contains(sheet.Id))
                .Join(db.Periods, sheet => sheet.PeriodId, period => period.Id, (sheet, period) => new { sheet.Id, period.Year })
                .ToDictionaryAsync(sheet => sheet.Id, sheet => sheet.Year, ct),
            _items = await db.EvidenceItems.Where(item => items.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Title, ct),
        };
    }

    public TrailRow Row(AuditEntry entry)
    {
        (string? ShortName, IndonesianZone Zone) unit = entry.UnitId is { } unitId && _units.TryGetValue(unitId, out var found) ? found : (null, IndonesianZone.WIB);
        var (person, note) = AboutPerson.Read(entry.Note);
        (string? Name, string? Role) who = entry.By is { } by ? _people.GetValueOrDefault(by, ("akun yang sudah dihapus", null)) : (null, null);
        return new(entry.Id, entry.At, unit.Zone, entry.Action)
        {
            Who = who.Name,
            Role = Enum.TryParse<Role>(who.Role, out var known) ? TrailWords.Say(known) : null,
            Unit = unit.ShortName,
            AssessmentId = entry.AssessmentId,
            Year = entry.AssessmentId is { } sheet && _years.TryGetValue(sheet, out var year) ? year : null,
            Question = entry.QuestionCode,
            Layer = entry.Layer,
            Subject = person is { } about ? _people.GetValueOrDefault(about).Name : entry.ItemId is { } item ? _items.GetValueOrDefault(item) : null,
            Before = entry.Before,
            After = entry.After,
            Note = note,
        };
    }

    private static List<Guid> Ids(IEnumerable<AuditEntry> entries, Func<AuditEntry, Guid?> id) => [.. entries.Select(id).OfType<Guid>().Distinct()];
}
