using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Troubles;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reminders;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Troubles;

public sealed class TroubleQueriesTests
{
    [Fact]
    public async Task A_document_on_two_questions_is_one_trouble_and_questions_without_proof_are_counted()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 5, by: scene.Coordinator);
        await AddLinkAsync(scene, LinkState.Locked, Scene.YesNo, Scene.Abc);
        await AddLinkAsync(scene, LinkState.Dead, Scene.Abc);
        await AddLinkAsync(scene, LinkState.Opens, Scene.Abc);

        var troubles = await Queries(scene, scene.Coordinator).OfSheetAsync(scene.Sheet.Id, default);

        // 5 answered − 2 with documents = 3 without.
        Assert.Equal(new(scene.Sheet.Id, 2026, BrokenLinks: 2, Unreadable: 0, Expired: 0, FromEarlierYear: 0, Unproven: 3), troubles);
        Assert.Equal(["2 tautan terkunci atau mati", "3 soal dijawab tanpa data dukung"], troubles.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task What_was_taken_off_troubles_nobody()
    {
        using var scene = await Scene.CreateAsync();
        foreach (var link in await AddLinkAsync(scene, LinkState.Locked, Scene.YesNo))
        {
            await scene.Detach().ExecuteAsync(link, default);
        }

        Assert.Empty((await Queries(scene, scene.Coordinator).OfSheetAsync(scene.Sheet.Id, default)).Lines);
    }

    [Theory]
    [InlineData("2026-10-09", 1)]
    [InlineData("2026-10-10", 0)]
    public async Task A_document_expires_after_its_last_day_at_the_unit(string until, int expired)
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        await using (var db = scene.Database.CreateDbContext())
        {
            var item = await db.EvidenceItems.FindAsync(row.ItemId);
            item!.Describe(new("SK", EvidenceKind.Decree, null, null, null, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), "", ""));
            await db.SaveChangesAsync();
        }

        Assert.Equal(expired, (await Queries(scene, scene.Coordinator).OfSheetAsync(scene.Sheet.Id, default)).Expired);
    }

    [Fact]
    public async Task Only_the_own_unit_is_told_and_only_while_a_sheet_is_open()
    {
        using var scene = await Scene.CreateAsync();
        await AddLinkAsync(scene, LinkState.Locked, Scene.YesNo);
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));

        Assert.Equal(1, (await Queries(scene, scene.Coordinator).OwnAsync(default))!.BrokenLinks);
        Assert.Null(await Queries(scene, scene.Evaluator).OwnAsync(default));
        Assert.Null(await Queries(scene, stranger).OwnAsync(default));
        await Assert.ThrowsAsync<ForbiddenException>(() => Queries(scene, stranger).OfSheetAsync(scene.Sheet.Id, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => Queries(scene, stranger).OfSheetAsync(Guid.CreateVersion7(), default));

        await scene.MoveToAsync(AssessmentStatus.Concluded);
        Assert.Null(await Queries(scene, scene.Coordinator).OwnAsync(default));
    }

    [Fact]
    public async Task The_morning_mail_names_links_that_do_not_open()
    {
        // A Monday: on other people's free days nobody is written to.
        using var scene = await Scene.CreateAsync(now: new(2026, 10, 12, 0, 0, 0, TimeSpan.Zero));
        await AddLinkAsync(scene, LinkState.Locked, Scene.YesNo, Scene.Abc);
        using MailBench bench = new(scene.Database);

        await bench.Plan.ExecuteAsync(default);

        var mail = Assert.Single(await bench.RowsAsync(), row => row.RecipientId == scene.Coordinator.Id);
        Assert.Contains("1 tautan data dukung LKE 2026 terkunci atau mati.", mail.Text, StringComparison.Ordinal);
    }

    private static TroubleQueries Queries(Scene scene, AppUser who) => new(scene.Database, TestDatabase.SignIn(who), scene.Database.Clock);

    private static async Task<IReadOnlyList<Guid>> AddLinkAsync(Scene scene, LinkState state, params string[] codes)
    {
        await using var db = scene.Database.CreateDbContext();
        var now = scene.Database.Clock.GetUtcNow();
        var item = new EvidenceItem(Guid.CreateVersion7(now), scene.Unit.Id, "Folder dokumentasi", scene.Coordinator.Id, now);
        var version = EvidenceVersion.OfLink(new(Guid.CreateVersion7(now), item.Id, scene.Unit.Id, item.NextVersion(), scene.Coordinator.Id, now), "https://contoh.test/a");
        version.TakeLinkCheck(state, "", now);
        var links = codes.Select(code => new EvidenceLink(Guid.CreateVersion7(now), scene.Sheet.Id, code, version, scene.Coordinator.Id, now)).ToList();
        db.AddRange(item, version);
        db.AddRange(links);
        await db.SaveChangesAsync();
        return [.. links.Select(link => link.Id)];
    }
}
