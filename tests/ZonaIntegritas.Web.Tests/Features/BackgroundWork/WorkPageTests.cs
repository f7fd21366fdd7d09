using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Page;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.BackgroundWork;

public sealed class WorkPageTests : PageTest
{
    private readonly RecordingTrigger _trigger = new();

    [Fact]
    public async Task An_office_where_all_is_well_reads_so()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, await scene.Database.AddUserAsync(Role.Administrator));

        page.WaitForAssertion(() => Assert.Contains("Tidak ada yang gagal", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Antrean kosong", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Belum pernah", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Setiap hari pukul 01.00 WIB", page.Markup, StringComparison.Ordinal);
        Assert.Contains("11 Oktober 2026 01.00 WIB", page.Markup, StringComparison.Ordinal);
        Assert.Equal(RecurringJobs.All.Count, page.FindAll("button").Count(button => button.TextContent == "Jalankan sekarang"));
        Assert.NotNull(page.Find("a[href='/hangfire']"));
    }

    [Fact]
    public async Task A_failure_says_why_and_is_tried_again_or_set_aside()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var (mail, paper) = (await bench.AddFailedMailAsync("Server surel menjawab 550."), await bench.AddFailedPaperAsync());
        var page = Open(scene, await scene.Database.AddUserAsync(Role.Administrator));

        page.WaitForAssertion(() => Assert.Contains("2 perlu tindakan", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Server surel menjawab 550.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Ringkasan, untuk Sri Wahyuni", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 kali dicoba", page.Markup, StringComparison.Ordinal);

        await page.Find("button[aria-label='Coba lagi: Ringkasan, untuk Sri Wahyuni']").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("1 perlu tindakan", page.Markup, StringComparison.Ordinal));
        await page.Find("button[aria-label='Abaikan: Laporan kesiapan, DPMPTSP']").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Tidak ada yang gagal", page.Markup, StringComparison.Ordinal));

        Assert.Equal((WorkState.Waiting, WorkState.Withdrawn), ((await bench.RowAsync<MailDelivery>(mail.Id)).State, (await bench.RowAsync<ReportRequest>(paper.Id)).State));
    }

    [Fact]
    public async Task All_at_once_is_asked_for_twice()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var mail = await bench.AddFailedMailAsync();
        await bench.AddFailedMailAsync();
        var page = Open(scene, await scene.Database.AddUserAsync(Role.Administrator));
        page.WaitForAssertion(() => Assert.Contains("2 perlu tindakan", page.Markup, StringComparison.Ordinal));

        await page.Find("button[aria-label='Abaikan semua: Surat']").ClickAsync();
        Assert.Equal(WorkState.Failed, (await bench.RowAsync<MailDelivery>(mail.Id)).State);
        Assert.Contains("Abaikan 2 pekerjaan ini?", page.Markup, StringComparison.Ordinal);
        await page.FindAll("button").Single(button => button.TextContent == "Ya, abaikan").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Tidak ada yang gagal", page.Markup, StringComparison.Ordinal));
        Assert.Equal(WorkState.Withdrawn, (await bench.RowAsync<MailDelivery>(mail.Id)).State);
    }

    [Fact]
    public async Task What_another_administrator_did_meanwhile_is_said_in_words()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var mail = await bench.AddFailedMailAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var page = Open(scene, administrator);
        page.WaitForAssertion(() => Assert.Contains("1 perlu tindakan", page.Markup, StringComparison.Ordinal));
        await bench.SetAside(TestDatabase.SignIn(administrator)).ExecuteAsync(new(WorkKind.Mail, mail.Id), default);

        await page.Find("button[aria-label^='Coba lagi: Ringkasan']").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("1: Pekerjaan ini tidak lagi gagal", page.Find(".form-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_is_started_and_the_page_follows_it()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var page = Open(scene, await scene.Database.AddUserAsync(Role.Administrator));
        page.WaitForAssertion(() => Assert.Contains("Pemeriksaan tautan", page.Markup, StringComparison.Ordinal));

        await page.Find("button[aria-label='Jalankan sekarang: Pemeriksaan tautan']").ClickAsync();
        Assert.Equal([RecurringJobs.LinkChecks], _trigger.Started);
        await bench.Recorder.RecordAsync(RecurringJobs.LinkChecks, _ => Task.FromResult("128 tautan diperiksa, 3 tidak dapat dibuka."), default);
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(5));

        page.WaitForAssertion(() => Assert.Contains("128 tautan diperiksa", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_is_told_that_it_is_not_theirs()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, scene.Coordinator);

        page.WaitForAssertion(() => Assert.Contains("Anda tidak berwenang", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<WorkPage> Open(Scene scene, AppUser user)
    {
        Services.AddSingleton(Options.Create(new ZonaIntegritas.Web.Hosting.JobOptions()));
        Services.AddSingleton<IJobTrigger>(_trigger);
        Services.AddWork();
        return Open<WorkPage>(scene, user, "/pekerjaan");
    }
}
