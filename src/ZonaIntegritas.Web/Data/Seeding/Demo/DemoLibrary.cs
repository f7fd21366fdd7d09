using System.Globalization;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>The demo units' libraries: documents with their versions, where they are put forward, and what TPI had before it.</summary>
public sealed class DemoLibrary(IReadOnlyList<DemoEvidence> plan, DemoShelf shelf)
{
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);
    private readonly List<Shown> _shown = [];
    private readonly HashSet<(DemoEvidence, DemoEvidencePlace)> _waiting = [.. plan.SelectMany(item => item.Sheets.Select(place => (item, place)))];

    /// <summary>Puts this sheet's documents into the unit's library and forward for their questions.</summary>
    /// <param name="momentOf">When the unit answered the question.</param>
    public void Attach(AppDbContext db, OpenSheet sheet, int yearsAgo, Actor by, Func<string, DateTimeOffset> momentOf)
    {
        var place = new DemoEvidencePlace(sheet.Unit.ShortName, yearsAgo);
        foreach (var item in _waiting.Where(waiting => waiting.Item2 == place).Select(waiting => waiting.Item1).ToList())
        {
            var at = item.Questions.Count > 0 ? momentOf(item.Questions[0]) : sheet.Now;
            var versions = AddItem(db, item, sheet, by, at);
            foreach (var code in item.Questions)
            {
                PutForward(db, item, sheet, new(code, versions, by, momentOf(code)));
            }

            _waiting.Remove((item, place));
        }
    }

    /// <summary>What lay before TPI when it judged these questions.</summary>
    public void Judge(AppDbContext db, Guid assessmentId, Domain.Assessments.Layer layer, IReadOnlyCollection<string> codes) =>
        db.JudgedEvidence.AddRange(_shown.Where(shown => shown.AssessmentId == assessmentId && codes.Contains(shown.Code))
            .Select(shown => new JudgedEvidence(assessmentId, layer, shown.Code, new(shown.LinkId, shown.JudgedVersionId))));

    /// <exception cref="InvalidDataException">A document is meant for a sheet that does not exist.</exception>
    public void ExpectNothingLeft()
    {
        if (_waiting.Count > 0)
        {
            var (item, place) = _waiting.First();
            throw new InvalidDataException($"evidence.json: {item.Name} has no sheet of {place.Unit}, {place.YearsAgo} years ago.");
        }
    }

    private List<EvidenceVersion> AddItem(AppDbContext db, DemoEvidence plan, OpenSheet sheet, Actor by, DateTimeOffset at)
    {
        var year = sheet.Period.Year;
        var name = NameOf(plan, year);
        var item = new EvidenceItem(Guid.CreateVersion7(at), sheet.Unit.Id, name, by.UserId, at);
        var title = plan.File is null ? name : Path.GetFileNameWithoutExtension(name);
        Demand(plan, item.Describe(new(
            title, plan.Kind, DateOf(plan.Date, year), DateOf(plan.CoversFrom, year), DateOf(plan.CoversUntil, year), DateOf(plan.ValidUntil, year),
            DemoCalendar.Fill(plan.Number, year), DemoCalendar.Fill(plan.Description, year))));
        db.EvidenceItems.Add(item);
        var versions = ((string?[])[plan.Earlier, plan.File]).OfType<string>().Select(file => AddFile(db, item, shelf.Content(plan, file, year) with { Name = name }, by, at)).ToList();
        if (plan.Link is { } link)
        {
            versions.Add(AddLink(db, item, link, by, at));
        }

        return versions;
    }

    private EvidenceVersion AddFile(AppDbContext db, EvidenceItem item, NewContent content, Actor by, DateTimeOffset at)
    {
        if (_stored.Add(content.Sha256!))
        {
            db.EvidenceContents.Add(new(content.Sha256!, content.Size, ScanState.NotScanned, at));
        }

        return Add(db, item, by, at, EvidenceVersion.OfFile(OriginOf(item, by, at), content.Name, content.Type, content.Size, content.Sha256!, content.Warning));
    }

    private static EvidenceVersion AddLink(AppDbContext db, EvidenceItem item, DemoLink link, Actor by, DateTimeOffset at)
    {
        var version = EvidenceVersion.OfLink(OriginOf(item, by, at), link.Url);
        version.TakeLinkCheck(link.State, link.Remark, at);
        return Add(db, item, by, at, version);
    }

    private static EvidenceVersion Add(AppDbContext db, EvidenceItem item, Actor by, DateTimeOffset at, EvidenceVersion version)
    {
        db.EvidenceVersions.Add(version);
        db.Record(at, by.UserId, AuditAction.EvidenceVersionAdded, new(item.UnitId, ItemId: item.Id, VersionId: version.Id), $"versi {version.Number}");
        return version;
    }

    private static EvidenceVersion.Origin OriginOf(EvidenceItem item, Actor by, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), item.Id, item.UnitId, item.NextVersion(), by.UserId, at);

    private void PutForward(AppDbContext db, DemoEvidence plan, OpenSheet sheet, ForQuestion target)
    {
        var version = target.Versions[^1];
        var link = new EvidenceLink(Guid.CreateVersion7(target.At), sheet.Assessment.Id, target.Code, version, target.By.UserId, target.At);
        if (plan.Places?.GetValueOrDefault(target.Code) is { } place)
        {
            Demand(plan, link.PointAt(place.Page, place.Passage));
            link.Answer(SuggestionOf(plan, sheet, target.Code, place));
        }

        db.EvidenceLinks.Add(link);
        db.Record(
            target.At, target.By.UserId, AuditAction.EvidenceAttached,
            new(sheet.Unit.Id, sheet.Assessment.Id, target.Code, version.ItemId, version.Id), $"versi {version.Number}");
        _shown.Add(new(sheet.Assessment.Id, target.Code, link.Id, (plan.JudgedEarlier ? target.Versions[0] : version).Id));
    }

    private static string SuggestionOf(DemoEvidence plan, OpenSheet sheet, string code, DemoPlace place) =>
        place.Suggestion.Length == 0 || sheet.Instrument.Question(code)?.SuggestedEvidence.Contains(place.Suggestion) == true
            ? place.Suggestion
            : throw new InvalidDataException($"{plan.Name}: question {code} suggests no \"{place.Suggestion}\".");

    private static string NameOf(DemoEvidence item, int year)
    {
        var name = DemoCalendar.Fill(item.Name, year);
        return EvidenceName.Clean(name) == name ? name : throw new InvalidDataException($"\"{name}\" is not a clean name.");
    }

    private static DateOnly? DateOf(string? date, int year) =>
        date is null ? null : DateOnly.ParseExact(DemoCalendar.Fill(date, year), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Demand(DemoEvidence plan, Domain.Common.Result result)
    {
        if (result.Problem is { } problem)
        {
            throw new InvalidDataException($"{plan.Name}: {problem.Message}");
        }
    }

    private sealed record ForQuestion(string Code, IReadOnlyList<EvidenceVersion> Versions, Actor By, DateTimeOffset At);

    private sealed record Shown(Guid AssessmentId, string Code, Guid LinkId, Guid JudgedVersionId);
}
