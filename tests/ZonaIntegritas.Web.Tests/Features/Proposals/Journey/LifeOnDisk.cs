using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Journey;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

/// <summary>
/// One ministry's unit with every kind of account, its sheet stored once in each state: a file per state, put back before
/// each try that wrote something.
/// </summary>
public sealed class LifeOnDisk : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 10, 10);

    private readonly Dictionary<string, Authorizer> _people = [];
    private TestDatabase _database = null!;
    private AppUser _coordinator = null!;
    private AppUser _lead = null!;
    private AppUser _controller = null!;
    private AppUser _administrator = null!;
    private AppUser _own = null!;
    private AppUser _closed = null!;

    public TestDatabase Database => _database;

    public Assessment Sheet { get; private set; } = null!;

    public WorkUnit Unit { get; private set; } = null!;

    public IReadOnlyDictionary<string, Authorizer> People => _people;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Unit = await _database.AddUnitAsync();
        await InviteAsync();
        await AssignIntrudersAsync();
        await using (var db = _database.CreateDbContext())
        {
            var version = await db.InstrumentVersions.Select(v => v.Id).FirstAsync();
            var period = new AssessmentPeriod(
                Guid.CreateVersion7(), 2026, version, PeriodWindows.Simple(new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30)), InstansiKind.KementerianLembaga);
            db.Add(period);
            db.Add(Sheet = new(Guid.CreateVersion7(), Unit.Id, period, "WBK"));
            await db.SaveChangesAsync();
        }

        await _database.AnswerAsync(Sheet, by: _coordinator);
        await LiveAsync();
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The database as it was in this state.</summary>
    public void PutBack(AssessmentStatus state)
    {
        var file = _database.Storage.Value.DatabaseFile;
        File.Copy(Kept(state), file, overwrite: true);
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
    }

    /// <summary>Changes with each transaction that anybody else commits; a refusal leaves it as it is.</summary>
    public SqliteConnection Watch()
    {
        var connection = new SqliteConnection($"Data Source={_database.Storage.Value.DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    public static long Commits(SqliteConnection watch)
    {
        using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    public async Task<Assessment> StoredAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Assessments.AsNoTracking().Include(sheet => sheet.Transitions).SingleAsync(sheet => sheet.Id == Sheet.Id);
    }

    /// <summary>The move as the use case of its own makes it, with nothing lacking.</summary>
    public async Task<Problem?> TryAsync(SheetMove move, Authorizer who) => move switch
    {
        SheetMove.Submit => (await new SubmitAssessment(_database, who, _database.Sheets).ExecuteAsync(Sheet.Id, default)).Problem,
        SheetMove.Return => (await new ReturnQuestion(_database, who, _database.Sheets).ExecuteAsync(new(Sheet.Id, Scene.Abc, "Alasan."), default)).Problem,
        SheetMove.TakeBackReturn => (await new TakeBackReturn(_database, who, _database.Sheets).ExecuteAsync(Sheet.Id, Scene.YesNo, default)).Problem,
        SheetMove.SendRepair => (await new SendRepair(_database, who, _database.Sheets).ExecuteAsync(new(Sheet.Id, Scene.YesNo, "Sudah."), default)).Problem,
        SheetMove.Conclude => (await new ConcludeReview(_database, who, _database.Sheets).ExecuteAsync(Sheet.Id, default)).Problem,
        _ => (await Moves(who).ExecuteAsync(
            new(Sheet.Id, move, new(Today, "800/1/2026", "Alasan."), move == SheetMove.RecordStage ? new(TpnStageKind.Desk, TpnStageResult.Passed) : null), default)).Problem,
    };

    public MoveSheet Moves(Authorizer who) => new(_database, who, _database.Sheets);

    private string Kept(AssessmentStatus state) => Path.Combine(_database.Folder, $"{state}.kept");

    private void Keep(AssessmentStatus state) => File.Copy(_database.Storage.Value.DatabaseFile, Kept(state));

    private async Task InviteAsync()
    {
        var other = await _database.AddUnitAsync("Dinsos");
        _coordinator = await _database.AddUserAsync(Role.Koordinator, Unit);
        _lead = await _database.AddUserAsync(Role.Evaluator, null, "Ketua", Unit);
        var member = await _database.AddUserAsync(Role.Evaluator, null, "Anggota");
        await _database.AssignAsync(member, Unit, ReviewTier.Member);
        _controller = await _database.AddUserAsync(Role.Evaluator, null, "Pengendali");
        await _database.AssignAsync(_controller, Unit, ReviewTier.Controller);
        _administrator = await _database.AddUserAsync(Role.Administrator);
        Invite("coordinator", _coordinator);
        Invite("coordinator of another unit", await _database.AddUserAsync(Role.Koordinator, other));
        Invite("head of the unit", await _database.AddUserAsync(Role.Pimpinan, Unit));
        Invite("head of another unit", await _database.AddUserAsync(Role.Pimpinan, other));
        Invite("anggota", member);
        Invite("ketua", _lead);
        Invite("pengendali", _controller);
        Invite("evaluator who is not assigned", await _database.AddUserAsync(Role.Evaluator));
        Invite("head of the instansi", await _database.AddUserAsync(Role.Pimpinan));
        Invite("administrator", _administrator);
        _people["nobody"] = new(new CurrentUser());
        await InviteWithdrawnAsync();
    }

    private async Task InviteWithdrawnAsync()
    {
        _own = await _database.AddUserAsync(Role.Evaluator, Unit);
        Invite("evaluator of the own unit", _own);
        var ended = await _database.AddUserAsync(Role.Evaluator);
        await _database.AssignAsync(ended, Unit, ReviewTier.Controller);
        await _database.EndAssignmentsAsync(ended);
        Invite("evaluator whose share ended", ended);
        await CloseAsync("closed coordinator", await _database.AddUserAsync(Role.Koordinator, Unit));
        await CloseAsync("closed pengendali", _closed = await _database.AddUserAsync(Role.Evaluator));
        await CloseAsync("closed administrator", await _database.AddUserAsync(Role.Administrator));
        var without = await _database.AddUserAsync(Role.Administrator);
        Invite("administrator without role", without);
        var old = await _database.AddUserAsync(Role.Administrator);
        Invite("old password", old);
        await using var db = _database.CreateDbContext();
        await db.UserRoles.Where(link => link.UserId == without.Id).ExecuteDeleteAsync();
        await db.Users.Where(user => user.Id == old.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, "another"));
    }

    /// <summary>Assigned, and yet in nobody's team: one judges the own unit, the other's account is closed.</summary>
    private async Task AssignIntrudersAsync()
    {
        await _database.AssignAsync(_own, Unit, ReviewTier.Controller);
        await _database.AssignAsync(_closed, Unit, ReviewTier.Controller);
    }

    private async Task CloseAsync(string name, AppUser user)
    {
        Invite(name, user);
        await _database.CloseAccountAsync(user);
    }

    private void Invite(string name, AppUser user) => _people[name] = TestDatabase.SignIn(user);

    /// <summary>From the draft to the end by the domain's own verbs, a file kept in every state.</summary>
    private async Task LiveAsync()
    {
        Keep(AssessmentStatus.Draft);
        await GoAsync(AssessmentStatus.Draft, AssessmentStatus.Submitted, async open => open.Assessment.Submit(
            await ScoreAsync(open, Layer.Unit), new Dictionary<string, string>(), open.Period, _coordinator.Id, open.Now, open.Today));
        await GoAsync(AssessmentStatus.Submitted, AssessmentStatus.Preliminary, open => open.Assessment.BeginPreliminary(open.Period, _lead.Id, open.Now, open.Today));
        PutBack(AssessmentStatus.Submitted);
        await _database.ChangeAsync(Sheet, open => open.Assessment.BeginReview(_lead.Id, open.Now));
        // Only who is in the team judges.
        await _database.EndAssignmentsAsync(_own);
        await _database.EndAssignmentsAsync(_closed);
        await _database.AnswerAsync(Sheet, Layer.Tpi, by: _controller);
        await AssignIntrudersAsync();
        Keep(AssessmentStatus.InReview);
        await GoAsync(AssessmentStatus.InReview, AssessmentStatus.InRepair, open => open.Assessment.Return(
            open.Instrument.Question(Scene.YesNo)!, "Alasan.", open.Period, _lead.Id, open.Now, open.Today));
        await GoAsync(AssessmentStatus.InRepair, AssessmentStatus.ReReview, open =>
        {
            var sent = open.Assessment.SendRepair(Scene.YesNo, "Sudah.", open.Period, _coordinator.Id, open.Now, open.Today);
            open.Assessment.CloseRepaired(Scene.YesNo, _controller.Id, open.Now);
            return sent;
        });
        await GoAsync(AssessmentStatus.InReview, AssessmentStatus.Concluded, async open => open.Assessment.Conclude(
            new(await ScoreAsync(open, Layer.Tpi), [], LheOutcome.Eligible), open.Period, _controller.Id, open.Now, open.Today));
        await MoveAsync(AssessmentStatus.Concluded, AssessmentStatus.Proposed, SheetMove.Propose);
        await MoveAsync(AssessmentStatus.Proposed, AssessmentStatus.AtTpn, SheetMove.RecordStage);
        await MoveAsync(AssessmentStatus.AtTpn, AssessmentStatus.NotAwarded, SheetMove.Decline);
        await MoveAsync(AssessmentStatus.AtTpn, AssessmentStatus.Awarded, SheetMove.Award);
        await MoveAsync(AssessmentStatus.Awarded, AssessmentStatus.Monitored, SheetMove.Monitor);
        await MoveAsync(AssessmentStatus.Monitored, AssessmentStatus.Revoked, SheetMove.Revoke);
    }

    private Task GoAsync(AssessmentStatus from, AssessmentStatus to, Func<OpenSheet, Result> step) =>
        GoAsync(from, to, open => Task.FromResult(step(open)));

    private async Task GoAsync(AssessmentStatus from, AssessmentStatus to, Func<OpenSheet, Task<Result>> step)
    {
        PutBack(from);
        await using (var db = _database.CreateDbContext())
        {
            var open = await _database.Sheets.OpenAsync(db, Sheet.Id, default);
            Assert.Null((await step(open)).Problem);
            Assert.Equal(to, open.Assessment.Status);
            await db.SaveChangesAsync();
        }

        Keep(to);
    }

    private async Task MoveAsync(AssessmentStatus from, AssessmentStatus to, SheetMove move)
    {
        PutBack(from);
        Assert.Null(await TryAsync(move, TestDatabase.SignIn(_administrator)));
        Keep(to);
    }

    private async Task<Domain.Scoring.ScoreSheet> ScoreAsync(OpenSheet open, Layer layer)
    {
        await using var db = _database.CreateDbContext();
        return await SheetKeeper.ScoreAsync(db, Sheet.Id, open.Instrument, layer, default);
    }
}
