using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Papers;

/// <summary>Terbitkan PDF: by whom, when, with what; everything refused leaves nothing behind.</summary>
public sealed class PublishPaperTests
{
    private static readonly PaperInput Met = PaperBench.Typed(
        (PaperFields.Place, "Ruang rapat Inspektorat"), (PaperFields.On, "2026-10-09"), (PaperFields.Attendees, "Tono Hartono, ketua tim"), (PaperFields.Agreed, "SK diperbaiki."));

    private static readonly PaperInput Letter = PaperBench.Typed(
        (PaperFields.Addressee, "Menteri PANRB"), (PaperFields.Units, PaperFields.Ready), (PaperFields.Signer, "Prof. Surya"), (PaperFields.Position, "Gubernur Contoh"), (PaperFields.Place, "Kota Contoh"));

    public static TheoryData<PaperKind, string> Strangers()
    {
        var cases = new TheoryData<PaperKind, string>();
        foreach (var (kind, who) in from kind in (PaperKind[])[PaperKind.Lhe, PaperKind.Minutes, PaperKind.UnmetConditions]
                                    from who in (string[])["coordinator of another unit", "head of another unit", "evaluator who is not assigned", "nobody", "closed account"]
                                    select (kind, who))
        {
            cases.Add(kind, who);
        }

        foreach (var (kind, who) in from kind in (PaperKind[])[PaperKind.Recap, PaperKind.ProposalLetter, PaperKind.Sptjm]
                                    from who in (string[])["coordinator", "head of the unit", "evaluator", "nobody", "closed account"]
                                    select (kind, who))
        {
            cases.Add(kind, who);
        }

        return cases;
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Nobody_else_has_one_made_or_looks_at_it(PaperKind kind, string who)
    {
        using var scene = await ConcludedAsync();
        var (bench, person) = (new PaperBench(scene.Database), await PersonAsync(scene, who));
        var id = IdOf(scene, kind);

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Publish(person).ExecuteAsync(kind, id, Letter, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Queries(person).PreviewAsync(kind, id, Letter, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Queries(person).LoadAsync(kind, id, default));
        Assert.Empty(await bench.PapersAsync());
    }

    [Fact]
    public async Task What_is_issued_can_be_read_and_the_next_is_another_version()
    {
        using var scene = await ConcludedAsync();
        var bench = new PaperBench(scene.Database);

        var first = await bench.Publish(scene.Evaluator).ExecuteAsync(PaperKind.Lhe, scene.Sheet.Id, PaperBench.Typed((PaperFields.Number, "700/1/2026"), ("lain", "x")), default);
        var second = await bench.Publish(scene.Evaluator).ExecuteAsync(PaperKind.Lhe, scene.Sheet.Id, PaperInput.Empty, default);

        Assert.Null(first.Problem);
        Assert.NotNull(second.PaperId);
        var papers = await bench.PapersAsync();
        Assert.Equal(["LHE/DPMPTSP/2026/v1", "LHE/DPMPTSP/2026/v2"], papers.Select(paper => paper.Number));
        Assert.Equal("""{"nomor":"700/1/2026"}""", papers[0].InputJson);
        using var file = bench.OpenFile(papers[0].Sha256!);
        using var pdf = PdfDocument.Open(file);
        Assert.Contains("700/1/2026", Reporting.Paper.WordsOf(pdf));
    }

    [Theory]
    [InlineData(PaperKind.Lhe)]
    [InlineData(PaperKind.Recap)]
    public async Task Two_people_at_once_get_two_versions(PaperKind kind)
    {
        using var scene = await ConcludedAsync();
        var (bench, id) = (new PaperBench(scene.Database), IdOf(scene, kind));
        var people = new[] { await scene.Database.AddUserAsync(Role.Pimpinan), await scene.Database.AddUserAsync(Role.Administrator) };

        var issued = await Task.WhenAll(people.Concat(people).Select(person => Task.Run(() => bench.Publish(person).ExecuteAsync(kind, id, PaperInput.Empty, default))));

        Assert.All(issued, outcome => Assert.NotNull(outcome.PaperId));
        var papers = await bench.PapersAsync();
        Assert.Equal([1, 2, 3, 4], papers.Select(paper => paper.Version).Order());
        Assert.Equal(4, papers.Select(paper => paper.Number).Distinct().Count());
    }

    [Fact]
    public async Task The_database_itself_refuses_a_version_twice()
    {
        using var scene = await ConcludedAsync();
        var bench = new PaperBench(scene.Database);
        await bench.Publish(scene.Evaluator).ExecuteAsync(PaperKind.Lhe, scene.Sheet.Id, PaperInput.Empty, default);
        var first = Assert.Single(await bench.PapersAsync());

        await using var db = scene.Database.CreateDbContext();
        db.ReportRequests.Add(new(
            Guid.CreateVersion7(), new(first.Kind, first.AssessmentId, null, first.Layer), new(first.Key, first.Day, first.Version, null), scene.Database.Clock.GetUtcNow()));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.EndsWith($"{scene.Sheet.Id}:Tpi:v1", first.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_lhe_is_out_it_says_so_and_the_units_people_do_not_get_so_far()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var bench = new PaperBench(scene.Database);

        Assert.Equal("papers.no-lhe", (await bench.Publish(scene.Evaluator).ExecuteAsync(PaperKind.Lhe, scene.Sheet.Id, PaperInput.Empty, default)).Problem?.Code);
        Assert.Null(await bench.Queries(scene.Evaluator).PreviewAsync(PaperKind.Lhe, scene.Sheet.Id, PaperInput.Empty, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Queries(scene.Coordinator).LoadAsync(PaperKind.Lhe, scene.Sheet.Id, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Queries(scene.Coordinator).LoadAsync(PaperKind.Minutes, scene.Sheet.Id, default));
        Assert.Empty(await bench.PapersAsync());
    }

    [Fact]
    public async Task The_units_people_read_the_lhe_once_it_is_out_and_do_not_issue_it()
    {
        using var scene = await ConcludedAsync();
        var bench = new PaperBench(scene.Database);

        var paper = await bench.Queries(scene.Coordinator).LoadAsync(PaperKind.Lhe, scene.Sheet.Id, default);

        Assert.False(paper.MayIssue);
        Assert.NotNull(await bench.Queries(scene.Coordinator).PreviewAsync(PaperKind.Lhe, scene.Sheet.Id, PaperInput.Empty, default));
        Assert.Equal("papers.not-by-you", (await bench.Publish(scene.Coordinator).ExecuteAsync(PaperKind.Lhe, scene.Sheet.Id, PaperInput.Empty, default)).Problem?.Code);
    }

    [Fact]
    public async Task Every_fault_of_a_form_is_said_at_once_beside_its_field()
    {
        using var scene = await ConcludedAsync();
        var bench = new PaperBench(scene.Database);

        var refused = await bench.Publish(scene.Evaluator).ExecuteAsync(
            PaperKind.Minutes, scene.Sheet.Id, PaperBench.Typed((PaperFields.On, "2026-12-01"), (PaperFields.Attendees, new string('a', 4001))), default);

        Assert.Equal("papers.form", refused.Problem?.Code);
        Assert.Equal([PaperFields.Place, PaperFields.On, PaperFields.Attendees, PaperFields.Agreed], refused.Faults.Select(fault => fault.Field));
        Assert.Contains("1 Desember 2026 belum lewat", refused.Faults[1].Message, StringComparison.Ordinal);
        Assert.Empty(await bench.PapersAsync());
        Assert.Null((await bench.Publish(scene.Evaluator).ExecuteAsync(PaperKind.Minutes, scene.Sheet.Id, Met, default)).Problem);
    }

    [Fact]
    public async Task A_letter_without_a_unit_is_not_made()
    {
        using var scene = await ConcludedAsync();
        var (bench, head) = (new PaperBench(scene.Database), await scene.Database.AddUserAsync(Role.Pimpinan));
        var nobody = new PaperInput(new Dictionary<string, string> { [PaperFields.Addressee] = "Menteri PANRB", [PaperFields.Units] = PaperFields.Proposed });

        Assert.Equal("papers.no-units", (await bench.Publish(head).ExecuteAsync(PaperKind.ProposalLetter, scene.Period.Id, nobody, default)).Problem?.Code);
        Assert.Null((await bench.Publish(head).ExecuteAsync(PaperKind.ProposalLetter, scene.Period.Id, Letter, default)).Problem);
        Assert.Null((await bench.Publish(head).ExecuteAsync(PaperKind.Sptjm, scene.Period.Id, Letter, default)).Problem);
        Assert.Null((await bench.Publish(head).ExecuteAsync(PaperKind.Recap, scene.Period.Id, PaperInput.Empty, default)).Problem);
    }

    [Fact]
    public async Task The_shelf_says_what_can_be_made_and_why_not()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var (bench, head) = (new PaperBench(scene.Database), await scene.Database.AddUserAsync(Role.Pimpinan));

        var seen = await bench.Queries(head).ShelfAsync(null, "", 1, default);
        var tpi = await bench.Queries(scene.Evaluator).ShelfAsync(null, "", 1, default);
        var unit = await bench.Queries(scene.Coordinator).ShelfAsync(null, "", 1, default);

        Assert.Equal([null, "belum ada unit yang layak menurut LHE", "belum ada unit yang layak menurut LHE"], seen.OfPeriod.Select(choice => choice.Missing));
        Assert.Empty(tpi.OfPeriod);
        Assert.Equal([(PaperKind.UnmetConditions, null), (PaperKind.Minutes, null), (PaperKind.Lhe, "LHE belum terbit")], Assert.Single(tpi.Sheets.Rows).Papers.Select(choice => (choice.Kind, choice.Missing)));
        Assert.Equal([PaperKind.UnmetConditions], Assert.Single(unit.Sheets.Rows).Papers.Select(choice => choice.Kind));
    }

    private static async Task<Scene> ConcludedAsync()
    {
        var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        return scene;
    }

    private static Guid IdOf(Scene scene, PaperKind kind) =>
        kind is PaperKind.Recap or PaperKind.ProposalLetter or PaperKind.Sptjm ? scene.Period.Id : scene.Sheet.Id;

    private static async Task<Authorizer> PersonAsync(Scene scene, string who)
    {
        if (who == "nobody")
        {
            return new(new CurrentUser());
        }

        var user = who switch
        {
            "coordinator" => scene.Coordinator,
            "evaluator" => scene.Evaluator,
            "closed account" => await scene.Database.AddUserAsync(Role.Administrator),
            "head of the unit" => await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit),
            "evaluator who is not assigned" => await scene.Database.AddUserAsync(Role.Evaluator),
            "head of another unit" => await scene.Database.AddUserAsync(Role.Pimpinan, await scene.Database.AddUnitAsync("DINSOS")),
            _ => await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("DINSOS")),
        };
        if (who == "closed account")
        {
            await scene.Database.CloseAccountAsync(user);
        }

        return TestDatabase.SignIn(user);
    }
}
