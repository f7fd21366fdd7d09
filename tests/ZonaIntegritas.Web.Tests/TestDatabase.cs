using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data.Seeding;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Live;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>
/// A real SQLite file in a folder of its own, with the real migrations, instrument and roles, and short ways to fill it.
/// Migrated once per test run and copied from then on.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<AppDbContext>, IDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly DbContextOptions<AppDbContext> _options;
    private int _people;

    private TestDatabase(string folder, DateTimeOffset now)
    {
        Folder = folder;
        Clock = new(now);
        Storage = Options.Create(new StorageOptions { DataFolder = folder });
        Sheets = new(Instruments, Clock);
        _options = new DbContextOptionsBuilder<AppDbContext>(OptionsFor(Storage.Value.DatabaseFile))
            .AddInterceptors(new SheetChangeInterceptor(Broadcast)).Options;
    }

    /// <summary>10 October 2026, 07:00 WIB, unless told otherwise: a week before filling in closes.</summary>
    public FakeTimeProvider Clock { get; }

    public string Folder { get; }

    public IOptions<StorageOptions> Storage { get; }

    public InstrumentLibrary Instruments { get; } = new();

    /// <summary>Tells open pages of what is committed here, as in the app.</summary>
    public SheetBroadcast Broadcast { get; } = new();

    public SheetKeeper Sheets { get; }

    public static async Task<TestDatabase> CreateAsync(DateTimeOffset? now = null)
    {
        var folder = Directory.CreateTempSubdirectory("zi-test-").FullName;
        var database = new TestDatabase(folder, now ?? new(2026, 10, 10, 0, 0, 0, TimeSpan.Zero));
        File.Copy(await Template.Value, database.Storage.Value.DatabaseFile);
        return database;
    }

    public AppDbContext CreateDbContext() => new(_options);

    /// <summary>The same database as a process sees it that also has these interceptors.</summary>
    public IDbContextFactory<AppDbContext> With(params IInterceptor[] interceptors) =>
        new Factory(new DbContextOptionsBuilder<AppDbContext>(_options).AddInterceptors(interceptors).Options);

    /// <summary>A page that is still open may be reading at this moment: its file is then waited for.</summary>
    public void Dispose()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 100 && Directory.Exists(Folder))
            {
                Thread.Sleep(50);
            }
        }
    }

    public Task<WorkUnit> AddUnitAsync(string shortName = "DPMPTSP", IndonesianZone zone = IndonesianZone.WIB) =>
        AddAsync(new WorkUnit(NewId(), $"Dinas {shortName}", shortName, zone));

    /// <param name="assigned">Units that an evaluator judges as ketua tim; other tiers by <see cref="AssignAsync"/>.</param>
    public async Task<AppUser> AddUserAsync(Role role, WorkUnit? unit = null, string name = "Sri Wahyuni", params WorkUnit[] assigned)
    {
        var email = $"orang{++_people}@contoh.test";
        var user = new AppUser
        {
            Id = NewId(),
            FullName = name,
            UnitId = unit?.Id,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = NewId().ToString("N"),
        };
        await using var db = CreateDbContext();
        var roleId = await db.Roles.Where(r => r.Name == role.ToString()).Select(r => r.Id).SingleAsync();
        db.Add(user);
        db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = roleId });
        await db.SaveChangesAsync();
        foreach (var of in assigned)
        {
            await AssignAsync(user, of, ReviewTier.Lead);
        }

        return user;
    }

    /// <param name="areas">None for all.</param>
    public Task<ReviewAssignment> AssignAsync(AppUser evaluator, WorkUnit unit, ReviewTier tier, params string[] areas) =>
        AddAsync(new ReviewAssignment(NewId(), evaluator.Id, unit.Id, tier, areas, null, Clock.GetUtcNow()));

    /// <summary>Every condition of P5 Tabel 5 recorded at its highest minimum and confirmed, for the unit and for the instansi.</summary>
    public async Task MeetConditionsAsync(WorkUnit unit, AssessmentPeriod period)
    {
        await using var db = CreateDbContext();
        foreach (var condition in ProposalConditions.All)
        {
            Guid? of = condition.Level == ConditionLevel.Unit ? unit.Id : null;
            if (await db.ConditionRecords.AnyAsync(known => known.PeriodId == period.Id && known.UnitId == of && known.Code == condition.Code))
            {
                continue;
            }

            var record = new ConditionRecord(NewId(), period.Id, of, condition.Code);
            record.Record(new(condition.Minimums.Wbbm, "Surat 1/2026", new DateOnly(2026, 1, 5)), unit.Id, Clock.GetUtcNow());
            record.Confirm(period.Id, Clock.GetUtcNow());
            db.Add(record);
        }

        await db.SaveChangesAsync();
    }

    public async Task EndAssignmentsAsync(AppUser? of = null)
    {
        await using var db = CreateDbContext();
        (await db.ReviewAssignments.Where(a => a.EndedAt == null && (of == null || a.EvaluatorId == of.Id)).ToListAsync())
            .ForEach(a => a.End(Guid.Empty, Clock.GetUtcNow(), "Uji."));
        await db.SaveChangesAsync();
    }

    /// <summary>Filling in until 17 October, evaluation until 30 November of the year.</summary>
    public async Task<AssessmentPeriod> AddPeriodAsync(int year = 2026)
    {
        await using var db = CreateDbContext();
        var instrument = await db.InstrumentVersions.OrderBy(v => v.Id).Select(v => v.Id).FirstAsync();
        var period = new AssessmentPeriod(NewId(), year, instrument, new(year, 1, 5), new(year, 10, 17), new(year, 11, 30));
        db.Add(period);
        await db.SaveChangesAsync();
        return period;
    }

    public Task<Assessment> AddSheetAsync(WorkUnit unit, AssessmentPeriod period, string target = "WBK") =>
        AddAsync(new Assessment(NewId(), unit.Id, period, target));

    /// <summary>Answers the first questions as well as can be, or all of them, and stores the score.</summary>
    /// <param name="by">Who answered; pages join the name, so they show only answers of a real person.</param>
    /// <param name="upTo">For TPI: the last tier that has judged; null for all of the team.</param>
    public async Task AnswerAsync(
        Assessment sheet, Layer layer = Layer.Unit, int? questions = null, AppUser? by = null, ReviewTier? upTo = null)
    {
        await using var db = CreateDbContext();
        var open = await Sheets.OpenAsync(db, sheet.Id, default);
        foreach (var question in open.Instrument.Places.Select(place => place.Question).Take(questions ?? int.MaxValue))
        {
            var answer = new Answer(NewId(), sheet.Id, layer, question.Code);
            answer.Change(BestAnswer(question), "", by?.Id ?? sheet.UnitId, Clock.GetUtcNow());
            db.Add(answer);
        }

        if (layer == Layer.Tpi)
        {
            await JudgeInEveryTierAsync(db, open, [.. open.Instrument.Places.Take(questions ?? int.MaxValue).Select(place => place.Question)], upTo);
        }

        await db.SaveChangesAsync();
        await SheetKeeper.RescoreAsync(db, open, layer, default);
    }

    /// <summary>Every tier of the unit's team holds the best answer, each after the one below, on the evidence of this moment.</summary>
    private async Task JudgeInEveryTierAsync(AppDbContext db, OpenSheet open, IReadOnlyList<Question> questions, ReviewTier? upTo)
    {
        var shares = (await db.ReviewAssignments.Where(a => a.UnitId == open.Unit.Id && a.EndedAt == null).ToListAsync())
            .Where(share => share.Tier <= (upTo ?? ReviewTier.Controller)).DistinctBy(share => share.Tier).OrderBy(share => share.Tier).ToList();
        foreach (var question in questions)
        {
            var below = 0;
            foreach (var share in shares)
            {
                var judgement = new TierJudgement(open.Assessment.Id, question.Code, share.Tier);
                judgement.Change(new(BestAnswer(question), ""), below, share.EvaluatorId, Clock.GetUtcNow());
                below = judgement.Version;
                db.Add(judgement);
            }
        }

        var codes = questions.Select(question => question.Code).ToHashSet();
        var links = await db.EvidenceLinks.Where(link => link.AssessmentId == open.Assessment.Id && link.DetachedAt == null).ToListAsync();
        db.AddRange(links.Where(link => codes.Contains(link.QuestionCode))
            .Select(link => new JudgedEvidence(open.Assessment.Id, Layer.Tpi, link.QuestionCode, new(link.Id, link.VersionId))));
    }

    /// <summary>Moves a sheet on by its own verbs: <c>ChangeAsync(sheet, open => open.Assessment.BeginReview(by, open.Now))</c>.</summary>
    public async Task ChangeAsync(Assessment sheet, Action<OpenSheet> change)
    {
        await using var db = CreateDbContext();
        change(await Sheets.OpenAsync(db, sheet.Id, default));
        await db.SaveChangesAsync();
    }

    /// <summary>Answers what is open and hands the sheet to TPI.</summary>
    public async Task SubmitAsync(Assessment sheet, AppUser by)
    {
        await AnswerAsync(sheet, by: by);
        await using var db = CreateDbContext();
        var open = await Sheets.OpenAsync(db, sheet.Id, default);
        var score = await SheetKeeper.ScoreAsync(db, sheet.Id, open.Instrument, Layer.Unit, default);
        Assert.Null(open.Assessment.Submit(score, new Dictionary<string, string>(), open.Period, by.Id, open.Now, open.Today).Problem);
        await db.SaveChangesAsync();
    }

    public Task ReturnAsync(Assessment sheet, AppUser by, string questionCode, string reason) => ChangeAsync(sheet, open =>
        Assert.Null(open.Assessment.Return(open.Instrument.Question(questionCode)!, reason, open.Period, by.Id, open.Now, open.Today).Problem));

    public async Task CloseAccountAsync(AppUser user)
    {
        await using var db = CreateDbContext();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsActive, false));
    }

    /// <summary>The authorizer of a circuit in which this person is signed in.</summary>
    public static Authorizer SignIn(AppUser user)
    {
        var current = new CurrentUser();
        current.Set(PrincipalOf(user));
        return new(current);
    }

    public static ClaimsPrincipal PrincipalOf(AppUser user) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new("AspNet.Identity.SecurityStamp", user.SecurityStamp!)], "test"));

    public static AnswerValue BestAnswer(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options[0].Key),
        ScaleKind.Level => new LevelAnswer(question.Scale.Maximum),
        ScaleKind.Counted => new CountsAnswer(question.Formula!.Inputs.ToDictionary(
            input => input.Key,
            input => question.Formula.Kind == FormulaKind.Decrease && question.Formula.Part.Contains(input.Key) ? 0L : 1L)),
        _ => throw new InvalidOperationException($"Unknown scale {question.Scale.Kind}."),
    };

    private static async Task<string> MakeTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("zi-template-").FullName, "template.db");
        await using var db = new AppDbContext(OptionsFor(file));
        await db.Database.MigrateAsync();
        await new InstrumentSeeder(TimeProvider.System).SeedAsync(db, default);
        db.Roles.AddRange(Enum.GetNames<Role>().Select(name =>
            new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7(), NormalizedName = name.ToUpperInvariant() }));
        await db.SaveChangesAsync();
        return file;
    }

    // Without pooling a closed file is really closed: it can be copied and deleted.
    private static DbContextOptions<AppDbContext> OptionsFor(string file) =>
        new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={file};Default Timeout=30;Pooling=False").Options;

    private sealed class Factory(DbContextOptions<AppDbContext> options) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => new(options);
    }

    private Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    private async Task<T> AddAsync<T>(T entity)
        where T : class
    {
        await using var db = CreateDbContext();
        db.Add(entity);
        await db.SaveChangesAsync();
        return entity;
    }
}
