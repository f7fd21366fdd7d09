using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>What is typed about a condition.</summary>
internal sealed class ConditionInput
{
    public string Value { get; set; } = "";

    public string Basis { get; set; } = "";

    public DateOnly? DocumentDate { get; set; }

    public string Url { get; set; } = "";

    public EvidenceRef? Evidence { get; set; }

    public static ConditionInput From(RecordRow? record) => record is null ? new() : new()
    {
        Value = record.Entry.Value,
        Basis = record.Entry.Basis,
        DocumentDate = record.Entry.DocumentDate,
        Url = record.Entry.Url ?? "",
        Evidence = record.Evidence,
    };

    public ConditionEntry ToEntry() => new(Value, Basis, DocumentDate, Evidence?.VersionId, Url);
}
