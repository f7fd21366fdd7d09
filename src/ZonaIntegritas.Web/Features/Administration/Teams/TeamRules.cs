using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>What must hold before a person gets a share of a unit's evaluation, whichever use case gives it.</summary>
internal static class TeamRules
{
    /// <summary>Why this person cannot judge at all; null when nothing stands against it.</summary>
    public static async Task<Problem?> EvaluatorFaultAsync(AppDbContext db, Guid evaluatorId, CancellationToken ct)
    {
        var person = await db.Users.Where(user => user.Id == evaluatorId).Select(user => new
        {
            user.IsActive,
            IsEvaluator = db.UserRoles.Any(link =>
                link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Evaluator))),
        }).SingleOrDefaultAsync(ct);
        return person is null ? AdministrationProblems.Gone
            : !person.IsEvaluator ? AdministrationProblems.NotAnEvaluator
            : !person.IsActive ? TeamProblems.AccountClosed
            : null;
    }

    /// <summary>Why this person cannot judge this unit: the own one, or one of which a share is held already.</summary>
    public static async Task<Problem?> PlaceFaultAsync(AppDbContext db, Guid evaluatorId, Guid unitId, CancellationToken ct)
    {
        if (await db.WorkUnits.Where(unit => unit.Id == unitId).Select(unit => unit.ShortName).SingleOrDefaultAsync(ct) is not { } shortName)
        {
            return AdministrationProblems.UnknownUnit;
        }

        if (await db.Users.AnyAsync(user => user.Id == evaluatorId && user.UnitId == unitId, ct))
        {
            return AdministrationProblems.OwnUnit(shortName);
        }

        var held = await db.ReviewAssignments.Where(share => share.EvaluatorId == evaluatorId && share.UnitId == unitId && share.EndedAt == null)
            .Select(share => (ReviewTier?)share.Tier).SingleOrDefaultAsync(ct);
        return held is { } tier ? TeamProblems.AlreadyThere(shortName, tier) : null;
    }

    /// <returns>The areas in the instrument's order, none for all of them; or which one the instrument does not know.</returns>
    public static async Task<Result<IReadOnlyList<string>>> AreasAsync(
        AppDbContext db, InstrumentLibrary instruments, Guid unitId, IReadOnlyCollection<string> chosen, CancellationToken ct)
    {
        var known = (await UnitInstruments.AreasAsync(db, instruments, unitId, ct)).Select(area => area.Code).ToList();
        if (chosen.FirstOrDefault(code => !known.Contains(code)) is { } unknown)
        {
            return TeamProblems.UnknownArea(unknown);
        }

        List<string> areas = [.. known.Where(chosen.Contains)];
        return areas.Count == known.Count ? (List<string>)[] : areas;
    }

    public static Problem? ReasonFault(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? TeamProblems.ReasonMissing
        : reason.Trim().Length > ReviewAssignment.ReasonMaxLength ? TeamProblems.ReasonTooLong
        : null;
}
