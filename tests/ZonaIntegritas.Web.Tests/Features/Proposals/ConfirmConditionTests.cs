using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

public sealed class ConfirmConditionTests
{
    [Theory]
    [InlineData(ReviewTier.Lead)]
    [InlineData(ReviewTier.Controller)]
    public async Task Ketua_tim_and_pengendali_teknis_confirm_what_they_have_seen(ReviewTier tier)
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        var person = tier == ReviewTier.Lead ? scene.Evaluator : scene.Controller;

        Assert.Null((await scene.Confirming(TestDatabase.SignIn(person)).ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 1), default)).Problem);

        var record = await scene.RecordOfAsync(ConditionDesk.Tlhp);
        Assert.Equal((person.Id, scene.Database.Clock.GetUtcNow(), 2), (record!.ConfirmedBy, record.ConfirmedAt, record.Version));
        var line = Assert.Single(await scene.TrailAsync(AuditAction.ConditionConfirmed));
        Assert.Equal((line.Before + ", dikonfirmasi", person.Id, "syarat tlhp"), (line.After, line.By, line.Note));
    }

    [Fact]
    public async Task Nothing_recorded_cannot_be_confirmed()
    {
        using var scene = await Scene.CreateAsync();

        Assert.Equal("condition.nothing-recorded", (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 0), default)).Problem?.Code);
        Assert.Equal("condition.unknown", (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Spip, 0), default)).Problem?.Code);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_confirmed_unseen()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        await scene.RecordAsync(entry: ConditionDesk.Entry("90"));

        var refused = (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 1), default)).Problem;

        Assert.Equal("condition.stale", refused?.Code);
        Assert.Contains("90 %", refused!.Message, StringComparison.Ordinal);
        Assert.Null((await scene.RecordOfAsync(ConditionDesk.Tlhp))!.ConfirmedAt);
    }

    [Fact]
    public async Task A_value_without_document_or_link_is_not_confirmed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync(entry: ConditionDesk.Entry(url: null));

        Assert.Equal("condition.no-evidence", (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 1), default)).Problem?.Code);
    }

    [Fact]
    public async Task Confirming_twice_changes_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        await scene.ConfirmAsync();
        var before = await scene.PrintConditionsAsync();

        Assert.Equal("condition.already-confirmed", (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 2), default)).Problem?.Code);
        Assert.Equal(before, await scene.PrintConditionsAsync());
    }

    [Fact]
    public async Task Whoever_recorded_it_does_not_confirm_it_whatever_became_of_her()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        await scene.ChangeAsync(db => db.ConditionRecords.ExecuteUpdateAsync(set => set.SetProperty(record => record.RecordedBy, scene.Evaluator.Id)));

        Assert.Equal("condition.own-record", (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 1), default)).Problem?.Code);
    }

    [Fact]
    public async Task Anggota_do_not_confirm()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        var member = await scene.Database.AddUserAsync(Role.Evaluator, null, "Anggota Tim");
        await scene.Database.AssignAsync(member, scene.Unit, ReviewTier.Member);

        await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.Confirming(TestDatabase.SignIn(member)).ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 1), default));
        Assert.Null((await scene.RecordOfAsync(ConditionDesk.Tlhp))!.ConfirmedAt);
    }

    [Fact]
    public async Task The_document_of_a_condition_opens_for_whoever_confirms_and_for_no_stranger()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await using var db = scene.Database.CreateDbContext();
        var version = await db.EvidenceVersions.SingleAsync(known => known.ItemId == item.Id);
        var stranger = await scene.Database.AddUserAsync(Role.Evaluator);
        Assert.Null(await EvidenceAccess.FindAsync(db, TestDatabase.SignIn(scene.Evaluator), version.Id, default));

        await scene.RecordAsync(entry: ConditionDesk.Entry(version: version.Id));

        Assert.NotNull(await EvidenceAccess.FindAsync(db, TestDatabase.SignIn(scene.Evaluator), version.Id, default));
        Assert.Null(await EvidenceAccess.FindAsync(db, TestDatabase.SignIn(stranger), version.Id, default));
    }
}
