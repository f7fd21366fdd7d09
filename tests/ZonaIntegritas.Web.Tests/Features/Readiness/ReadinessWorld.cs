using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting;
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
