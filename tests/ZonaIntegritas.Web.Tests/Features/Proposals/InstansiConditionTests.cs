using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

public sealed class InstansiConditionTests
{
    [Fact]
    public async Task The_administrator_records_and_the_head_confirms_with_both_in_the_trail()
    {
        using var scene = await Scene.CreateAsync();
        var (administrator, head) = await PeopleAsync(scene);

        Assert.Null((await scene.RecordingInstansi(SignIn(administrator)).ExecuteAsync(
            new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("level 3,25", version: scene.Unit.Id, url: null), 0), default)).Problem);
        Assert.Null((await scene.ConfirmingInstansi(SignIn(head)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, 1), default)).Problem);

        var record = await scene.RecordOfAsync(ConditionDesk.Spip);
        // There is no library of the instansi: whatever version was named is not kept.
        Assert.Equal((scene.Period.Id, null, "3,25", null, 2), (record!.PeriodId, record.UnitId, record.Value, record.EvidenceVersionId, record.Version));
        Assert.NotNull(record.ConfirmedBy);
        var recorded = Assert.Single(await scene.TrailAsync(AuditAction.ConditionRecorded));
        var confirmed = Assert.Single(await scene.TrailAsync(AuditAction.ConditionConfirmed));
        Assert.Equal(("belum dicatat", recorded.After, null), (recorded.Before, confirmed.Before, recorded.UnitId));
        Assert.Equal("level 3,25, 700/12/2026 rekap tindak lanjut, 3 Maret 2026, dikonfirmasi", confirmed.After);
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("evaluator")]
    [InlineData("head of the unit")]
    [InlineData("head of the instansi")]
    [InlineData("nobody")]
    [InlineData("closed administrator")]
    public async Task Only_the_administrator_records(string stranger)
    {
        using var scene = await Scene.CreateAsync();
        var who = await StrangerAsync(scene, stranger);

        await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.RecordingInstansi(SignIn(who)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("3"), 0), default));
        Assert.Null(await scene.RecordOfAsync(ConditionDesk.Spip));
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("evaluator")]
    [InlineData("head of the unit")]
    [InlineData("administrator")]
    [InlineData("nobody")]
    [InlineData("closed head")]
    public async Task Only_the_head_of_the_instansi_confirms(string stranger)
    {
        using var scene = await Scene.CreateAsync();
        var (administrator, _) = await PeopleAsync(scene);
        await scene.RecordingInstansi(SignIn(administrator)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("3"), 0), default);
        AppUser? who = stranger == "administrator" ? administrator : await StrangerAsync(scene, stranger);
        var before = await scene.PrintConditionsAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.ConfirmingInstansi(SignIn(who)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, 1), default));
        Assert.Equal(before, await scene.PrintConditionsAsync());
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("evaluator")]
    [InlineData("head of the unit")]
    public async Task The_instansis_checklist_opens_for_those_who_keep_it(string stranger)
    {
        using var scene = await Scene.CreateAsync();
        var who = await StrangerAsync(scene, stranger);

        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Checklists(who!).LoadInstansiAsync(scene.Period.Id, default));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_in_words()
    {
        using var scene = await Scene.CreateAsync();
        var (administrator, head) = await PeopleAsync(scene);
        var record = scene.RecordingInstansi(SignIn(administrator));

        Assert.Equal("condition.unknown", (await record.ExecuteAsync(new(scene.Period.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default)).Problem?.Code);
        Assert.Equal("condition.unknown", (await record.ExecuteAsync(new(scene.Unit.Id, ConditionDesk.Spip, ConditionDesk.Entry("3"), 0), default)).Problem?.Code);
        Assert.Equal("condition.too-large", (await record.ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("6"), 0), default)).Problem?.Code);
        Assert.Equal("condition.nothing-recorded", (await scene.ConfirmingInstansi(SignIn(head)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, 0), default)).Problem?.Code);

        Assert.Null((await record.ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("3"), 0), default)).Problem);
        Assert.Equal("condition.stale", (await record.ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("4"), 0), default)).Problem?.Code);
        Assert.Equal("condition.stale", (await scene.ConfirmingInstansi(SignIn(head)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, 7), default)).Problem?.Code);

        await scene.ChangeAsync(async db => (await db.Periods.SingleAsync()).Close(scene.Evaluator.Id, scene.Database.Clock.GetUtcNow()));
        Assert.Equal("period.closed", (await record.ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, ConditionDesk.Entry("4"), 1), default)).Problem?.Code);
        Assert.Equal("period.closed", (await scene.ConfirmingInstansi(SignIn(head)).ExecuteAsync(new(scene.Period.Id, ConditionDesk.Spip, 1), default)).Problem?.Code);
    }

    [Fact]
    public async Task Both_predicates_stand_beside_each_other()
    {
        using var scene = await Scene.CreateAsync();
        var (administrator, head) = await PeopleAsync(scene);
        await scene.RecordingInstansi(SignIn(administrator)).ExecuteAsync(new(scene.Period.Id, "sakip-instansi", ConditionDesk.Entry("B"), 0), default);

        var view = await scene.Checklists(head).LoadInstansiAsync(scene.Period.Id, default);

        var row = view!.Rows.Single(row => row.Condition.Code == "sakip-instansi");
        Assert.Equal((ConditionStanding.Unconfirmed, ConditionStanding.NotMet), (row.Wbk.Standing, row.Wbbm.Standing));
        Assert.Equal(["opini-bpk", "sakip-instansi", "indeks-rb", "spip"], view.Rows.Select(known => known.Condition.Code));
        Assert.Null(await scene.Checklists(head).LoadInstansiAsync(scene.Unit.Id, default));
    }

    private static async Task<(AppUser Administrator, AppUser Head)> PeopleAsync(Scene scene) =>
        (await scene.Database.AddUserAsync(Role.Administrator), await scene.Database.AddUserAsync(Role.Pimpinan));

    private static Authorizer SignIn(AppUser? user) => user is null ? new(new CurrentUser()) : TestDatabase.SignIn(user);

    private static async Task<AppUser?> StrangerAsync(Scene scene, string stranger)
    {
        var user = stranger switch
        {
            "nobody" => null,
            "coordinator" => await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit),
            "evaluator" => await scene.Database.AddUserAsync(Role.Evaluator, null, "Tono", scene.Unit),
            "head of the unit" => await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit),
            "head of the instansi" or "closed head" => await scene.Database.AddUserAsync(Role.Pimpinan),
            _ => await scene.Database.AddUserAsync(Role.Administrator),
        };
        if (user is not null && stranger.StartsWith("closed", StringComparison.Ordinal))
        {
            await scene.Database.CloseAccountAsync(user);
        }

        return user;
    }
}
