namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>File "conditions.json". Texts and dates may hold {tahun} and {lalu}; days count from the day the period opened.</summary>
/// <param name="Usual">What a unit records by code; a unit's own plan says what is different there.</param>
/// <param name="Earlier">Of every sheet of an earlier year whose LHE is out.</param>
public sealed record DemoConditionPlan(
    IReadOnlyList<DemoInstansiConditions> Instansi,
    IReadOnlyDictionary<string, DemoCondition> Usual,
    IReadOnlyList<DemoUnitConditions> Units,
    DemoEarlierConditions Earlier,
    IReadOnlyList<DemoAffirmation> Affirmed);

/// <param name="Document">Title of a document in the unit's library.</param>
public sealed record DemoCondition(string Value, string Basis, string Date, string? Document = null);

public sealed record DemoInstansiConditions(
    int YearsAgo, int RecordedDay, int ConfirmedDay, IReadOnlyDictionary<string, DemoCondition> Conditions);

/// <param name="By">Null for the unit's first coordinator.</param>
/// <param name="Unconfirmed">Codes that the ketua tim has not confirmed yet.</param>
/// <param name="Url">Proves every condition instead of documents.</param>
public sealed record DemoUnitConditions(
    string Unit, int YearsAgo, string? By, int RecordedDay, int ConfirmedDay,
    IReadOnlyList<string> Unconfirmed, IReadOnlyList<string> Missing, IReadOnlyDictionary<string, DemoCondition> Differs, string? Url = null);

public sealed record DemoEarlierConditions(int RecordedDay, int ConfirmedDay, string Url)
{
    public DemoUnitConditions ToPlan() => new("", 0, null, RecordedDay, ConfirmedDay, [], [], new Dictionary<string, DemoCondition>(), Url);
}

public sealed record DemoAffirmation(string Unit, string Basis);
