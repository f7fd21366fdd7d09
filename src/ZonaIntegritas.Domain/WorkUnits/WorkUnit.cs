using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.WorkUnits;

/// <summary>Unit kerja: the office that builds a Zona Integritas.</summary>
public sealed class WorkUnit
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 40;
    public const int NipMaxLength = 40;
    public const int AffirmationBasisMaxLength = 500;

    private WorkUnit()
    {
    }

    public WorkUnit(Guid id, string name, string shortName, IndonesianZone zone)
    {
        (Id, Name, ShortName, Zone) = (id, name, shortName, zone);
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What people call it, for lists and charts: "DPMPTSP".</summary>
    public string ShortName { get; private set; } = "";

    public IndonesianZone Zone { get; private set; }

    /// <summary>Code of the predicate the unit holds today ("WBK", "WBBM"), if any.</summary>
    public string? HeldPredicate { get; private set; }

    public int? HeldSinceYear { get; private set; }

    public string HeadName { get; private set; } = "";

    public string HeadNip { get; private set; } = "";

    public string City { get; private set; } = "";

    /// <summary>Afirmasi (P5): may be proposed while still completing conditions. Set by a person with its basis, never guessed.</summary>
    public bool IsAffirmed { get; private set; }

    public string AffirmationBasis { get; private set; } = "";

    public Guid? AffirmedBy { get; private set; }

    public DateTimeOffset? AffirmedAt { get; private set; }

    public IReadOnlyCollection<string> HeldPredicates => HeldPredicate is null ? [] : [HeldPredicate];

    public void Rename(string name, string shortName, IndonesianZone zone) => (Name, ShortName, Zone) = (name, shortName, zone);

    public void Hold(string? predicate, int? sinceYear) => (HeldPredicate, HeldSinceYear) = (predicate, sinceYear);

    public void Affirm(bool affirmed, string basis, Guid by, DateTimeOffset at) =>
        (IsAffirmed, AffirmationBasis, AffirmedBy, AffirmedAt) = (affirmed, basis.Trim(), by, at);

    public void Describe(string city, string headName, string headNip) =>
        (City, HeadName, HeadNip) = (city, headName, headNip);
}
