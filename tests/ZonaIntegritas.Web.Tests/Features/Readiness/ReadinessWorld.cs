using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Features.Readiness.Working;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>One unit with a sheet and its head, and short ways to ask for its readiness.</summary>
internal sealed class ReadinessWorld : IDisposable
{
    private ReadinessWorld(TestDatabase database, WorkUnit unit, AssessmentPeriod period, Assessment sheet, AppUser head) =>
        (Database, Unit, Period, Sheet, Head) = (database, unit, period, sheet, head);

    public TestDatabase Database { get; }

    public WorkUnit Unit { get; }

    public AssessmentPeriod Period { get; }

    public Assessment Sheet { get; }

    public AppUser Head { get; }

    public static PaperOffices Offices { get; } = new(Options.Create(new AgencyOptions()));

    public static PaperOffice Office => Offices.Of(new());

    public static async Task<ReadinessWorld> CreateAsync(string target = "WBK", string? set = null)
    {
        var database = await TestDatabase.CreateAsync();
        var unit = await database.AddUnitAsync();
        var period = await database.AddPeriodAsync();
        var sheet = await database.AddSheetAsync(unit, period, target);
        if (set is not null)
        {
            await AnswerSets.AnswerAsync(database, sheet, set);
        }

        return new(database, unit, period, sheet, await database.AddUserAsync(Role.Pimpinan, unit));
    }

    public ReadinessQueries QueriesFor(AppUser user, IDbContextFactory<AppDbContext>? factory = null) => new(
        factory ?? Database,
        TestDatabase.SignIn(user),
        Database.Sheets,
        new(Database.Sheets, Database.Instruments),
        new(Database.Instruments, Database.Clock));

    public WorkingQueries WorkingFor(AppUser user) =>
        new(Database, TestDatabase.SignIn(user), Database.Sheets, new(Database.Sheets, Database.Instruments));

    public VisitReadiness VisitFor(AppUser user, IDbContextFactory<AppDbContext>? factory = null) =>
        new(factory ?? Database, TestDatabase.SignIn(user), Database.Clock);

    /// <summary>Another unit with its sheet, in a city and answered with a set.</summary>
    public async Task<(WorkUnit Unit, Assessment Sheet)> AddUnitAsync(string name, string? set = null, string target = "WBK", string city = "")
    {
        var unit = await Database.AddUnitAsync(name);
        var sheet = await Database.AddSheetAsync(unit, Period, target);
        await Database.ChangeAsync(sheet, open => open.Unit.Describe(city, "", ""));
        if (set is not null)
        {
            await AnswerSets.AnswerAsync(Database, sheet, set);
        }

        return (unit, sheet);
    }

    /// <summary>TPI has the sheet, and judges it by a set of answers if one is named.</summary>
    public async Task ReviewAsync(string? judgement = null)
    {
        await Database.SubmitAsync(Sheet, await Database.AddUserAsync(Role.Koordinator, Unit));
        await Database.ChangeAsync(Sheet, open => open.Assessment.BeginReview(Guid.Empty, open.Now));
        if (judgement is not null)
        {
            await AnswerSets.AnswerAsync(Database, Sheet, judgement, Layer.Tpi);
        }
    }

    /// <summary>Judged at its best and concluded by the controller.</summary>
    public async Task ConcludeAsync()
    {
        var evaluator = await Database.AddUserAsync(Role.Evaluator, null, "Budi Teladanto", Unit);
        await ReviewAsync();
        var controller = await Database.AddUserAsync(Role.Evaluator, null, "Agus Seumpamanto");
        await Database.AssignAsync(controller, Unit, ReviewTier.Controller);
        await Database.AnswerAsync(Sheet, Layer.Tpi);
        Assert.NotNull(evaluator);
        var result = await new ConcludeReview(Database, TestDatabase.SignIn(controller), Database.Sheets).ExecuteAsync(Sheet.Id, default);
        Assert.Null(result.Problem);
    }

    /// <summary>As the head of the instansi reads it: the unit's own people see TPI's layer only once the LHE is out.</summary>
    public async Task<ReadinessReport> ReportAsync(Layer? layer = Layer.Unit) =>
        (await QueriesFor(await Database.AddUserAsync(Role.Pimpinan)).LoadAsync(Sheet.Id, layer, default)).Report;

    public async Task<(ScoreSheet Sheet, OpenSheet Open)> ScoreAsync(Layer layer = Layer.Unit)
    {
        await using var db = Database.CreateDbContext();
        var open = await Database.Sheets.OpenAsync(db, Sheet.Id, default);
        return (await SheetKeeper.ScoreAsync(db, Sheet.Id, open.Instrument, layer, default), open);
    }

    public void Dispose() => Database.Dispose();
}
