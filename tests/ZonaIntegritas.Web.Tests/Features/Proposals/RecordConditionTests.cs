using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

public sealed class RecordConditionTests
{
    [Fact]
    public async Task A_value_is_kept_as_it_is_compared_with_its_document_and_its_line_in_the_trail()
    {
        using var scene = await Scene.CreateAsync();
        var version = await NewestOf(scene, (await scene.ShelveAsync("Rekap TLHP.pdf")).Id);

        var result = await scene.Recording().ExecuteAsync(
            new(scene.Sheet.Id, ConditionDesk.Tlhp, new(" 98.5 % ", " LHP 12 ", new(2026, 3, 3), version.Id, "jdih.contohprov.go.id/lhp"), 0), default);

        Assert.Null(result.Problem);
        var record = await scene.RecordOfAsync(ConditionDesk.Tlhp);
        Assert.Equal(
            (scene.Period.Id, scene.Unit.Id, "98,5", "LHP 12", new DateOnly(2026, 3, 3), version.Id, "https://jdih.contohprov.go.id/lhp", scene.Coordinator.Id, 1),
            (record!.PeriodId, record.UnitId, record.Value, record.Basis, record.DocumentDate, record.EvidenceVersionId, record.Url, record.RecordedBy, record.Version));
        var line = Assert.Single(await scene.TrailAsync(AuditAction.ConditionRecorded));
        Assert.Equal(
            ("belum dicatat", "98,5 %, LHP 12, 3 Maret 2026, https://jdih.contohprov.go.id/lhp", "syarat tlhp", scene.Coordinator.Id, scene.Unit.Id, scene.Sheet.Id, version.Id),
            (line.Before, line.After, line.Note, line.By, line.UnitId, line.AssessmentId, line.VersionId));
    }

    [Fact]
    public async Task A_new_value_withdraws_the_confirmation_and_the_trail_says_what_was_before()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        await scene.ConfirmAsync();

        await scene.RecordAsync(entry: ConditionDesk.Entry("95"));

        var record = await scene.RecordOfAsync(ConditionDesk.Tlhp);
        Assert.Equal(("95", null, null, 3), (record!.Value, record.ConfirmedBy, record.ConfirmedAt, record.Version));
        var line = Assert.Single(await scene.TrailAsync(AuditAction.ConditionRecorded), recorded => recorded.Before != "belum dicatat");
        Assert.EndsWith(", dikonfirmasi", line.Before, StringComparison.Ordinal);
        Assert.StartsWith("95 %, ", line.After, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string?, string> Faults => new()
    {
        { "tlhp", "", "LHP 12", "2026-03-03", "condition.value-missing" },
        { "tlhp", "101", "LHP 12", "2026-03-03", "condition.too-large" },
        { "tlhp", "semua", "LHP 12", "2026-03-03", "condition.not-a-number" },
        { "sakip-unit", "BBB", "LHP 12", "2026-03-03", "condition.not-a-choice" },
        { "pembangunan-zi", "sejak 2024", "LHP 12", "2026-03-03", "condition.not-a-duration" },
        { "tlhp", "100", " ", "2026-03-03", "condition.basis-missing" },
        { "tlhp", "100", "panjang", "2026-03-03", "condition.basis-too-long" },
        { "tlhp", "100", "LHP 12", null, "condition.date-missing" },
        { "tlhp", "100", "LHP 12", "2026-10-11", "condition.date-in-future" },
        { "spip", "3", "LHP 12", "2026-03-03", "condition.unknown" }, // of the instansi, not of the unit
        { "lain", "3", "LHP 12", "2026-03-03", "condition.unknown" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_does_not_fit_is_refused_in_words_and_writes_nothing(string code, string value, string basis, string? date, string problem)
    {
        using var scene = await Scene.CreateAsync();
        var before = await scene.PrintConditionsAsync();
        var entry = new ConditionEntry(
            value, basis == "panjang" ? new string('x', ConditionRecord.BasisMaxLength + 1) : basis,
            date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd"));

        Assert.Equal(problem, (await scene.Recording().ExecuteAsync(new(scene.Sheet.Id, code, entry, 0), default)).Problem?.Code);
        Assert.Equal(before, await scene.PrintConditionsAsync());
    }

    [Theory]
    [InlineData("http://jdih.contohprov.go.id/lhp", "link.not-secure")]
    [InlineData("javascript:alert(1)", "link.unreadable")]
    [InlineData("https://192.168.1.4/lhp", "link.inside")]
    public async Task Only_public_https_addresses_prove_anything(string url, string problem)
    {
        using var scene = await Scene.CreateAsync();

        var refused = (await scene.Recording().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(url: url), 0), default)).Problem;

        Assert.StartsWith("link.", refused?.Code, StringComparison.Ordinal);
        Assert.True(refused!.Code == problem || url.StartsWith("javascript", StringComparison.Ordinal), refused.Code);
        Assert.Null(await scene.RecordOfAsync(ConditionDesk.Tlhp));
    }

    [Theory]
    [InlineData("of another unit", "condition.not-in-library")]
    [InlineData("discarded", "condition.not-in-library")]
    [InlineData("of nobody", "condition.not-in-library")]
    [InlineData("infected", "condition.infected")]
    public async Task The_document_is_one_of_the_units_own_library(string which, string problem)
    {
        using var scene = await Scene.CreateAsync();
        var version = await NewestOf(scene, (await scene.ShelveAsync()).Id);
        await scene.ChangeAsync(async db =>
        {
            var other = await scene.Database.AddUnitAsync("BKD");
            await (which switch
            {
                "of another unit" => db.EvidenceVersions.ExecuteUpdateAsync(set => set.SetProperty(known => known.UnitId, other.Id)),
                "discarded" => db.EvidenceItems.ExecuteUpdateAsync(set => set.SetProperty(item => item.DiscardedAt, scene.Database.Clock.GetUtcNow())),
                "infected" => db.EvidenceContents.ExecuteUpdateAsync(set => set.SetProperty(content => content.Scan, ScanState.Infected)),
                _ => Task.CompletedTask,
            });
        });
        var id = which == "of nobody" ? Guid.CreateVersion7(scene.Database.Clock.GetUtcNow()) : version.Id;

        Assert.Equal(problem, (await scene.Recording().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(version: id), 0), default)).Problem?.Code);
        Assert.Null(await scene.RecordOfAsync(ConditionDesk.Tlhp));
    }

    [Fact]
    public async Task A_stale_save_says_what_stands_there_now_and_changes_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync(entry: ConditionDesk.Entry("90"));
        var before = await scene.PrintConditionsAsync();

        var refused = (await scene.Recording().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default)).Problem;

        Assert.Equal("condition.stale", refused?.Code);
        Assert.Contains("90 %, 700/12/2026 rekap tindak lanjut", refused!.Message, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintConditionsAsync());
    }

    [Fact]
    public async Task Two_first_saves_at_once_leave_one_record()
    {
        using var scene = await Scene.CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            scene.Recording().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("condition.stale", result.Problem!.Code));
        Assert.NotNull(await scene.RecordOfAsync(ConditionDesk.Tlhp));
    }

    [Fact]
    public async Task A_document_that_proves_a_condition_stays_in_the_library()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.RecordAsync(entry: ConditionDesk.Entry(version: (await NewestOf(scene, item.Id)).Id));

        Assert.Equal("library.proves-condition", (await scene.Discard().ExecuteAsync(item.Id, default)).Problem?.Code);

        await scene.RecordAsync(entry: ConditionDesk.Entry());
        Assert.Null((await scene.Discard().ExecuteAsync(item.Id, default)).Problem);
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft, null)]
    [InlineData(AssessmentStatus.Submitted, null)]
    [InlineData(AssessmentStatus.Preliminary, null)]
    [InlineData(AssessmentStatus.InReview, null)]
    [InlineData(AssessmentStatus.InRepair, null)]
    [InlineData(AssessmentStatus.ReReview, null)]
    [InlineData(AssessmentStatus.Concluded, null)]
    [InlineData(AssessmentStatus.Proposed, "condition.past-proposal")]
    [InlineData(AssessmentStatus.AtTpn, "condition.past-proposal")]
    [InlineData(AssessmentStatus.Awarded, "condition.past-proposal")]
    [InlineData(AssessmentStatus.NotAwarded, "condition.past-proposal")]
    [InlineData(AssessmentStatus.Monitored, "condition.past-proposal")]
    [InlineData(AssessmentStatus.Revoked, "condition.past-proposal")]
    public async Task Conditions_change_until_the_unit_is_proposed(AssessmentStatus status, string? problem)
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync("lhkpn");
        await scene.ChangeAsync(db => db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.Status, status)));

        Assert.Equal(problem, (await scene.Recording().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default)).Problem?.Code);
        Assert.Equal(problem, (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, "lhkpn", 1), default)).Problem?.Code);
    }

    [Fact]
    public async Task A_closed_period_no_longer_changes()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync("lhkpn");
        await scene.ChangeAsync(async db => (await db.Periods.SingleAsync()).Close(scene.Evaluator.Id, scene.Database.Clock.GetUtcNow()));

        Assert.Equal("period.closed", (await scene.Recording().ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default)).Problem?.Code);
        Assert.Equal("period.closed", (await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, "lhkpn", 1), default)).Problem?.Code);
    }

    private static async Task<EvidenceVersion> NewestOf(Scene scene, Guid itemId)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.EvidenceVersions.AsNoTracking().SingleAsync(version => version.ItemId == itemId);
    }
}
