using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

public sealed class DetachEvidenceTests
{
    [Fact]
    public async Task A_file_taken_off_is_gone_from_the_question_and_kept_on_record()
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.AddEvidenceAsync();

        Assert.Null((await scene.Detach().ExecuteAsync(file.LinkId, default)).Problem);

        Assert.Empty(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default));
        Assert.Single(scene.StoredFiles());
        await using var db = scene.Database.CreateDbContext();
        var link = await db.EvidenceLinks.SingleAsync();
        Assert.Equal((scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()), (link.DetachedBy, link.DetachedAt));
    }

    [Fact]
    public async Task Taking_off_twice_says_that_it_is_gone()
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.AddEvidenceAsync();
        await scene.Detach().ExecuteAsync(file.LinkId, default);

        Assert.Equal(EvidenceProblems.Gone, (await scene.Detach().ExecuteAsync(file.LinkId, default)).Problem);
        Assert.Equal(EvidenceProblems.Gone, (await scene.Detach().ExecuteAsync(Guid.CreateVersion7(), default)).Problem);
    }
}
