using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

/// <summary>What each filter finds, and who sees which documents. It is 10 October 2026.</summary>
public sealed class LibraryQueriesTests
{
    [Fact]
    public async Task A_row_says_what_the_document_is_and_where_its_newest_version_stands()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.Describe().ExecuteAsync(new(item.Id, Shelf.Details("SK Tim", date: new(2026, 1, 12), until: new(2026, 10, 30), number: "700/12"), 0), default);
        await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, item.Id), default);
        scene.Database.Clock.Advance(TimeSpan.FromHours(1));
        var version = await scene.AddVersionAsync(item);

        var view = (await scene.Library().PageAsync(null, new(), default))!;

        var row = Assert.Single(view.Rows);
        Assert.Equal(
            ("SK Tim", EvidenceKind.Decree, "700/12", new DateOnly(2026, 1, 12), 2, version.Name, version.Size, "Sri Wahyuni", scene.Database.Clock.GetUtcNow(), 1, true),
            (row.Title, row.Kind, row.LetterNumber, row.DocumentDate, row.Number, row.FileName, row.Size, row.By, row.At, row.Uses, row.NewestIsUsed));
        Assert.Equal(["Berakhir 20 hari lagi"], row.Signs(view.Today).Select(sign => sign.Word));
        Assert.Equal((true, true, new LibrarySums(1, 1, 0)), (view.IsOwn, view.MayChange, view.Sums));
        Assert.Equal(await scene.UsedBytesAsync(), view.UsedBytes);
        Assert.Contains(view.Areas, area => area.Code == "A.1" && area.Questions[0] == Scene.YesNo);
    }

    [Fact]
    public async Task Each_state_finds_its_documents_and_no_others()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025));
        foreach (var (title, until) in ((string, DateOnly?)[])[("lama", new(2026, 10, 9)), ("hari ini", new(2026, 10, 10)), ("sebulan", new(2026, 11, 9)), ("lebih", new(2026, 11, 10))])
        {
            var item = await scene.ShelveAsync($"{title}.pdf");
            await scene.Describe().ExecuteAsync(new(item.Id, Shelf.Details(title, until: until), 0), default);
        }

        var renewed = await scene.ShelveAsync("diperbarui.pdf");
        await scene.PutForwardAsync(renewed, last.Id);
        await scene.PutForwardAsync(await scene.ShelveAsync("tahun lalu.pdf"), last.Id);
        await scene.ChangeAsync(async db =>
        {
            // A newer version that nothing took up, as when every question was closed.
            var item = await db.EvidenceItems.SingleAsync(i => i.Id == renewed.Id);
            var origin = new EvidenceVersion.Origin(Guid.CreateVersion7(), item.Id, item.UnitId, item.NextVersion(), scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
            db.Add(EvidenceVersion.OfLink(origin, "https://contoh.invalid/baru"));
        });
        await StateAsync(scene, "rusak.pdf", content: content => content.TakeVerification(Integrity.Changed, default));
        await StateAsync(scene, "menunggu.pdf", content: content => content.TakeScan(ScanState.Waiting, ""));
        await StateAsync(scene, "virus.pdf", content: content => content.TakeScan(ScanState.Infected, "Eicar"));
        await scene.ChangeAsync(async db => (await db.EvidenceVersions.SingleAsync(version => version.Url != null)).TakeLinkCheck(LinkState.Dead, "", default));

        Assert.Equal(["hari ini", "sebulan"], await FoundAsync(scene, LibraryState.Expiring));
        Assert.Equal(["lama"], await FoundAsync(scene, LibraryState.Expired));
        Assert.Equal(["diperbarui"], await FoundAsync(scene, LibraryState.NewestUnused));
        Assert.Equal(["tahun lalu"], await FoundAsync(scene, LibraryState.FromEarlierYear));
        Assert.Equal(["diperbarui"], await FoundAsync(scene, LibraryState.LinkTrouble));
        Assert.Equal(["rusak"], await FoundAsync(scene, LibraryState.FileTrouble));
        Assert.Equal(["menunggu"], await FoundAsync(scene, LibraryState.AwaitingScan));
        Assert.Equal(["virus"], await FoundAsync(scene, LibraryState.Infected));
        Assert.Equal(["hari ini", "lama", "lebih", "menunggu", "rusak", "sebulan", "virus"], await FoundAsync(scene, LibraryState.Unused));
        Assert.Equal(9, (await FoundAsync(scene, LibraryState.All)).Length);
    }

    [Fact]
    public async Task Places_kinds_and_words_narrow_the_list()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025));
        var (decree, minutes, photo) = (await scene.ShelveAsync("SK Tim.pdf"), await scene.ShelveAsync("Notulen.pdf"), await scene.ShelveAsync("Foto_apel 100%.pdf"));
        await scene.Describe().ExecuteAsync(new(decree.Id, Shelf.Details("SK Tim", number: "700/12/2026"), 0), default);
        await scene.PutForwardAsync(decree, scene.Sheet.Id, Scene.YesNo);
        await scene.PutForwardAsync(minutes, scene.Sheet.Id, "A.I.2.i.a");
        await scene.PutForwardAsync(photo, last.Id, Scene.Abc);

        Assert.Equal(["Foto_apel 100%", "SK Tim"], await OrderedAsync(scene, new(Area: "A.1")));
        Assert.Equal(["SK Tim"], await OrderedAsync(scene, new(Area: "A.1", Year: 2026)));
        Assert.Equal(["Foto_apel 100%"], await OrderedAsync(scene, new(Question: Scene.Abc)));
        Assert.Equal(["Notulen", "SK Tim"], await OrderedAsync(scene, new(Year: 2026)));
        Assert.Equal(["SK Tim"], await OrderedAsync(scene, new(Kind: EvidenceKind.Decree)));
        Assert.Equal(["SK Tim"], await OrderedAsync(scene, new(Search: "tim 12/2026")));
        Assert.Equal(["Foto_apel 100%"], await OrderedAsync(scene, new(Search: "100%")));
        Assert.Equal(["Foto_apel 100%"], await OrderedAsync(scene, new(Search: "o_apel")));
        Assert.Empty(await OrderedAsync(scene, new(Search: "t_m")));
        Assert.Empty(await OrderedAsync(scene, new(Area: "tidak-ada")));
    }

    [Fact]
    public async Task Documents_are_sorted_as_asked_and_paged_by_twenty_five()
    {
        using var scene = await Scene.CreateAsync();
        for (var number = 1; number <= 27; number++)
        {
            await scene.ShelveAsync($"dokumen {number:00}.pdf");
            scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await scene.TitlesAsync(new());
        Assert.Equal(("dokumen 27", 25), (first[0], first.Length));
        Assert.Equal(["dokumen 02", "dokumen 01"], await scene.TitlesAsync(new(Page: 2)));
        Assert.Equal("dokumen 01", (await scene.TitlesAsync(new(Sort: LibrarySort.Title)))[0]);
        var dated = (await scene.Library().PageAsync(null, new(Search: "13"), default))!.Rows.Single();
        await scene.Describe().ExecuteAsync(new(dated.ItemId, Shelf.Details("bertanggal", date: new(2020, 1, 1)), 0), default);
        Assert.Equal("bertanggal", (await scene.TitlesAsync(new(Sort: LibrarySort.DocumentDate)))[0]);
    }

    [Fact]
    public async Task A_discarded_document_is_not_in_the_library()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Discard().ExecuteAsync((await scene.ShelveAsync()).Id, default);

        Assert.Empty(await scene.TitlesAsync(new()));
    }

    [Theory]
    [InlineData("coordinator", 2)]
    [InlineData("head of the unit", 2)]
    [InlineData("head of the instansi", 2)]
    [InlineData("administrator", 2)]
    [InlineData("evaluator", 1)]
    public async Task Everybody_sees_what_the_role_may_and_an_evaluator_only_what_was_put_forward(string who, int documents)
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await scene.ShelveAsync("draf internal.pdf");
        var reader = await ReaderAsync(scene, who);

        var view = (await scene.Library(reader).PageAsync(scene.Unit.Id, new(), default))!;

        Assert.Equal((documents, documents), (view.Rows.Count, view.Sums.Found));
        Assert.Equal(who == "coordinator", view.MayChange);
        Assert.Equal(who == "evaluator", view.UsedBytes is null);
    }

    [Theory]
    [InlineData("coordinator of another unit")]
    [InlineData("head of another unit")]
    [InlineData("evaluator without the unit")]
    [InlineData("evaluator of the own unit")]
    public async Task Another_units_library_is_closed_and_so_are_its_documents(string who)
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        var reader = await ReaderAsync(scene, who);

        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Library(reader).PageAsync(scene.Unit.Id, new(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Documents(reader).LoadAsync(row.ItemId, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Documents(reader).HistoryAsync(row.ItemId, 1, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Missing(reader).LoadAsync(scene.Sheet.Id, default));
    }

    [Fact]
    public async Task Whoever_has_no_unit_chooses_among_those_that_may_be_seen()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AddUnitAsync("Dinas Sosial");

        Assert.Null(await scene.Library(scene.Evaluator).PageAsync(null, new(), default));
        Assert.Equal(["DPMPTSP"], await UnitsAsync(scene.Evaluator));
        Assert.Equal(2, (await UnitsAsync(await scene.Database.AddUserAsync(Role.Administrator))).Length);
        Assert.Empty(await UnitsAsync(scene.Coordinator));

        async Task<string[]> UnitsAsync(AppUser who) =>
            [.. (await new UnitQueries(scene.Database, TestDatabase.SignIn(who)).PageAsync(null, 1, default)).Rows.Select(unit => unit.ShortName)];
    }

    [Fact]
    public async Task A_page_takes_six_queries_however_many_documents_it_shows()
    {
        using var scene = await Scene.CreateAsync();
        for (var number = 0; number < 5; number++)
        {
            await scene.ShelveAsync($"{number}.pdf");
        }

        var item = await scene.ShelveAsync();
        await scene.Library().PageAsync(null, new(), default);
        var counter = new CommandCounter(scene.Database);

        await scene.Library(db: counter).PageAsync(null, new(Area: "A.1", Search: "a", State: LibraryState.FromEarlierYear), default);
        Assert.InRange(counter.Queries.Count, 1, 6);
        counter.Queries.Clear();
        await scene.Library(db: counter).PageAsync(null, new(), default);
        Assert.InRange(counter.Queries.Count, 1, 6);
        counter.Queries.Clear();
        await scene.Documents(db: counter).LoadAsync(item.Id, default);
        Assert.InRange(counter.Queries.Count, 1, 6);
    }

    private static async Task<AppUser> ReaderAsync(Scene scene, string who) => who switch
    {
        "coordinator" => scene.Coordinator,
        "evaluator" => scene.Evaluator,
        "administrator" => await scene.Database.AddUserAsync(Role.Administrator),
        "head of the unit" => await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit),
        "head of the instansi" => await scene.Database.AddUserAsync(Role.Pimpinan),
        "coordinator of another unit" => await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial")),
        "head of another unit" => await scene.Database.AddUserAsync(Role.Pimpinan, await scene.Database.AddUnitAsync("Dinas Sosial")),
        "evaluator without the unit" => await scene.Database.AddUserAsync(Role.Evaluator),
        "evaluator of the own unit" => await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan Unit", scene.Unit),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };

    private static async Task StateAsync(Scene scene, string name, Action<EvidenceContent> content)
    {
        var item = await scene.ShelveAsync(name);
        await scene.ChangeAsync(async db => content(await (
            from known in db.EvidenceContents
            join version in db.EvidenceVersions on known.Sha256 equals version.Sha256
            where version.ItemId == item.Id
            select known).SingleAsync()));
    }

    private static Task<string[]> FoundAsync(Scene scene, LibraryState state) => OrderedAsync(scene, new(State: state));

    private static Task<string[]> OrderedAsync(Scene scene, LibraryFilter filter) => scene.TitlesAsync(filter with { Sort = LibrarySort.Title });
}
