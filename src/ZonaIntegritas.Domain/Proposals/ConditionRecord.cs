namespace ZonaIntegritas.Domain.Proposals;

/// <summary>What is recorded about one condition of the proposal (P5 Tabel 5), for a unit or for the instansi, in one period.</summary>
public sealed class ConditionRecord
{
    public const int ValueMaxLength = 40;
    public const int BasisMaxLength = 1000;

    private ConditionRecord()
    {
    }

    /// <param name="unitId">Null for a condition of the instansi.</param>
    public ConditionRecord(Guid id, Guid periodId, Guid? unitId, string code) => (Id, PeriodId, UnitId, Code) = (id, periodId, unitId, code);

    public Guid Id { get; private set; }

    public Guid PeriodId { get; private set; }

    public Guid? UnitId { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>As recorded: "WTP", "BB", "3", "100", "ya".</summary>
    public string Value { get; private set; } = "";

    /// <summary>Number and title of the document it stands in.</summary>
    public string Basis { get; private set; } = "";

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>A version from the unit's library.</summary>
    public Guid? EvidenceVersionId { get; private set; }

    public string? Url { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Goes up with each change; a save that names an older one is stale.</summary>
    public int Version { get; private set; }

    /// <summary>A new value has to be confirmed anew.</summary>
    public void Record(ConditionEntry entry, Guid by, DateTimeOffset at)
    {
        (Value, Basis, DocumentDate) = (entry.Value.Trim(), entry.Basis.Trim(), entry.DocumentDate);
        (EvidenceVersionId, Url) = (entry.EvidenceVersionId, entry.Url);
        (RecordedBy, RecordedAt, ConfirmedBy, ConfirmedAt) = (by, at, null, null);
        Version++;
    }

    public void Confirm(Guid by, DateTimeOffset at)
    {
        (ConfirmedBy, ConfirmedAt) = (by, at);
        Version++;
    }
}

public sealed record ConditionEntry(string Value, string Basis, DateOnly? DocumentDate, Guid? EvidenceVersionId = null, string? Url = null);
