using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>Which sheet a workbook is of; written into it, so that it never comes back to another.</summary>
/// <param name="InstrumentSha256">Of the instrument's file: the same words and weights, whatever the version says.</param>
public sealed record BookIdentity(
    Guid AssessmentId, string Unit, string UnitShort, int Year, string Instrument, string InstrumentVersion, string InstrumentSha256,
    int Engine, string ExportedAt);

/// <param name="Notes">By question code.</param>
public sealed record BookLayer(ScoreSheet Score, IReadOnlyDictionary<string, string> Notes)
{
    public AnswerValue? Answer(string code) => Score.Lines.First(line => line.Question.Code == code).Answer;

    public string Note(string code) => Notes.GetValueOrDefault(code, "");
}

/// <param name="Address">Where it is opened: its own address, or the app's.</param>
public sealed record BookEvidence(string Code, string Name, string Place, string Address);

/// <summary>What a workbook shows, read at one moment.</summary>
/// <param name="Tpi">Null for whoever may not see TPI's judgement: its columns then stay empty.</param>
/// <param name="Held">Predicates the unit holds.</param>
public sealed record LkeBook(
    BookIdentity Identity, Instrument Instrument, BookLayer Unit, BookLayer? Tpi, ILookup<string, BookEvidence> Evidence, IReadOnlyCollection<string> Held)
{
    public string FileName => $"LKE {Identity.UnitShort.Replace('/', '-')} {Identity.Year.ToString(Indonesian.Culture)}.xlsx";
}
