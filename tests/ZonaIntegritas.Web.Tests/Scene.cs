using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>One unit with its coordinator, its evaluator and a sheet, and every use case as any person would call it.</summary>
public sealed class Scene : IDisposable
{
    /// <summary>First question of the instrument: Ya or Tidak.</summary>
    public const string YesNo = "A.I.1.i.a";

    /// <summary>Second question: A, B or C.</summary>
    public const string Abc = "A.I.1.i.b";

    /// <summary>
    /// What <see cref="TestDatabase.BestAnswer"/> earns for all 113 questions: 1 in each count is 1 of 3 for the two
    /// LHKPN and LHKASN questions of 1 point, so 100 − 2 × (1 − 1/3).
    /// </summary>
    public const decimal BestTotal = 98.66666666666666666666666667m;

    private Scene(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public WorkUnit Unit { get; private set; } = null!;

    public AppUser Coordinator { get; private set; } = null!;

    /// <summary>Ketua tim: the first to judge here, for the team has no anggota.</summary>
    public AppUser Evaluator { get; private set; } = null!;

    /// <summary>Pengendali teknis: judges after the evaluator and issues the LHE.</summary>
    public AppUser Controller { get; private set; } = null!;

    public AssessmentPeriod Period { get; private set; } = null!;

    public Assessment Sheet { get; private set; } = null!;

    public static async Task<Scene> CreateAsync(IndonesianZone zone = IndonesianZone.WIB, DateTimeOffset? now = null)
    {
        var scene = new Scene(await TestDatabase.CreateAsync(now));
        scene.Unit = await scene.Database.AddUnitAsync(zone: zone);
        scene.Coordinator = await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Sri Wahyuni");
        scene.Evaluator = await scene.Database.AddUserAsync(Role.Evaluator, null, "Tono Hartono", scene.Unit);
        scene.Controller = await scene.Database.AddUserAsync(Role.Evaluator, null, "Wayan Sudarsana");
        await scene.Database.AssignAsync(scene.Controller, scene.Unit, ReviewTier.Controller);
        scene.Period = await scene.Database.AddPeriodAsync();
        scene.Sheet = await scene.Database.AddSheetAsync(scene.Unit, scene.Period);
        return scene;
    }

    /// <summary>Moves a draft on: in repair means that <see cref="YesNo"/> was returned, concluded that the LHE says layak.</summary>
    public async Task MoveToAsync(AssessmentStatus status)
    {
        if (status == AssessmentStatus.Draft)
        {
            return;
        }

        await Database.SubmitAsync(Sheet, Coordinator);
        if (status == AssessmentStatus.InReview)
        {
            await Database.ChangeAsync(Sheet, open => open.Assessment.BeginReview(Evaluator.Id, open.Now));
        }
        else if (status == AssessmentStatus.InRepair)
        {
            await Database.ReturnAsync(Sheet, Evaluator, YesNo, "SK belum ditandatangani.");
        }
        else if (status == AssessmentStatus.Concluded)
        {
            await Database.ChangeAsync(Sheet, open => open.Assessment.BeginReview(Evaluator.Id, open.Now));
            await Database.AnswerAsync(Sheet, Layer.Tpi, by: Evaluator);
            await Database.MeetConditionsAsync(Unit, Period);
            Assert.Null((await Conclude().ExecuteAsync(Sheet.Id, default)).Problem);
        }
    }

    public SaveAnswer Save(AppUser? by = null) => Save(TestDatabase.SignIn(by ?? Coordinator));

    public SaveAnswer Save(Authorizer who) => new(Database, who, Database.Sheets);

    public SubmitAssessment Submit(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets);

    public SendRepair Repair(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets);

    public AttachEvidence Attach(Authorizer? who = null)
    {
        var store = new EvidenceStore(Database.Storage);
        return new(
            Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets, new EvidenceWriter(Database.Sheets, store), new EvidenceIntake(store, Database.Clock));
    }

    public DetachEvidence Detach(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets);

    public PointEvidence Point(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets);

    public SaveTpiAnswer Judge(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Evaluator), Database.Sheets);

    public ReturnQuestion Return(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Evaluator), Database.Sheets);

    public TakeBackReturn TakeBack(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Evaluator), Database.Sheets);

    public ConcludeReview Conclude(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Controller), Database.Sheets);

    public WriteMessage Write(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets);

    public SettleMessage Settle(Authorizer? who = null) => new(Database, who ?? TestDatabase.SignIn(Coordinator), Database.Sheets);

    public ThreadQueries Thread(AppUser user) => new(Database, TestDatabase.SignIn(user));

    public WorkspaceQueries Queries(AppUser user) => new(Database, TestDatabase.SignIn(user), Database.Sheets);

    public SaveAnswerCommand Answering(string code, AnswerValue? value, string note = "", int seen = 0) => new(Sheet.Id, code, value, note, seen);

    public UploadPurpose For(string code = YesNo) => new(Unit.Id, Sheet.Id, code);

    public Task<Result<WrittenEvidence>> UploadAsync(byte[] content, string? name = "sk-tim-zi.pdf", string code = YesNo, Authorizer? who = null) =>
        UploadAsync(new MemoryStream(content), name, content.Length, For(code), who);

    /// <summary>Asked for, received, attached: as the server does it, without the protocol.</summary>
    public async Task<Result<WrittenEvidence>> UploadAsync(
        Stream content, string? name, long? announced, UploadPurpose? purpose = null, Authorizer? who = null, CancellationToken ct = default)
    {
        var (attach, store) = (Attach(who), new EvidenceStore(Database.Storage));
        if (await attach.RefusalAsync(purpose ?? For(), name, announced, ct) is { } refusal)
        {
            return refusal;
        }

        try
        {
            using var received = await store.Files.ReceiveAsync(content, store.MaxBytes, ct);
            return await attach.ExecuteAsync(purpose ?? For(), name, received, ct);
        }
        catch (FileTooLargeException)
        {
            return EvidenceProblems.TooLarge(null, store.MaxMegabytes);
        }
    }

    /// <summary>A small PDF put forward for a question, the first if none is named.</summary>
    public async Task<EvidenceRow> AddEvidenceAsync(string name = "sk-tim-zi.pdf", string code = YesNo, byte[]? content = null)
    {
        var link = (await UploadAsync(content ?? SmallFiles.Pdf, name, code)).Value.Link!;
        return (await Queries(Coordinator).EvidenceAsync(Sheet.Id, default)).Single(row => row.LinkId == link.Id);
    }

    public async Task<Answer?> AnswerAsync(string code, Layer layer = Layer.Unit)
    {
        await using var db = Database.CreateDbContext();
        return await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.AssessmentId == Sheet.Id && a.QuestionCode == code && a.Layer == layer);
    }

    public async Task<Assessment> StoredSheetAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Assessments.AsNoTracking().Include(a => a.ReturnedItems).SingleAsync(a => a.Id == Sheet.Id);
    }

    public async Task<StoredScore?> StoredScoreAsync(Layer layer = Layer.Unit)
    {
        await using var db = Database.CreateDbContext();
        return await db.StoredScores.AsNoTracking().SingleOrDefaultAsync(s => s.AssessmentId == Sheet.Id && s.Layer == layer);
    }

    public async Task<ScoreSheet> FreshScoreAsync(Layer layer = Layer.Unit)
    {
        await using var db = Database.CreateDbContext();
        return await SheetKeeper.ScoreAsync(db, Sheet.Id, (await Database.Sheets.OpenAsync(db, Sheet.Id, default)).Instrument, layer, default);
    }

    /// <summary>Every row that work on sheets writes, as text: equal before and after means that nothing was written.</summary>
    public async Task<string> PrintAsync()
    {
        await using var db = Database.CreateDbContext();
        List<object> rows =
        [
            .. await db.Assessments.AsNoTracking().OrderBy(a => a.Id).ToListAsync(),
            .. await db.Answers.AsNoTracking().OrderBy(a => a.Id).ToListAsync(),
            .. await db.TierJudgements.AsNoTracking().OrderBy(j => j.AssessmentId).ThenBy(j => j.QuestionCode).ThenBy(j => j.Tier).ToListAsync(),
            .. await db.SheetTransitions.AsNoTracking().OrderBy(s => s.Id).ToListAsync(),
            .. await db.TpnStages.AsNoTracking().OrderBy(s => s.Id).ToListAsync(),
            .. await db.ThreadMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync(),
            .. await db.ConditionRecords.AsNoTracking().OrderBy(r => r.Id).ToListAsync(),
            .. await db.ReturnedItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(),
            .. await db.StoredScores.AsNoTracking().OrderBy(s => s.AssessmentId).ThenBy(s => s.Layer).ToListAsync(),
            .. await db.FrozenSheets.AsNoTracking().OrderBy(s => s.AssessmentId).ThenBy(s => s.Layer).ToListAsync(),
            .. await db.EvidenceItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(),
            .. await db.EvidenceVersions.AsNoTracking().OrderBy(v => v.Id).ToListAsync(),
            .. await db.EvidenceContents.AsNoTracking().OrderBy(c => c.Sha256).ToListAsync(),
            .. await db.EvidenceLinks.AsNoTracking().OrderBy(l => l.Id).ToListAsync(),
            .. await db.JudgedEvidence.AsNoTracking().OrderBy(j => j.LinkId).ThenBy(j => j.QuestionCode).ToListAsync(),
            .. await db.IncomingUploads.AsNoTracking().OrderBy(u => u.Id).ToListAsync(),
            .. await db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync(),
        ];
        return string.Join('\n', rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, row.GetType())));
    }

    public string[] StoredFiles() => Directory.Exists(Database.Storage.Value.EvidenceFolder)
        ? [.. Directory.GetFiles(Database.Storage.Value.EvidenceFolder, "*", SearchOption.AllDirectories).Order()]
        : [];

    public void Dispose() => Database.Dispose();
}
