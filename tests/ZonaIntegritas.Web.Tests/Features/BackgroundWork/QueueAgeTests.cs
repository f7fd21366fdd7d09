using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.BackgroundWork;

public sealed class QueueAgeTests
{
    [Fact]
    public async Task Only_work_that_could_be_done_makes_a_queue_old()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var clock = scene.Database.Clock;
        Assert.Equal(TimeSpan.Zero, await bench.Age.ReadAsync(default));

        await bench.AddFailedMailAsync();
        await bench.AddMailAsync(mail => mail.WaitUntil(clock.GetUtcNow().AddHours(2)));
        await bench.AddPaperAsync(paper => paper.Start(clock.GetUtcNow()), PaperKind.EvidencePack);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.Zero, await bench.Age.ReadAsync(default));

        await bench.AddPaperAsync();
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TimeSpan.FromMinutes(4), await bench.Age.ReadAsync(default));

        // The pack's worker has died: due again since its lease ended, a minute after the paper was asked for.
        clock.Advance(TimeSpan.FromMinutes(116));
        Assert.Equal(TimeSpan.FromMinutes(120), await bench.Age.ReadAsync(default));
    }

    [Fact]
    public async Task What_waits_and_runs_is_counted_by_kind_with_the_oldest()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var asked = scene.Database.Clock.GetUtcNow();
        await bench.AddMailAsync();
        await bench.AddMailAsync(mail =>
        {
            mail.Start(asked);
            mail.Fail("Server surel sedang sibuk.", asked, permanent: false);
        });
        var pack = await bench.AddPaperAsync(
            paper =>
            {
                paper.Start(asked);
                paper.Advance(12, 40);
            },
            PaperKind.EvidencePack);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(7));
        await bench.AddMailAsync();

        var view = await bench.Queries(TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator))).LoadAsync(default);

        Assert.Equal(new(WorkKind.Mail, 3, 0, 1, asked), view.Waiting.Single(work => work.Kind == WorkKind.Mail));
        Assert.Equal(new(WorkKind.Pack, 0, 1, 0, asked), view.Waiting.Single(work => work.Kind == WorkKind.Pack));
        Assert.True(view.Waiting.Single(work => work.Kind == WorkKind.Paper).IsIdle);
        Assert.Equal(new(pack.Id, "Paket data dukung, DPMPTSP", 12, 40, asked), Assert.Single(view.Running));
    }
}
