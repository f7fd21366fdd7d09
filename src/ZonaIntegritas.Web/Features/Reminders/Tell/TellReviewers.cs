using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Notices;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>Messages to TPI's people, written by the use case that causes them, before it saves.</summary>
internal static class TellReviewers
{
    /// <summary>
    /// The sheet has come to TPI: submitted, or the last returned question was repaired. Told to whoever judges first in
    /// an area; the tiers above are reminded when it is their turn.
    /// </summary>
    public static async Task TurnAsync(AppDbContext db, OpenSheet sheet, Actor by, CancellationToken ct)
    {
        if (sheet.Assessment.Turn != Turn.Tpi)
        {
            return;
        }

        var shares = await db.ReviewAssignments.AsNoTracking()
            .Where(share => share.UnitId == sheet.Unit.Id && share.EndedAt == null && share.EvaluatorId != by.UserId)
            .ToListAsync(ct);
        List<Guid> first = [.. ComeFirst(shares, AreasAt(sheet))];
        var people = await PeopleAsync(db, first, sheet.Unit.Id, ct);
        await db.RaiseAsync(
            [.. people.Select(person => person.Id)],
            [
                new(ReminderKind.Handed, $"Lembar kerja {sheet.Unit.ShortName} menunggu penilaian Anda.", $"/penilaian/{sheet.Assessment.Id}") { UnitId = sheet.Unit.Id },
            ],
            sheet.Now,
            ct);
        await Bundle.AddAsync(
            db,
            people,
            new(MailDelivery.Handed, $"{DeliveryKeys.Turn}{sheet.Assessment.Id:N}:", $"{sheet.Assessment.Transitions[^1].Id:N}", sheet.Now)
            {
                AssessmentId = sheet.Assessment.Id,
            },
            ct);
    }

    /// <summary>A person was given shares of TPI's work; many in a row are one message.</summary>
    /// <param name="now">When the first of them was given.</param>
    public static async Task AssignedAsync(AppDbContext db, Guid evaluatorId, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (evaluatorId != by.UserId)
        {
            var people = await PeopleAsync(db, [evaluatorId], null, ct);
            await db.RaiseAsync([.. people.Select(person => person.Id)], [new(ReminderKind.Handed, "Penugasan evaluasi Anda berubah. Lihat giliran Anda.", "/penilaian")], now, ct);
            await Bundle.AddAsync(
                db,
                people,
                new(MailDelivery.Handed, DeliveryKeys.Assigned, $"{Guid.CreateVersion7(now):N}", now) { WaitsFor = Bundle.Time },
                ct);
        }
    }

    /// <summary>Areas that have something for TPI: after repairs those that were repaired, otherwise all.</summary>
    private static IEnumerable<string> AreasAt(OpenSheet sheet)
    {
        var repaired = sheet.Assessment.ReturnedItems.Where(item => item.State == ReturnedItemState.Repaired).Select(item => item.QuestionCode).ToHashSet();
        return sheet.Instrument.Places.Where(place => repaired.Count == 0 || repaired.Contains(place.Question.Code)).Select(place => place.Area.Code).Distinct();
    }

    private static IEnumerable<Guid> ComeFirst(IReadOnlyList<ReviewAssignment> shares, IEnumerable<string> areas)
    {
        var team = new ReviewTeam([.. shares.Select(share => share.Duty)]);
        return areas.SelectMany(area => team.TiersFor(area) is [var first, ..]
            ? shares.Where(share => share.Tier == first && share.Duty.Covers(area)).Select(share => share.EvaluatorId)
            : []).Distinct();
    }

    /// <param name="notOf">Nobody judges the own unit.</param>
    private static async Task<List<Told>> PeopleAsync(AppDbContext db, IReadOnlyCollection<Guid> ids, Guid? notOf, CancellationToken ct) =>
        await db.Users
            .Where(user => ids.Contains(user.Id) && user.IsActive && user.Email != null && user.Email != "" && (notOf == null || user.UnitId != notOf))
            .Select(user => new Told(
                user.Id, db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => (IndonesianZone?)unit.Zone).FirstOrDefault() ?? IndonesianZone.WIB))
            .ToListAsync(ct);
}
