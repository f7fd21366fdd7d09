using System.Text.Json;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>File "office.json": the invented province, with one password for all its people.</summary>
public sealed record DemoOffice(string Password, IReadOnlyList<DemoUnit> Units, IReadOnlyList<DemoPerson> People);

/// <param name="Held">Predicates in the order they were awarded.</param>
public sealed record DemoUnit(
    string ShortName, string Name, IndonesianZone Zone, string City, string Head, string HeadNip, IReadOnlyList<DemoHeld> Held);

public sealed record DemoHeld(string Predicate, int YearsAgo);

/// <param name="Unit">Short name of the own unit.</param>
/// <param name="Evaluates">Short names of the units that an evaluator judges.</param>
/// <param name="Areas">By unit, the areas an evaluator is limited to.</param>
public sealed record DemoPerson(
    string Email, string Name, Role Role, string Position, string Nip, string? Unit = null, IReadOnlyList<string>? Evaluates = null,
    ReviewTier Tier = ReviewTier.Member, IReadOnlyDictionary<string, IReadOnlyList<string>>? Areas = null);

/// <summary>A file of sheets: all units of one period, which is so many years before the year of seeding.</summary>
public sealed record DemoYear(int YearsAgo, IReadOnlyList<DemoSheet> Sheets);

/// <summary>First and last day of some work, counted from the day the period opened.</summary>
/// <param name="By">E-mail of the coordinator who answers.</param>
/// <param name="Status">Where the sheet has to end; the journey is checked against it.</param>
/// <param name="Notes">Keys of sentences by question code.</param>
public sealed record DemoSheet(
    string Unit,
    string Target,
    AssessmentStatus Status,
    string By,
    IReadOnlyList<int> Days,
    IReadOnlyDictionary<string, JsonElement>? Answers = null,
    IReadOnlyDictionary<string, string>? Notes = null,
    DemoReview? Review = null);

/// <param name="Areas">Codes of the areas and outcomes that TPI has judged.</param>
/// <param name="Lead">Codes of the areas that the ketua tim has judged too; all of them once the LHE is out.</param>
/// <param name="Differs">Where TPI does not agree with the unit; elsewhere its answer is the unit's.</param>
public sealed record DemoReview(
    string By,
    IReadOnlyList<int> Days,
    IReadOnlyList<string> Areas,
    IReadOnlyDictionary<string, DemoOpinion>? Differs = null,
    IReadOnlyDictionary<string, string>? Notes = null,
    IReadOnlyList<DemoReturn>? Returned = null,
    IReadOnlyList<string>? Lead = null)
{
    public DemoReturn? ReturnOf(string questionCode) => Returned?.FirstOrDefault(item => item.Question == questionCode);
}

/// <param name="Note">Key of a sentence.</param>
public sealed record DemoOpinion(JsonElement Answer, string Note);

/// <param name="Response">Absent while the question still waits for the unit.</param>
/// <param name="ClosedDay">Absent while TPI has not looked again.</param>
public sealed record DemoReturn(
    string Question, string Reason, int Day, string? Response = null, int? RepairedDay = null, int? ClosedDay = null);

/// <summary>File "sentences.json": notes by key, for units and for TPI.</summary>
public sealed record DemoSentences(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Tpi);

/// <summary>A document of some units' libraries. Texts may hold {tahun} and {lalu}.</summary>
/// <param name="File">Name inside the folder "evidence"; null for a link.</param>
/// <param name="Name">The name people see.</param>
/// <param name="Questions">Empty for a document that lies in the library unused.</param>
/// <param name="Earlier">The file of a first version; <paramref name="File"/> is then the second.</param>
/// <param name="JudgedEarlier">Whether TPI judged the first version and has not looked at the second.</param>
public sealed record DemoEvidence(
    string Name,
    IReadOnlyList<string> Questions,
    IReadOnlyList<DemoEvidencePlace> Sheets,
    EvidenceKind Kind,
    string? File = null,
    DemoLink? Link = null,
    string? Date = null,
    string? CoversFrom = null,
    string? CoversUntil = null,
    string? ValidUntil = null,
    string Number = "",
    string Description = "",
    string? Earlier = null,
    bool JudgedEarlier = false,
    IReadOnlyDictionary<string, DemoPlace>? Places = null);

/// <summary>What the last check of an address met.</summary>
public sealed record DemoLink(string Url, LinkState State, string Remark);

/// <summary>Where in the document the proof stands, and which suggested document it is.</summary>
public sealed record DemoPlace(int? Page = null, string Passage = "", string Suggestion = "");

public sealed record DemoEvidencePlace(string Unit, int YearsAgo);
