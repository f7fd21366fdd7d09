using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Tests.Data;

/// <summary>An installation from before versions keeps every file, link and judgement.</summary>
public sealed class EvidenceMigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zi-migration-").FullName;

    [Fact]
    public async Task Files_become_items_with_one_version_and_links_lead_to_them()
    {
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>()
            .UseSqlite($"Data Source={Path.Combine(_folder, "lama.db")};Pooling=False").Options);
        await db.GetService<IMigrator>().MigrateAsync("PostponeAndFenceStoredWork");
        await db.Database.ExecuteSqlRawAsync(Before);

        await db.Database.MigrateAsync();

        var items = await db.EvidenceItems.AsNoTracking().OrderBy(item => item.Title).ToListAsync();
        Assert.Equal(["a.pdf", "salinan a.pdf"], items.Select(item => item.Title));
        Assert.All(items, item => Assert.Equal(1, item.LatestVersion));
        Assert.Equal(77, Assert.Single(await db.EvidenceContents.AsNoTracking().ToListAsync()).Size);
        var links = await db.EvidenceLinks.AsNoTracking().OrderBy(link => link.QuestionCode).ToListAsync();
        Assert.Equal([("A.I.1.i.a", false), ("A.I.1.i.b", true)], links.Select(link => (link.QuestionCode, link.DetachedAt is not null)));
        Assert.All(links, link => Assert.Contains(items, item => item.Id == link.ItemId && link.VersionId == item.Id));
        var judged = Assert.Single(await db.JudgedEvidence.AsNoTracking().ToListAsync());
        Assert.Equal(("A.I.1.i.a", links[0].Id, links[0].VersionId), (judged.QuestionCode, judged.LinkId, judged.VersionId));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Before =
        """
        INSERT INTO WorkUnits (Id, Name, ShortName, Zone, City, HeadName, HeadNip) VALUES ('00000000-0000-0000-0000-000000000001', 'Dinas', 'DPMPTSP', 'WIB', '', '', '');
        INSERT INTO InstrumentVersions (Id, InstrumentId, Version, Name, Sha256, Json, LoadedAt) VALUES ('00000000-0000-0000-0000-000000000002', 'x', '1', 'X', '', '{{}}', '2026-01-01');
        INSERT INTO Periods (Id, Year, InstrumentVersionId, FillFrom, FillUntil, ReviewUntil) VALUES ('00000000-0000-0000-0000-000000000003', 2026, '00000000-0000-0000-0000-000000000002', '2026-01-01', '2026-02-01', '2026-03-01');
        INSERT INTO Assessments (Id, UnitId, PeriodId, Target, Status) VALUES ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000003', 'WBK', 'InReview');
        INSERT INTO EvidenceFiles (Id, UnitId, Name, Type, Size, Sha256, UploadedBy, UploadedAt) VALUES
          ('00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000001', 'a.pdf', 'Pdf', 77, 'aa', '00000000-0000-0000-0000-000000000009', '2026-01-05'), ('00000000-0000-0000-0000-000000000006', '00000000-0000-0000-0000-000000000001', 'salinan a.pdf', 'Pdf', 77, 'aa', '00000000-0000-0000-0000-000000000009', '2026-01-06');
        INSERT INTO EvidenceLinks (Id, AssessmentId, QuestionCode, FileId, AttachedBy, AttachedAt, DetachedBy, DetachedAt) VALUES
          ('00000000-0000-0000-0000-000000000007', '00000000-0000-0000-0000-000000000004', 'A.I.1.i.a', '00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000009', '2026-01-05', NULL, NULL), ('00000000-0000-0000-0000-000000000008', '00000000-0000-0000-0000-000000000004', 'A.I.1.i.b', '00000000-0000-0000-0000-000000000006', '00000000-0000-0000-0000-000000000009', '2026-01-06', '00000000-0000-0000-0000-000000000009', '2026-01-07');
        INSERT INTO Answers (Id, AssessmentId, Layer, QuestionCode, Value, Note, ChangedBy, ChangedAt, Version) VALUES
          ('00000000-0000-0000-0000-000000000010', '00000000-0000-0000-0000-000000000004', 'Tpi', 'A.I.1.i.a', '"Ya"', '', '00000000-0000-0000-0000-000000000009', '2026-02-05', 1), ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000004', 'Tpi', 'A.I.1.i.b', '"A"', '', '00000000-0000-0000-0000-000000000009', '2026-02-05', 1);
        """;
}
