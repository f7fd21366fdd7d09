using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>
/// Reads the trail newest first. Identifiers are made from the moment, so their order is that of time and the primary key
/// pages through millions of lines without counting them.
/// </summary>
internal static class TrailReader
{
    /// <summary>One query for the lines, four for the names on them.</summary>
    public static async Task<TrailPageRows> ReadAsync(AppDbContext db, Actor actor, TrailFilter filter, int size, CancellationToken ct)
    {
        var found = await Filtered(db, TrailSight.Visible(db, actor, db.AuditEntries.AsNoTracking()), filter, await ZoneAsync(db, filter, ct))
            .OrderByDescending(entry => entry.Id).Take(size + 1).ToListAsync(ct);
        List<AuditEntry> entries = [.. found.Take(size)];
        var names = await TrailNames.LoadAsync(db, entries, ct);
        return new(
            [.. entries.Select(entry => names.Row(entry) with { Origin = actor.MayAdminister ? entry.Origin : null })],
            found.Count > size ? entries[^1].Id : null);
    }

    private static IQueryable<AuditEntry> Filtered(AppDbContext db, IQueryable<AuditEntry> entries, TrailFilter filter, IndonesianZone zone)
    {
        entries = filter.AssessmentId is { } sheet ? entries.Where(entry => entry.AssessmentId == sheet) : entries;
        entries = filter.UnitId is { } unit ? entries.Where(entry => entry.UnitId == unit) : entries;
        entries = filter.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        if (filter.PersonId is { } person)
        {
            // Done by, or done to.
            var about = person.ToString();
            entries = entries.Where(entry => entry.By == person || entry.Note.StartsWith(about));
        }

        if (filter.Question is { } question)
        {
            entries = entries.Where(entry => entry.QuestionCode != null && entry.QuestionCode.StartsWith(question));
        }

        return Between(Containing(db, entries, filter.Text), filter, zone);
    }

    private static IQueryable<AuditEntry> Containing(AppDbContext db, IQueryable<AuditEntry> entries, string? text)
    {
        if (text is null)
        {
            return entries;
        }

        var pattern = SearchText.Containing(text);
        return entries.Where(entry =>
            EF.Functions.Like(entry.Note, pattern, SearchText.Escape)
            || (entry.Before != null && EF.Functions.Like(entry.Before, pattern, SearchText.Escape))
            || (entry.After != null && EF.Functions.Like(entry.After, pattern, SearchText.Escape))
            || db.EvidenceItems.Any(item => item.Id == entry.ItemId && EF.Functions.Like(item.Title, pattern, SearchText.Escape)));
    }

    private static IQueryable<AuditEntry> Between(IQueryable<AuditEntry> entries, TrailFilter filter, IndonesianZone zone)
    {
        if (filter.From is { } from)
        {
            var first = FirstIdOf(from, zone);
            entries = entries.Where(entry => entry.Id >= first);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var after = FirstIdOf(until.AddDays(1), zone);
            entries = entries.Where(entry => entry.Id < after);
        }

        if (filter.Before is { } before)
        {
            entries = entries.Where(entry => entry.Id < before);
        }

        return entries;
    }

    /// <summary>Smaller than every identifier made on that day or later: a version 7 identifier begins with its millisecond.</summary>
    internal static Guid FirstIdOf(DateOnly day, IndonesianZone zone)
    {
        // Before that year there is no identifier, and the first days of the calendar have no moment in UTC.
        if (day.Year < DateTime.UnixEpoch.Year)
        {
            return Guid.Empty;
        }

        var milliseconds = Math.Max(0, new DateTimeOffset(day, TimeOnly.MinValue, zone.Offset()).ToUnixTimeMilliseconds());
        return new((int)(milliseconds >> 16), (short)milliseconds, 0, new byte[8]);
    }

    private static async Task<IndonesianZone> ZoneAsync(AppDbContext db, TrailFilter filter, CancellationToken ct)
    {
        if (filter is { From: null, Until: null } || (filter.UnitId ?? filter.AssessmentId) is null)
        {
            return IndonesianZone.WIB;
        }

        return await db.WorkUnits
            .Where(unit => unit.Id == filter.UnitId || db.Assessments.Any(sheet => sheet.Id == filter.AssessmentId && sheet.UnitId == unit.Id))
            .Select(unit => unit.Zone).FirstOrDefaultAsync(ct);
    }
}
