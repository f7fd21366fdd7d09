using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>All that is told about a unit.</summary>
public sealed record UnitDetails(
    string Name, string ShortName, IndonesianZone Zone, string City, string HeadName, string HeadNip, string? HeldPredicate, int? HeldSinceYear)
{
    private const int FirstYear = 2000;

    public static UnitDetails Of(WorkUnit unit) =>
        new(unit.Name, unit.ShortName, unit.Zone, unit.City, unit.HeadName, unit.HeadNip, unit.HeldPredicate, unit.HeldSinceYear);

    /// <summary>As the trail keeps it: without the head, who is a person.</summary>
    public string Trace() =>
        $"{ShortName} ({Name}), {(City.Length == 0 ? "tanpa kota" : City)}, {Zone}, {(HeldPredicate is { } held ? $"{held} sejak {HeldSinceYear}" : "tanpa predikat")}";

    public UnitDetails Trimmed() => this with
    {
        Name = Name.Trim(),
        ShortName = ShortName.Trim(),
        City = City.Trim(),
        HeadName = HeadName.Trim(),
        HeadNip = HeadNip.Trim(),
        HeldPredicate = string.IsNullOrWhiteSpace(HeldPredicate) ? null : HeldPredicate,
    };

    /// <summary>The first thing that keeps these from being stored; null when nothing does.</summary>
    /// <param name="id">The unit they are for; null for a new one.</param>
    public async Task<Problem?> FaultAsync(AppDbContext db, InstrumentLibrary instruments, Guid? id, DateTimeOffset now, CancellationToken ct)
    {
        if (FaultOfTexts() is { } fault)
        {
            return fault;
        }

        var same = SearchText.Exactly(ShortName);
        if (await db.WorkUnits.AnyAsync(unit => unit.Id != id && EF.Functions.Like(unit.ShortName, same, SearchText.Escape), ct))
        {
            return AdministrationProblems.ShortNameTaken(ShortName);
        }

        return await FaultOfPredicateAsync(db, instruments, Zone.Today(now).Year, ct);
    }

    public void WriteTo(WorkUnit unit)
    {
        unit.Rename(Name, ShortName, Zone);
        unit.Describe(City, HeadName, HeadNip);
        unit.Hold(HeldPredicate, HeldSinceYear);
    }

    private Problem? FaultOfTexts() =>
        Name.Length == 0 ? AdministrationProblems.NameMissing
        : ShortName.Length == 0 ? AdministrationProblems.ShortNameMissing
        : Name.Length > WorkUnit.NameMaxLength ? AdministrationProblems.TooLong(nameof(Name), WorkUnit.NameMaxLength)
        : ShortName.Length > WorkUnit.ShortNameMaxLength ? AdministrationProblems.TooLong(nameof(ShortName), WorkUnit.ShortNameMaxLength)
        : City.Length > WorkUnit.NameMaxLength ? AdministrationProblems.TooLong(nameof(City), WorkUnit.NameMaxLength)
        : HeadName.Length > WorkUnit.NameMaxLength ? AdministrationProblems.TooLong(nameof(HeadName), WorkUnit.NameMaxLength)
        : HeadNip.Length > WorkUnit.NipMaxLength ? AdministrationProblems.TooLong(nameof(HeadNip), WorkUnit.NipMaxLength)
        : null;

    private async Task<Problem?> FaultOfPredicateAsync(AppDbContext db, InstrumentLibrary instruments, int thisYear, CancellationToken ct)
    {
        if (HeldPredicate is null)
        {
            return HeldSinceYear is null ? null : AdministrationProblems.HeldPredicateMissing;
        }

        if (HeldSinceYear is not { } year)
        {
            return AdministrationProblems.HeldSinceMissing;
        }

        if (year < FirstYear || year > thisYear)
        {
            return AdministrationProblems.HeldSinceOutOfRange(FirstYear, thisYear);
        }

        foreach (var version in await db.InstrumentVersions.Select(version => version.Id).ToListAsync(ct))
        {
            if ((await instruments.GetAsync(db, version, ct)).Predicate(HeldPredicate) is not null)
            {
                return null;
            }
        }

        return AdministrationProblems.UnknownPredicate;
    }
}
