using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Content;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>The demo's evidence files, received but not kept until everything else has succeeded.</summary>
public sealed class DemoShelf(FileStore store) : IDisposable
{
    private readonly Dictionary<string, ReceivedFile> _received = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<(DemoEvidence, DemoEvidencePlace)> _waiting = [];

    public async Task ReceiveAsync(IReadOnlyList<DemoEvidence> plan, long maxBytes, CancellationToken ct)
    {
        foreach (var item in plan)
        {
            await using var content = File.OpenRead(Path.Combine(DemoFiles.Folder, "evidence", item.File));
            var received = await store.ReceiveAsync(content, maxBytes, ct);
            _received.Add(item.File, received);
            _waiting.UnionWith(item.Sheets.Select(place => (item, place)));
            using var inspected = received.Open();
            if (EvidenceInspection.Inspect(inspected, TypeOf(item)).Problem is { } problem)
            {
                throw new InvalidDataException($"{item.File}: {problem.Message}");
            }
        }
    }

    /// <summary>Puts this sheet's files forward for their questions.</summary>
    /// <param name="momentOf">When the unit answered the question.</param>
    public void Attach(AppDbContext db, OpenSheet sheet, int yearsAgo, Actor by, Func<string, DateTimeOffset> momentOf)
    {
        var place = new DemoEvidencePlace(sheet.Unit.ShortName, yearsAgo);
        foreach (var item in _waiting.Where(waiting => waiting.Item2 == place).Select(waiting => waiting.Item1).ToList())
        {
            var at = momentOf(item.Questions[0]);
            var version = AddItem(db, item, sheet, by, at);
            db.EvidenceLinks.AddRange(item.Questions.Select(code =>
                new EvidenceLink(Guid.CreateVersion7(at), sheet.Assessment.Id, code, version, by.UserId, momentOf(code))));
            _waiting.Remove((item, place));
        }
    }

    private EvidenceVersion AddItem(AppDbContext db, DemoEvidence item, OpenSheet sheet, Actor by, DateTimeOffset at)
    {
        var (received, name) = (_received[item.File], NameOf(item, sheet.Period.Year));
        if (_contents.Add(received.Sha256))
        {
            db.EvidenceContents.Add(new(received.Sha256, received.Size, ScanState.NotScanned, at));
        }

        var entry = new EvidenceItem(Guid.CreateVersion7(at), sheet.Unit.Id, Path.GetFileNameWithoutExtension(name), by.UserId, at);
        var origin = new EvidenceVersion.Origin(Guid.CreateVersion7(at), entry.Id, sheet.Unit.Id, entry.NextVersion(), by.UserId, at);
        var version = EvidenceVersion.OfFile(origin, name, TypeOf(item), received.Size, received.Sha256, ContentWarning.None);
        db.EvidenceItems.Add(entry);
        db.EvidenceVersions.Add(version);
        return version;
    }

    /// <exception cref="InvalidDataException">A file is meant for a sheet that does not exist.</exception>
    public void Keep()
    {
        if (_waiting.Count > 0)
        {
            var (item, place) = _waiting.First();
            throw new InvalidDataException($"evidence.json: {item.File} has no sheet of {place.Unit}, {place.YearsAgo} years ago.");
        }

        foreach (var received in _received.Values)
        {
            store.Keep(received);
        }
    }

    public void Dispose()
    {
        foreach (var received in _received.Values)
        {
            received.Dispose();
        }
    }

    private static string NameOf(DemoEvidence item, int year)
    {
        var name = DemoCalendar.Fill(item.Name, year);
        return EvidenceName.Clean(name) == name ? name : throw new InvalidDataException($"{item.File}: \"{name}\" is not a clean name.");
    }

    private static EvidenceType TypeOf(DemoEvidence item) =>
        EvidenceTypes.FromName(item.Name) ?? throw new InvalidDataException($"{item.File}: \"{item.Name}\" has no accepted kind.");
}
