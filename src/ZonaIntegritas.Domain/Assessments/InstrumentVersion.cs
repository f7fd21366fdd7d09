namespace ZonaIntegritas.Domain.Assessments;

/// <summary>An instrument file as it was loaded, kept byte for byte: a sheet refers to exactly this text for ever.</summary>
public sealed class InstrumentVersion
{
    private InstrumentVersion()
    {
    }

    public InstrumentVersion(Guid id, string instrumentId, string version, string name, string json, string sha256, DateTimeOffset loadedAt)
    {
        (Id, InstrumentId, Version, Name) = (id, instrumentId, version, name);
        (Json, Sha256, LoadedAt) = (json, sha256, loadedAt);
    }

    public Guid Id { get; private set; }

    public string InstrumentId { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Json { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public DateTimeOffset LoadedAt { get; private set; }
}
