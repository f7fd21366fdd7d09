namespace ZonaIntegritas.E2E.Journeys;

/// <summary>Two coordinators and an evaluator on one sheet at the same time, in an app of their own.</summary>
public sealed class TwoAtOnce(World world) : Journey(world)
{
    private const string Unit = "DPMPTSP";
    private const string Andi = "koordinator.dpmptsp@contoh.invalid";
    private const string Ratih = "koordinator2.dpmptsp@contoh.invalid";
    private const string RatihsName = "Ratih Seumpamawati";
    private const string AndisName = "Andi Misalnugraha";

    private Guid _sheet;

    public override async ValueTask InitializeAsync()
    {
        App = await World.StartOwnAsync();
        _sheet = await App.Database.SheetAsync(Unit);
    }

    [Fact]
    public async Task What_one_saves_appears_at_the_others_without_a_reload()
    {
        const string code = "A.I.1.i.b";
        var (mine, hers, desk) = (await WorksheetAsync(Andi, code), await WorksheetAsync(Ratih, code), new DeskPage(await SignInAsync(Demo.EvaluatorOne)));
        await desk.OpenAsync(_sheet, code);

        await hers.PressAsync("3");
        await hers.IsSavedNowAsync();

        await Expect(mine.Option("C")).ToBeCheckedAsync();
        await Expect(mine.Page.Locator(".recent")).ToContainTextAsync($"baru saja diubah oleh {RatihsName}");
        await Expect(desk.UnitAnswer).ToContainTextAsync("C");
        await Expect(desk.UnitAnswer).ToContainTextAsync(RatihsName);
        Assert.Equal(await hers.Total.InnerTextAsync(), await mine.Total.InnerTextAsync());

        // Evidence and a question that is not on the screen, too.
        await hers.Evidence.UploadAsync(World.File("SK Tim terbaru.pdf", TestFiles.Pdf("", 20_000).Buffer));
        await Expect(mine.Evidence.Files.Filter(new() { HasText = "SK Tim terbaru" })).ToHaveCountAsync(1);
        await Expect(desk.Evidence.Files.Filter(new() { HasText = "SK Tim terbaru" })).ToHaveCountAsync(1);
        await hers.Page.GetByRole(AriaRole.Button, new() { Name = "Berikutnya", Exact = true }).ClickAsync();
        await hers.ShowsAsync("A.I.1.ii.a");
        await hers.Option("Tidak").ClickAsync();
        await hers.IsSavedNowAsync();
        await Expect(mine.Page.Locator(".tree-recent")).ToHaveCountAsync(1);
        await mine.ShowsAsync(code);
    }

    [Fact]
    public async Task Two_texts_for_one_question_stand_side_by_side_until_a_person_decides()
    {
        const string code = "A.I.2.i.a";
        var (mine, hers) = (await WorksheetAsync(Andi, code), await WorksheetAsync(Ratih, code));
        const string text = "Catatan Andi: lihat SK Tim halaman 4, diktum kedua, dan lampirannya.";

        // He types on and on, slower than a page saves and faster than it gives up waiting; hers is saved meanwhile.
        await mine.Note.ClearAsync();
        var typing = mine.Note.PressSequentiallyAsync(text, new() { Delay = 250 });
        await hers.Note.FillAsync("Catatan Ratih, halaman 7.");
        await hers.IsSavedNowAsync();
        await typing;

        var conflict = mine.Page.Locator(".conflict");
        await Expect(conflict).ToContainTextAsync($"{RatihsName} mengubah jawaban ini");
        await Expect(mine.Note).ToHaveValueAsync(text);
        var compare = conflict.GetByRole(AriaRole.Button, new() { Name = "Lihat" });
        if (await compare.IsVisibleAsync())
        {
            await compare.ClickAsync();
        }

        await Expect(conflict.Locator(".note")).ToHaveTextAsync(["Catatan Ratih, halaman 7.", text]);
        Assert.Equal("Catatan Ratih, halaman 7.", await App.Database.NoteAsync(_sheet, code));
        Assert.Empty(await Looks.FaultsAsync(mine.Page));
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Pakai punya saya" }).ClickAsync();
        await mine.IsSavedNowAsync();
        await Expect(hers.Note).ToHaveValueAsync(text);
        Assert.Equal(text, await App.Database.NoteAsync(_sheet, code));
    }

    [Fact]
    public async Task A_withdrawn_assignment_ends_the_open_desk_kindly_and_nothing_more_arrives()
    {
        const string code = "A.I.1.ii.a";
        var (mine, desk) = (await WorksheetAsync(Andi, code), new DeskPage(await SignInAsync(Demo.EvaluatorOne)));
        await desk.OpenAsync(_sheet, code);

        await App.Database.EndAssignmentAsync(Demo.EvaluatorOne, Unit);
        await mine.Note.FillAsync("Ditulis setelah penugasan dicabut.");
        await mine.IsSavedNowAsync();

        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Anda tidak berwenang");
        await Expect(desk.Question).ToHaveCountAsync(0);
        Assert.DoesNotContain("Ditulis setelah penugasan dicabut.", await desk.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_names_a_colleague_is_settled_and_stands_there_after_a_reload()
    {
        const string code = "A.I.3.i.a";
        var (mine, hers) = (await WorksheetAsync(Andi, code), await WorksheetAsync(Ratih, "A.I.1.i.a"));
        var (my, her) = (new TalkPart(mine.Page), new TalkPart(hers.Page));

        await my.WriteByKeyAsync("Halaman berapa yang dimaksud, @rat");
        await my.NameAsync(RatihsName);
        await my.SendAsync();
        await Expect(my.Messages).ToContainTextAsync($"Halaman berapa yang dimaksud, @{RatihsName}");

        await hers.Page.GotoAsync("/lembar-kerja");
        var named = hers.Page.GetByRole(AriaRole.Region, new() { Name = "Anda disebut" });
        await Expect(named).ToContainTextAsync("Anda disebut (1)");
        Assert.Empty(await Looks.FaultsAsync(hers.Page));
        await named.GetByRole(AriaRole.Link).ClickAsync();
        await hers.ShowsAsync(code);
        await Expect(her.Messages).ToContainTextAsync(AndisName);
        Assert.Empty(await Looks.FaultsAsync(hers.Page));
        await hers.Page.GetByRole(AriaRole.Button, new() { Name = "Tandai selesai" }).ClickAsync();

        // It folds at both, and a reload brings it back.
        await Expect(my.Settled).ToContainTextAsync("Selesai: Halaman berapa yang dimaksud");
        await mine.Page.ReloadAsync();
        await mine.ShowsAsync(code);
        await mine.PressAsync("p");
        await my.Settled.Locator("summary").ClickAsync();
        await Expect(my.Settled).ToContainTextAsync($"Ditandai selesai oleh {RatihsName}");
        await hers.Page.GotoAsync("/lembar-kerja");
        await Expect(hers.Page.Locator("table")).ToBeVisibleAsync();
        await Expect(named).ToHaveCountAsync(0);
    }

    private async Task<WorksheetPage> WorksheetAsync(string email, string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(email));
        await worksheet.OpenAsync(_sheet, code);
        return worksheet;
    }
}
