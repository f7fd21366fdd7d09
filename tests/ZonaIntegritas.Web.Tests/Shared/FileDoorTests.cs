using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;
using ZonaIntegritas.Web.Features.Proposals.Tpn;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Importing;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared.Files;
using ZonaIntegritas.Web.Tests.Features.Workbooks;

namespace ZonaIntegritas.Web.Tests.Shared;

/// <summary>Small files come in over HTTP: asked who and when before anything is read, on disk until a page takes them, and then gone.</summary>
public sealed class FileDoorTests
{
    private const string Instruments = "/instrumen/muat/berkas";

    [Fact]
    public async Task A_workbook_is_taken_once_at_its_own_door_and_leaves_nothing_behind()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        var (file, door) = (await scene.FileAsync(), WorkbookEndpoints.Door(scene.Sheet.Id));

        var ticket = await TicketAsync(await PostAsync(app, scene.Coordinator, door, file));

        var files = app.Services.GetRequiredService<HandedFiles>();
        Assert.Null(files.Take(WorkbookEndpoints.Door(Guid.CreateVersion7()), ticket));
        using (var taken = files.Take(door, ticket)!)
        {
            Assert.Equal("LKE.xlsx", taken.Name);
            Assert.Equal(file, await taken.ReadAsync(default));
        }

        Assert.Null(files.Take(door, ticket));
        Assert.Empty(Waiting(scene));
    }

    [Fact]
    public async Task What_no_page_takes_is_removed_and_so_is_what_a_killed_process_left()
    {
        using var scene = await Scene.CreateAsync();
        Directory.CreateDirectory(Path.Combine(scene.Database.Folder, "handed-in"));
        await File.WriteAllTextAsync(Path.Combine(scene.Database.Folder, "handed-in", "left"), "?");
        await using var app = new TestApp(scene.Database);
        var (file, door) = (await scene.FileAsync(), WorkbookEndpoints.Door(scene.Sheet.Id));

        var forgotten = await TicketAsync(await PostAsync(app, scene.Coordinator, door, file));
        Assert.Equal([forgotten], Waiting(scene));
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(6));
        var next = await TicketAsync(await PostAsync(app, scene.Coordinator, door, file));

        Assert.Equal([next], Waiting(scene));
        Assert.Null(app.Services.GetRequiredService<HandedFiles>().Take(door, forgotten));
    }

    [Fact]
    public async Task Whoever_may_not_fill_in_hands_nothing_in()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        var (file, door) = (await scene.FileAsync(), WorkbookEndpoints.Door(scene.Sheet.Id));
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));

        foreach (var person in (AppUser[])[stranger, scene.Evaluator, await scene.Database.AddUserAsync(Role.Pimpinan), await scene.Database.AddUserAsync(Role.Administrator)])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(app, person, door, file)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(app, scene.Coordinator, WorkbookEndpoints.Door(Guid.CreateVersion7()), file)).StatusCode);
        using var nobody = app.ClientOf(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostFileAsync(door, "LKE.xlsx", file)).StatusCode);
        await scene.Database.CloseAccountAsync(scene.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(app, scene.Coordinator, door, file)).StatusCode);
        Assert.Empty(Waiting(scene));
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_read()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        using var client = app.ClientOf(scene.Coordinator);

        using var without = await client.PostFileAsync(WorkbookEndpoints.Door(scene.Sheet.Id), "LKE.xlsx", await scene.FileAsync());
        using var wrong = await client.PostFileAsync(WorkbookEndpoints.Door(scene.Sheet.Id), "LKE.xlsx", await scene.FileAsync(), "bukan");

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [without.StatusCode, wrong.StatusCode]);
        Assert.Empty(Waiting(scene));
    }

    [Fact]
    public async Task What_is_no_workbook_too_large_or_too_late_is_refused_in_words()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        var door = WorkbookEndpoints.Door(scene.Sheet.Id);

        Assert.Equal((422, "workbook.not-excel"), await RefusalAsync(await PostAsync(app, scene.Coordinator, door, SmallFiles.Pdf)));
        Assert.Equal((422, "workbook.not-excel"), await RefusalAsync(await PostAsync(app, scene.Coordinator, door, [])));
        Assert.Equal((413, "workbook.too-large"), await RefusalAsync(await PostAsync(app, scene.Coordinator, door, new byte[BookReader.MaxBytes + 1])));
        Assert.Equal((413, "workbook.too-large"), await RefusalAsync(await PostAsync(app, scene.Coordinator, door, new byte[BookReader.MaxBytes + 100_000])));
        Assert.Equal((400, "workbook.unreadable"), await RefusalAsync(await PostAsync(app, scene.Coordinator, door, await scene.FileAsync(), field: "lain")));
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        Assert.Equal((422, "assessment.not-open-for-unit"), await RefusalAsync(await PostAsync(app, scene.Coordinator, door, [1])));
        Assert.Empty(Waiting(scene));
    }

    [Fact]
    public async Task Answers_of_TPN_and_instruments_come_in_by_doors_of_their_own()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await using var app = new TestApp(scene.Database);
        var tpn = TpnEndpoints.Door(scene.Sheet.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(app, scene.Coordinator, tpn, "{}"u8.ToArray())).StatusCode);
        Assert.Equal((422, "assessment.not-at-tpn"), await RefusalAsync(await PostAsync(app, administrator, tpn, "{}"u8.ToArray())));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(app, scene.Coordinator, Instruments, "{}"u8.ToArray())).StatusCode);
        Assert.Equal((413, "instrument.too-large"), await RefusalAsync(await PostAsync(app, administrator, Instruments, new byte[LoadInstrument.MaxBytes + 1])));
        Assert.NotEmpty(await TicketAsync(await PostAsync(app, administrator, Instruments, "{}"u8.ToArray())));
    }

    private static string[] Waiting(Scene scene) => Path.Combine(scene.Database.Folder, "handed-in") is var folder && Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file))]
        : [];

    private static async Task<HttpResponseMessage> PostAsync(TestApp app, AppUser person, string door, byte[] file, string field = FileDoor.Field)
    {
        using var client = app.ClientOf(person);
        var token = (await client.GetFromJsonAsync<JsonElement>("/antiforgery")).GetProperty("token").GetString();
        return await client.PostFileAsync(door, "LKE.xlsx", file, token, field);
    }

    private static async Task<string> TicketAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString()!;
    }

    private static async Task<(int Status, string Code)> RefusalAsync(HttpResponseMessage response) =>
        ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<Problem>())!.Code);
}
