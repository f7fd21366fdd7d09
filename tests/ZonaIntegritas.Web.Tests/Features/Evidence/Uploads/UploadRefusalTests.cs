using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Uploads;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Uploads.TusBrowser;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Uploads;

/// <summary>Who may not, what is not wanted, and what changes while a file is on its way.</summary>
public sealed class UploadRefusalTests : UploadTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8invented")]
    public async Task Without_the_pages_token_nothing_is_begun_added_or_ended(string? token)
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        var forged = Browser.With(token);

        Assert.Equal("400 evidence.csrf", await SayAsync(await forged.CreateAsync(Scene.For(), 100)));
        Assert.Equal("400 evidence.csrf", await SayAsync(await forged.PatchAsync(upload, 0, new byte[10])));
        Assert.Equal("400 evidence.csrf", await SayAsync(await forged.DeleteAsync(upload)));
        Assert.Equal("200 offset 0", await SayAsync(await Browser.HeadAsync(upload)));
    }

    [Fact]
    public async Task Nobody_is_told_that_the_sign_in_is_over_and_not_sent_to_a_form()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        using var nobody = new TusBrowser(App.Visitor(), "x");

        Assert.Equal("401", await SayAsync(await nobody.CreateAsync(Scene.For(), 100)));
        Assert.Equal("401", await SayAsync(await nobody.HeadAsync(upload)));
        Assert.Equal("401", await SayAsync(await nobody.PatchAsync(upload, 0, new byte[10])));
    }

    [Fact]
    public async Task Whoever_may_not_fill_in_begins_nothing()
    {
        using var evaluator = await TusBrowser.OpenAsync(await App.SignInAsync(Scene.Evaluator));

        Assert.Equal("403 access.not-allowed", await SayAsync(await evaluator.CreateAsync(Scene.For(), 100)));
        Assert.Equal(0, await UnfinishedRowsAsync());
    }

    [Fact]
    public async Task A_token_of_another_user_is_answered_as_one_that_never_was()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        await Browser.PatchAsync(upload, 0, new byte[40]);
        var colleague = await Scene.Database.AddUserAsync(Domain.Access.Role.Koordinator, Scene.Unit, "Rekan");
        using var other = await TusBrowser.OpenAsync(await App.SignInAsync(colleague));
        var never = new Uri($"/unggah/{Guid.CreateVersion7()}", UriKind.Relative);

        foreach (var asked in (Uri[])[upload, never])
        {
            Assert.Equal("404", await SayAsync(await other.HeadAsync(asked)));
            Assert.Equal("404 upload.unknown", await SayAsync(await other.PatchAsync(asked, 40, new byte[60])));
            Assert.Equal("404 upload.unknown", await SayAsync(await other.DeleteAsync(asked)));
        }

        Assert.Empty(await other.UnfinishedAsync(Scene.For()));
        Assert.Equal("200 offset 40", await SayAsync(await Browser.HeadAsync(upload)));
    }

    [Fact]
    public async Task Sheets_items_and_units_of_others_cannot_be_named()
    {
        var otherUnit = await Scene.Database.AddUnitAsync("Dinas Sosial");
        var otherSheet = await Scene.Database.AddSheetAsync(otherUnit, Scene.Period);
        var otherItem = await AddItemAsync(otherUnit.Id);
        UploadPurpose[] foreign =
        [
            new(otherUnit.Id), new(otherUnit.Id, otherSheet.Id, Scene.YesNo), new(Scene.Unit.Id, otherSheet.Id, Scene.YesNo),
            new(Scene.Unit.Id, ItemId: otherItem), new(Scene.Unit.Id, ItemId: Guid.CreateVersion7()), new(Guid.CreateVersion7()),
        ];

        foreach (var purpose in foreign)
        {
            Assert.Equal("403 access.not-allowed", await SayAsync(await Browser.CreateAsync(purpose, 100)));
        }

        Assert.Equal(0, await UnfinishedRowsAsync());
    }

    [Theory]
    [InlineData("a.pdf", 0, "422 evidence.empty")]
    [InlineData("a.pdf", 3L * 1024 * 1024 * 1024, "413 evidence.too-large")]
    [InlineData("a.svg", 100, "422 evidence.kind-refused")]
    [InlineData("a.html", 100, "422 evidence.kind-refused")]
    [InlineData("laporan\u202Efdp.exe", 100, "422 evidence.kind-refused")]
    [InlineData("../..", 100, "422 evidence.name-missing")]
    [InlineData("", 100, "422 evidence.name-missing")]
    public async Task What_is_not_wanted_is_refused_before_its_first_byte(string name, long length, string said)
    {
        Assert.Equal(said, await SayAsync(await Browser.CreateAsync(Scene.For(), length, name)));
        Assert.Equal(0, await UnfinishedRowsAsync());
        Assert.Empty(Incoming());
    }

    [Theory]
    [InlineData("../../x.pdf", "x.pdf")]
    [InlineData(@"C:\Users\sri\x.pdf", "x.pdf")]
    [InlineData("Bukti 2026/Area 1/SK.pdf", "SK.pdf")]
    [InlineData("CON.pdf", "CON.pdf")]
    [InlineData("gaji\u202Efdp.pdf", "gajifdp.pdf")]
    [InlineData("rapat 🎉👍.pdf", "rapat 🎉👍.pdf")]
    public async Task Names_are_made_safe_and_never_name_a_file_on_the_server(string sent, string kept)
    {
        var content = Pdf(500);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length, sent);
        await Browser.PatchAsync(upload, 0, content);

        Assert.Equal(kept, Assert.Single(await FilesAsync()).FileName);
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(Assert.Single(Scene.StoredFiles())));
    }

    [Fact]
    public async Task A_name_of_300_letters_is_cut_and_keeps_its_ending()
    {
        var content = Pdf(500);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length, new string('é', 300) + ".pdf");
        await Browser.PatchAsync(upload, 0, content);

        Assert.Equal(new string('é', 196) + ".pdf", Assert.Single(await FilesAsync()).FileName);
    }

    [Fact]
    public async Task Two_uploads_of_one_name_at_once_are_two_files()
    {
        var (one, two) = (Pdf(500), Pdf(700));
        var (first, second) = (await Browser.BeginAsync(Scene.For(), one.Length, "sama.pdf"), await Browser.BeginAsync(Scene.For(), two.Length, "sama.pdf"));
        await Browser.PatchAsync(first, 0, one[..200]);
        await Browser.PatchAsync(second, 0, two[..200]);
        await Task.WhenAll(Browser.PatchAsync(first, 200, one[200..]), Browser.PatchAsync(second, 200, two[200..]));

        Assert.Equal([500, 700], (await FilesAsync()).Select(file => file.Size).Order());
    }

    [Theory]
    [InlineData("bohong.pdf", "bukan pdf", "422 evidence.content-differs")]
    [InlineData("bohong.jpg", "bukan gambar", "422 evidence.content-differs")]
    public async Task A_file_that_is_not_what_it_says_is_deleted_with_its_upload(string name, string content, string said)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        var upload = await Browser.BeginAsync(Scene.For(), bytes.Length, name);

        Assert.Equal(said, await SayAsync(await Browser.PatchAsync(upload, 0, bytes)));

        Assert.Empty(Scene.StoredFiles());
        Assert.Equal("404", await SayAsync(await Browser.HeadAsync(upload)));
    }

    [Fact]
    public async Task A_sheet_that_is_handed_in_meanwhile_takes_no_further_piece()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        await Browser.PatchAsync(upload, 0, new byte[40]);
        await Scene.MoveToAsync(AssessmentStatus.Submitted);

        using var answer = await Browser.PatchAsync(upload, 40, new byte[60]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(40, Assert.Single(Incoming()).Length);
    }

    [Fact]
    public async Task An_account_that_is_closed_meanwhile_adds_nothing_more()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        await Browser.PatchAsync(upload, 0, new byte[40]);
        await Scene.Database.CloseAccountAsync(Scene.Coordinator);

        Assert.Equal("403 access.not-signed-in", await SayAsync(await Browser.PatchAsync(upload, 40, new byte[60])));
        Assert.Equal("403", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal(40, Assert.Single(Incoming()).Length);
    }

    [Fact]
    public async Task Whoever_moved_to_another_unit_meanwhile_adds_nothing_more()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        var other = await Scene.Database.AddUnitAsync("Dinas Sosial");
        await using var db = Scene.Database.CreateDbContext();
        await db.Users.Where(u => u.Id == Scene.Coordinator.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.UnitId, other.Id));

        Assert.Equal("403 access.not-allowed", await SayAsync(await Browser.PatchAsync(upload, 0, new byte[100])));
    }

    [Fact]
    public async Task What_others_of_the_unit_have_announced_counts_against_its_room()
    {
        Scene.Database.Storage.Value.UnitQuotaGigabytes = 1;
        Options().UnitQuotaGigabytes = 1;
        const long Most = 250L * 1024 * 1024;
        for (var i = 0; i < 4; i++)
        {
            await Browser.BeginAsync(Scene.For(), Most, $"{i}.pdf");
        }

        Assert.Equal("422 evidence.quota", await SayAsync(await Browser.CreateAsync(Scene.For(), Most, "lagi.pdf")));
        await Browser.BeginAsync(Scene.For(), 24L * 1024 * 1024, "muat.pdf");
    }

    [Fact]
    public async Task Nobody_leaves_more_than_fifty_uploads_unfinished()
    {
        for (var i = 0; i < BeginUpload.MaxUnfinished; i++)
        {
            await Browser.BeginAsync(Scene.For(), 100);
        }

        Assert.Equal("422 upload.too-many", await SayAsync(await Browser.CreateAsync(Scene.For(), 100)));
    }

    private Web.Hosting.StorageOptions Options() =>
        ((Microsoft.Extensions.Options.IOptions<Web.Hosting.StorageOptions>)App.Services.GetService(typeof(Microsoft.Extensions.Options.IOptions<Web.Hosting.StorageOptions>))!).Value;

    private async Task<Guid> AddItemAsync(Guid unitId)
    {
        await using var db = Scene.Database.CreateDbContext();
        var item = new EvidenceItem(Guid.CreateVersion7(), unitId, "SK", Scene.Coordinator.Id, Scene.Database.Clock.GetUtcNow());
        db.Add(item);
        await db.SaveChangesAsync();
        return item.Id;
    }
}
