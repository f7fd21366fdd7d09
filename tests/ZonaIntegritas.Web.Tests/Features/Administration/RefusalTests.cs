using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Administration;
using ZonaIntegritas.Web.Features.Administration.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;
using ZonaIntegritas.Web.Features.Administration.People;
using ZonaIntegritas.Web.Features.Administration.Periods;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

/// <summary>Everything here is the administrator's, whatever page or button was reached.</summary>
public sealed class RefusalTests
{
    private static readonly PeriodSchedule Schedule = new(PeriodWindows.Simple(new(2027, 1, 5), new(2027, 9, 30), new(2027, 11, 30)), InstansiKind.Pemda);

    private static readonly Dictionary<string, Func<AdministrationBench, AppUser, Task>> Operations = new()
    {
        [nameof(AddUnit)] = (bench, who) => bench.As<AddUnit>(who).ExecuteAsync(AdministrationBench.Unit(), default),
        [nameof(ChangeUnit)] = (bench, who) => bench.As<ChangeUnit>(who).ExecuteAsync(default, AdministrationBench.Unit(), default),
        [nameof(AffirmUnit)] = (bench, who) => bench.As<AffirmUnit>(who).ExecuteAsync(new(default, true, "SK", null), default),
        ["afirmasi"] = (bench, who) => bench.As<AffirmationQueries>(who).LoadAsync(default, default),
        [nameof(AddPerson)] = (bench, who) => bench.As<AddPerson>(who).ExecuteAsync(new("a@b.test", AdministrationBench.Person(), null), default),
        [nameof(ChangePerson)] = (bench, who) => bench.As<ChangePerson>(who).ExecuteAsync(who.Id, AdministrationBench.Person(Role.Administrator), default),
        [nameof(CloseAccount)] = (bench, who) => bench.As<CloseAccount>(who).ExecuteAsync(bench.Administrator.Id, default),
        [nameof(OpenAccount)] = (bench, who) => bench.As<OpenAccount>(who).ExecuteAsync(who.Id, default),
        [nameof(ResetPassword)] = (bench, who) => bench.As<ResetPassword>(who).ExecuteAsync(bench.Administrator.Id, default),
        [nameof(OpenPeriod)] = (bench, who) => bench.As<OpenPeriod>(who).ExecuteAsync(new(2027, default, Schedule, []), default),
        [nameof(ChangePeriodWindow)] = (bench, who) => bench.As<ChangePeriodWindow>(who).ExecuteAsync(new(default, Schedule, Schedule, "x"), default),
        [nameof(AssignReviewer)] = (bench, who) => bench.As<AssignReviewer>(who).ExecuteAsync(new(who.Id, default, ReviewTier.Member, []), default),
        [nameof(ChangeShare)] = (bench, who) => bench.As<ChangeShare>(who).ExecuteAsync(new(default, ReviewTier.Member, []), default),
        [nameof(EndShare)] = (bench, who) => bench.As<EndShare>(who).ExecuteAsync(default, "Alasan.", default),
        [nameof(HandOver)] = (bench, who) => bench.As<HandOver>(who).ExecuteAsync(new(who.Id, default, null, "Alasan."), default),
        ["teams"] = (bench, who) => bench.As<TeamQueries>(who).PageAsync(new(), default),
        ["team"] = (bench, who) => bench.As<TeamQueries>(who).TeamAsync(default, default),
        ["shares"] = (bench, who) => bench.As<TeamQueries>(who).SharesOfAsync(who.Id, default),
        ["areas"] = (bench, who) => bench.As<TeamQueries>(who).AreasOfAsync(default, default),
        ["evaluators"] = (bench, who) => bench.As<TeamQueries>(who).EvaluatorsAsync(null, default),
        ["workload"] = (bench, who) => bench.As<WorkloadQueries>(who).PageAsync(new(), default),
        [nameof(AddSheets)] = (bench, who) => bench.As<AddSheets>(who).ExecuteAsync(default, [], default),
        [nameof(ChangeTarget)] = (bench, who) => bench.As<ChangeTarget>(who).ExecuteAsync(new(default, "WBK", "WBBM", "x"), default),
        [nameof(ClosePeriod)] = (bench, who) => bench.As<ClosePeriod>(who).ExecuteAsync(new(default, 0, "x"), default),
        ["people"] = (bench, who) => bench.As<PeopleQueries>(who).PageAsync(null, null, 1, default),
        ["units"] = (bench, who) => bench.As<UnitQueries>(who).PageAsync(null, 1, default),
        ["units to pick"] = (bench, who) => bench.As<UnitQueries>(who).OptionsAsync(null, 1, default),
        ["predicates"] = (bench, who) => bench.As<UnitQueries>(who).PredicatesAsync(default),
        ["periods"] = (bench, who) => bench.As<PeriodQueries>(who).ListAsync(default),
        ["instruments to pick"] = (bench, who) => bench.As<PeriodQueries>(who).InstrumentsAsync(default),
        ["candidates"] = (bench, who) => bench.As<PeriodQueries>(who).CandidatesAsync(new(null, null, 1), default),
        ["all candidates"] = (bench, who) => bench.As<PeriodQueries>(who).AllCandidatesAsync(null, default),
        ["units of a period"] = (bench, who) => bench.As<PeriodQueries>(who).UnitsOfAsync(default, default),
        ["sheets of a period"] = (bench, who) => bench.As<PeriodDetailQueries>(who).SheetsAsync(new(default, null, 1), default),
        ["history of a period"] = (bench, who) => bench.As<PeriodDetailQueries>(who).HistoryAsync(default, 1, default),
        ["versions"] = (bench, who) => bench.As<InstrumentQueries>(who).VersionsAsync(default),
        ["instrument"] = (bench, who) => bench.As<InstrumentQueries>(who).InstrumentAsync(default, default),
        ["page of versions"] = (bench, who) => bench.As<InstrumentQueries>(who).PageAsync(1, default),
        ["one version"] = (bench, who) => bench.As<InstrumentQueries>(who).VersionAsync(default, default),
        ["version before"] = (bench, who) => bench.As<InstrumentQueries>(who).PreviousAsync(default, default),
        ["comparison"] = (bench, who) => bench.As<InstrumentQueries>(who).CompareAsync(default, default, default),
        ["instrument file"] = (bench, who) => bench.As<InstrumentQueries>(who).DownloadAsync(default, default),
        [nameof(LoadInstrument)] = (bench, who) => bench.As<LoadInstrument>(who).ExecuteAsync([], default),
        [nameof(ApplyInstrument)] = (bench, who) => bench.As<ApplyInstrument>(who).ExecuteAsync(new(default, default, default, "Uji."), default),
        [nameof(UndoInstrumentChange)] = (bench, who) => bench.As<UndoInstrumentChange>(who).ExecuteAsync(new(default, default, "Uji."), default),
        ["preview"] = (bench, who) => bench.As<PreviewInstrumentChange>(who).PageAsync(default, default, 1, default),
        ["preview of a sheet"] = (bench, who) => bench.As<PreviewInstrumentChange>(who).SheetAsync(default, default, default, default),
        ["preview of all"] = (bench, who) => bench.As<PreviewInstrumentChange>(who).TotalsAsync(default, default, null, default),
        ["what blocks"] = (bench, who) => bench.As<PreviewInstrumentChange>(who).BlockAsync(default, default, default),
        ["periods and instruments"] = (bench, who) => bench.As<PeriodInstrumentQueries>(who).ListAsync(null, default),
        ["period and instrument"] = (bench, who) => bench.As<PeriodInstrumentQueries>(who).PeriodAsync(default, default),
        ["versions of one instrument"] = (bench, who) => bench.As<PeriodInstrumentQueries>(who).VersionsAsync("", default),
        ["history of instruments"] = (bench, who) => bench.As<PeriodInstrumentQueries>(who).HistoryAsync(default, default),
        ["setup"] = (bench, who) => bench.As<SetupQueries>(who).StateAsync(default),
    };

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Pimpinan)]
    public async Task Nobody_but_an_administrator_administers(Role role)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync();
        var person = await bench.Database.AddUserAsync(role, role == Role.Koordinator ? unit : null);

        foreach (var (name, operation) in Operations)
        {
            var refused = await Record.ExceptionAsync(() => operation(bench, person));
            Assert.True(refused is ForbiddenException { Problem.Code: "access.not-allowed" }, $"{name}: {refused}");
        }
    }

    [Fact]
    public async Task A_closed_administrators_open_page_does_nothing_more()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var second = await bench.Database.AddUserAsync(Role.Administrator, name: "Wayan Sudarma");
        Assert.True((await bench.As<AddUnit>(second).ExecuteAsync(AdministrationBench.Unit("BKD"), default)).Succeeded);
        Assert.True((await bench.As<CloseAccount>().ExecuteAsync(second.Id, default)).Succeeded);

        foreach (var (name, operation) in Operations)
        {
            var refused = await Record.ExceptionAsync(() => operation(bench, second));
            Assert.True(refused is ForbiddenException { Problem.Code: "access.not-signed-in" }, $"{name}: {refused}");
        }
    }
}
