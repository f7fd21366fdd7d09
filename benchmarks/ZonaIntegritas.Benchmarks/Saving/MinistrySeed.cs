using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Seeding;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Benchmarks.Saving;

/// <summary>An office of any size: units with a coordinator, a sheet, its score and, if wanted, its answers and their trail.</summary>
/// <param name="queued">Whether writers wait in line as in the app; without it the provider alone decides.</param>
internal sealed class MinistrySeed(string folder, bool queued = true) : IDbContextFactory<AppDbContext>
{
    public static readonly DateTimeOffset Now = new(2026, 5, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly DbContextOptions<AppDbContext> _options = Options(Path.Combine(folder, "ministry.db"), queued);

    public List<AppUser> Coordinators { get; } = [];

    public List<Assessment> Sheets { get; } = [];

    public AppUser Administrator { get; } = Person("Administrator");

    public Instrument Instrument { get; private set; } = null!;

    public AssessmentPeriod Period { get; private set; } = null!;

    public AppDbContext CreateDbContext() => new(_options);

    public static Authorizer SignIn(AppUser person)
    {
        var current = new CurrentUser();
        current.Set(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new("AspNet.Identity.SecurityStamp", person.SecurityStamp!)], "bench")));
        return new(current);
    }

    /// <param name="traces">Lines of the trail for each answer.</param>
    public async Task FillAsync(int units, bool withAnswers, int traces = 3)
    {
        await using (var db = CreateDbContext())
        {
            await db.Database.MigrateAsync();
            await new InstrumentSeeder(TimeProvider.System).SeedAsync(db, default);
            var version = await db.InstrumentVersions.OrderBy(known => known.Id).FirstAsync();
            Instrument = await new InstrumentLibrary().GetAsync(db, version.Id, default);
            Period = new(Guid.CreateVersion7(), 2026, version.Id, new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30));
            IdentityRole<Guid>[] roles = [.. Enum.GetNames<Role>().Select(name => new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7() })];
            db.AddRange(roles);
            db.AddRange(Period, Administrator, new IdentityUserRole<Guid> { UserId = Administrator.Id, RoleId = RoleId(roles, Role.Administrator) });
            await db.SaveChangesAsync();
            for (var from = 0; from < units; from += 200)
            {
                await AddUnitsAsync(from, Math.Min(200, units - from), RoleId(roles, Role.Koordinator), withAnswers, traces);
            }
        }
    }

    private async Task AddUnitsAsync(int from, int count, Guid role, bool withAnswers, int traces)
    {
        await using var db = CreateDbContext();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var values = Instrument.Places.ToDictionary(place => place.Question.Code, place => First(place.Question));
        var score = ScoringEngine.Score(Instrument, values);
        for (var number = from; number < from + count; number++)
        {
            var unit = new WorkUnit(Guid.CreateVersion7(), $"Dinas nomor {number}", string.Create(CultureInfo.InvariantCulture, $"D-{number:0000}"), IndonesianZone.WIB);
            var coordinator = Person($"Koordinator {number}");
            coordinator.UnitId = unit.Id;
            var sheet = new Assessment(Guid.CreateVersion7(), unit.Id, Period, "WBK");
            var stored = new StoredScore(sheet.Id, Layer.Unit);
            stored.Take(score, "WBK", Eligibility.DecideAll(score, []), Now);
            db.AddRange(unit, coordinator, sheet, stored, new IdentityUserRole<Guid> { UserId = coordinator.Id, RoleId = role });
            Coordinators.Add(coordinator);
            Sheets.Add(sheet);
            if (withAnswers)
            {
                AddAnswers(db, unit, sheet, coordinator, values, traces);
            }
        }

        await db.SaveChangesAsync();
    }

    private static void AddAnswers(
        AppDbContext db, WorkUnit unit, Assessment sheet, AppUser by, Dictionary<string, AnswerValue> values, int traces)
    {
        foreach (var (code, value) in values)
        {
            var answer = new Answer(Guid.CreateVersion7(), sheet.Id, Layer.Unit, code);
            answer.Change(value, "Sudah ditetapkan dengan SK kepala dinas dan disosialisasikan.", by.Id, Now);
            db.Add(answer);
            for (var trace = 0; trace < traces; trace++)
            {
                var at = Now.AddMinutes(-trace);
                db.Add(new AuditEntry(
                    Guid.CreateVersion7(at), at, by.Id, AuditAction.AnswerSaved, new(unit.Id, sheet.Id, code, Layer: Layer.Unit), "", new("Tidak", "Ya"), "10.0.0.1"));
            }
        }
    }

    private static DbContextOptions<AppDbContext> Options(string file, bool queued)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        if (queued)
        {
            options.UseAppDatabase(file, new WriterLine());
        }
        else
        {
            options.UseSqlite($"Data Source={file};Default Timeout=30");
        }

        return options.Options;
    }

    private static AnswerValue First(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options[0].Key),
        ScaleKind.Level => new LevelAnswer(question.Scale.Maximum),
        ScaleKind.Counted => new CountsAnswer(question.Formula!.Inputs.ToDictionary(input => input.Key, _ => 1L)),
        _ => throw new InvalidOperationException($"Unknown scale {question.Scale.Kind}."),
    };

    private static Guid RoleId(IEnumerable<IdentityRole<Guid>> roles, Role role) => roles.Single(known => known.Name == role.ToString()).Id;

    private static AppUser Person(string name)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, FullName = name, UserName = id.ToString(), SecurityStamp = "stamp" };
    }
}
