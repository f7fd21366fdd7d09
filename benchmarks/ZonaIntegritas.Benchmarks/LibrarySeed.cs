using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Seeding;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Benchmarks;

/// <summary>A ministry's evidence: 200,000 documents, of which one unit has 20,000, over sheets of three years.</summary>
internal sealed class LibrarySeed(string folder) : IDbContextFactory<AppDbContext>
{
    public const int Documents = 200_000;
    public const int OfTheUnit = 20_000;

    private const int OtherUnits = 60;
    private const int Batch = 5_000;

    private static readonly string[] Subjects = ["SK Tim ZI", "Notulen rapat", "Laporan monev", "SOP layanan", "Undangan sosialisasi", "Rencana aksi", "Foto apel", "Rekap survei"];
    private static readonly DateTimeOffset Start = new(2024, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private readonly DbContextOptions<AppDbContext> _options = new DbContextOptionsBuilder<AppDbContext>()
        .UseSqlite($"Data Source={Path.Combine(folder, "library.db")}").Options;

    public WorkUnit Unit { get; private set; } = new(Guid.CreateVersion7(), "Dinas Penanaman Modal", "DPMPTSP", IndonesianZone.WIB);

    public AppUser Coordinator { get; private set; } = new() { Id = Guid.CreateVersion7(), FullName = "Sri Wahyuni", UserName = "sri", SecurityStamp = "stamp" };

    public AppDbContext CreateDbContext() => new(_options);

    public Authorizer SignedIn()
    {
        var current = new CurrentUser();
        current.Set(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, Coordinator.Id.ToString()), new("AspNet.Identity.SecurityStamp", Coordinator.SecurityStamp!)], "bench")));
        return new(current);
    }

    /// <summary>Fills a new database, or takes the one that an earlier run has kept.</summary>
    /// <returns>Question codes of the instrument.</returns>
    public async Task<IReadOnlyList<string>> FillAsync()
    {
        await using var db = CreateDbContext();
        await db.Database.MigrateAsync();
        if (await db.WorkUnits.AnyAsync())
        {
            (Unit, Coordinator) = (await db.WorkUnits.SingleAsync(unit => unit.ShortName == Unit.ShortName), await db.Users.SingleAsync());
        }

        await new InstrumentSeeder(TimeProvider.System).SeedAsync(db, default);
        var version = await db.InstrumentVersions.OrderBy(known => known.Id).FirstAsync();
        var instrument = Domain.Instruments.InstrumentFile.Read(System.Text.Encoding.UTF8.GetBytes(version.Json)).Instrument!;
        string[] codes = [.. instrument.Places.Select(place => place.Question.Code)];
        if (!await db.WorkUnits.AnyAsync())
        {
            await FillAsync(db, version.Id, codes);
        }

        return codes;
    }

    private async Task FillAsync(AppDbContext db, Guid instrument, string[] codes)
    {
        AssessmentPeriod[] periods = [.. ((int[])[2024, 2025, 2026]).Select(year =>
            new AssessmentPeriod(Guid.CreateVersion7(), year, instrument, new(year, 1, 5), new(year, 10, 17), new(year, 11, 30)))];
        var role = new IdentityRole<Guid>(nameof(Role.Koordinator)) { Id = Guid.CreateVersion7() };
        Coordinator.UnitId = Unit.Id;
        db.AddRange(Unit, Coordinator, role, new IdentityUserRole<Guid> { UserId = Coordinator.Id, RoleId = role.Id });
        db.AddRange(periods);
        WorkUnit[] units = [Unit, .. Enumerable.Range(1, OtherUnits).Select(number =>
            new WorkUnit(Guid.CreateVersion7(), $"Dinas {number}", string.Create(CultureInfo.InvariantCulture, $"D{number}"), IndonesianZone.WIB))];
        db.AddRange(units[1..]);
        var sheets = units.ToDictionary(unit => unit.Id, unit => periods.Select(period => new Assessment(Guid.CreateVersion7(), unit.Id, period, "WBK")).ToArray());
        db.AddRange(sheets.Values.SelectMany(own => own));
        await db.SaveChangesAsync();
        for (var from = 0; from < Documents; from += Batch)
        {
            await AddBatchAsync(from, units, sheets, codes);
        }
    }

    private async Task AddBatchAsync(int from, WorkUnit[] units, Dictionary<Guid, Assessment[]> sheets, string[] codes)
    {
        await using var db = CreateDbContext();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var number = from; number < from + Batch; number++)
        {
            // Spread over the years, so that the big unit's documents do not lie side by side in the file.
            var unit = number % (Documents / OfTheUnit) == 0 ? units[0] : units[1 + (number % OtherUnits)];
            AddDocument(db, number, unit, sheets[unit.Id], codes);
        }

        await db.SaveChangesAsync();
    }

    private void AddDocument(AppDbContext db, int number, WorkUnit unit, Assessment[] sheets, string[] codes)
    {
        var (at, mix) = (Start.AddMinutes(number * 6), (number * 31) + (number / 7));
        var item = new EvidenceItem(Guid.CreateVersion7(at), unit.Id, $"{Subjects[mix % Subjects.Length]} {number}", Coordinator.Id, at);
        var day = DateOnly.FromDateTime(at.Date);
        item.Describe(new(
            item.Title, (EvidenceKind)(mix % 12), mix % 3 == 0 ? null : day, null, null, mix % 5 == 0 ? day.AddYears(2) : null, $"700/{number}/{at.Year}", ""));
        db.Add(item);
        EvidenceVersion newest = null!;
        for (var version = 0; version < 1 + (mix % 4 / 3); version++)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes((number * 2L) + version)));
            db.Add(new EvidenceContent(hash, 100_000 + mix, mix % 400 == 0 ? ScanState.Waiting : ScanState.Clean, at));
            newest = EvidenceVersion.OfFile(
                new(Guid.CreateVersion7(at), item.Id, unit.Id, item.NextVersion(), Coordinator.Id, at), $"{item.Title}.pdf", EvidenceType.Pdf, 100_000 + mix, hash,
                mix % 200 == 0 ? ContentWarning.PasswordProtected : ContentWarning.None);
            db.Add(newest);
        }

        // Every fourth is on no question, the others on one to three of the sheet of their year.
        for (var link = 0; link < mix % 4; link++)
        {
            db.Add(new EvidenceLink(Guid.CreateVersion7(at), sheets[at.Year - 2024].Id, codes[(mix + (link * 7)) % codes.Length], newest, Coordinator.Id, at));
        }
    }
}
