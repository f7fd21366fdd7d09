using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <param name="Letter">Surat usulan.</param>
/// <param name="Sptjm">Number of the statement of responsibility that goes with it.</param>
public sealed record ProposeUnitsCommand(IReadOnlyList<Guid> AssessmentIds, MovePaper Letter, string Sptjm);

/// <summary>What became of one unit of the letter.</summary>
public sealed record ProposedUnit(Guid AssessmentId, string UnitShortName, Problem? Problem);

/// <summary>Usulkan: one letter and one SPTJM for many units. Each unit stands for itself: one that lacks something holds up no other.</summary>
public sealed class ProposeUnits(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, MoveSheet moves)
{
    public const int MostUnits = 500;

    private const string SptjmWord = "SPTJM ";

    /// <exception cref="ForbiddenException">The person may not propose at one of these units; nothing is written then.</exception>
    public async Task<Result<IReadOnlyList<ProposedUnit>>> ExecuteAsync(ProposeUnitsCommand command, CancellationToken ct)
    {
        if (Fault(command) is { } fault)
        {
            return fault;
        }

        var note = $"{SptjmWord}{command.Sptjm.Trim()}" + (command.Letter.Note.Trim() is { Length: > 0 } said ? $". {said}" : "");
        var outcomes = new List<ProposedUnit>();
        foreach (var (id, unit) in await NamesAsync(command.AssessmentIds, ct))
        {
            var result = await moves.ExecuteAsync(new(id, SheetMove.Propose, command.Letter with { Note = note }), ct);
            outcomes.Add(new(id, unit, result.Problem));
        }

        return outcomes;
    }

    private static Problem? Fault(ProposeUnitsCommand command) =>
        command.AssessmentIds.Count == 0 ? JourneyProblems.NothingChosen
        : command.AssessmentIds.Count > MostUnits ? JourneyProblems.TooMany(MostUnits)
        : string.IsNullOrWhiteSpace(command.Letter.Reference) ? AssessmentProblems.ReferenceMissing
        : command.Letter.On is null ? AssessmentProblems.DateMissing
        : string.IsNullOrWhiteSpace(command.Sptjm) ? JourneyProblems.SptjmMissing
        : command.Sptjm.Trim().Length > SheetTransition.ReferenceMaxLength ? AssessmentProblems.ReferenceTooLong
        : null;

    private async Task<List<(Guid Id, string Unit)>> NamesAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var found = await db.Assessments.Where(sheet => ids.Contains(sheet.Id))
            .Join(db.WorkUnits, sheet => sheet.UnitId, unit => unit.Id, (sheet, unit) => new { sheet.Id, UnitId = unit.Id, unit.ShortName })
            .OrderBy(sheet => sheet.ShortName)
            .ToListAsync(ct);
        return found.Count == ids.Distinct().Count() && found.All(sheet => actor.May(SheetMove.Propose, sheet.UnitId))
            ? [.. found.Select(sheet => (sheet.Id, sheet.ShortName))]
            : throw new ForbiddenException(Authorizer.NotAllowed);
    }
}
