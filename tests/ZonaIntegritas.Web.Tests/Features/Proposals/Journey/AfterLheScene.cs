using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Journey;
using ZonaIntegritas.Web.Features.Proposals.Tpn;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

/// <summary>A scene whose LHE is out and says layak, with the people who act after it.</summary>
internal sealed class AfterLheScene : IDisposable
{
    public static readonly MovePaper Paper = new(new(2026, 10, 9), "000.8/1/2026", "Catatan.");

    private AfterLheScene(Scene scene) => Scene = scene;

    public Scene Scene { get; }

    public AppUser Administrator { get; private set; } = null!;

    public AppUser Head { get; private set; } = null!;

    public TestDatabase Database => Scene.Database;

    public static async Task<AfterLheScene> CreateAsync(LheOutcome outcome = LheOutcome.Eligible)
    {
        var after = new AfterLheScene(await Scene.CreateAsync());
        after.Administrator = await after.Database.AddUserAsync(Role.Administrator, null, "Sari Admin");
        after.Head = await after.Database.AddUserAsync(Role.Pimpinan, null, "Prof. Surya");
        await after.ConcludeAsync(after.Scene.Sheet, after.Scene.Coordinator, outcome);
        return after;
    }

    /// <summary>A sheet's LHE by the domain's verbs; whether conditions are met is not what these tests are about.</summary>
    public async Task ConcludeAsync(Assessment sheet, AppUser coordinator, LheOutcome outcome = LheOutcome.Eligible)
    {
        await Database.SubmitAsync(sheet, coordinator);
        await Database.AnswerAsync(sheet, Layer.Tpi, by: Scene.Controller);
        await IssueAsync(sheet, outcome);
    }

    public async Task IssueAsync(Assessment sheet, LheOutcome outcome = LheOutcome.Eligible)
    {
        await using var db = Database.CreateDbContext();
        var open = await Database.Sheets.OpenAsync(db, sheet.Id, default);
        open.Assessment.BeginReview(Scene.Controller.Id, open.Now);
        var unit = await SheetKeeper.RescoreAsync(db, open, Layer.Unit, default);
        var tpi = await SheetKeeper.RescoreAsync(db, open, Layer.Tpi, default);
        Assert.Null(open.Assessment.Conclude(new(tpi, [], outcome), open.Period, Scene.Controller.Id, open.Now, open.Today).Problem);
        await ConcludeReview.FreezeAsync(db, open, [(Layer.Unit, unit), (Layer.Tpi, tpi)], null, default);
        await db.SaveChangesAsync();
    }

    public MoveSheet Moves(AppUser? who = null) => new(Database, TestDatabase.SignIn(who ?? Administrator), Database.Sheets);

    public ProposeUnits Propose(AppUser? who = null) => new(Database, TestDatabase.SignIn(who ?? Head), Moves(who ?? Head));

    public SaveTpnAnswer SaveTpn(AppUser? who = null) => new(Database, TestDatabase.SignIn(who ?? Administrator), Database.Sheets);

    public ImportTpnAnswers Import(AppUser? who = null) => new(Database, TestDatabase.SignIn(who ?? Administrator), Database.Sheets);

    public CopyTpiToTpn Copy(AppUser? who = null) => new(Database, TestDatabase.SignIn(who ?? Administrator), Database.Sheets);

    public JourneyQueries Journey(AppUser who) => new(Database, TestDatabase.SignIn(who), Database.Sheets);

    /// <summary>A second later than the move before, so that they have an order.</summary>
    public async Task<Problem?> MoveAsync(SheetMove move, MovePaper? paper = null, AppUser? who = null, TpnStageResult result = TpnStageResult.Passed)
    {
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Moves(who).ExecuteAsync(
            new(Scene.Sheet.Id, move, paper ?? Paper, move == SheetMove.RecordStage ? new(TpnStageKind.Survey, result) : null), default)).Problem;
    }

    /// <summary>Each of the moves, which all must succeed.</summary>
    public async Task GoAsync(params SheetMove[] moves)
    {
        foreach (var move in moves)
        {
            Assert.Null(await MoveAsync(move));
        }
    }

    public async Task<List<FrozenSheet>> FrozenAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.FrozenSheets.AsNoTracking().Where(kept => kept.AssessmentId == Scene.Sheet.Id).OrderBy(kept => kept.Edition).ThenBy(kept => kept.Layer).ToListAsync();
    }

    public void Dispose() => Scene.Dispose();
}
