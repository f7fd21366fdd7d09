using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Tests.Features.Proposals;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Papers;

/// <summary>Unmet conditions and minutes: of one sheet.</summary>
public sealed class SheetPaperTests
{
    [Theory]
    [InlineData("WBK", AnswerSets.Poor)]
    [InlineData("WBBM", AnswerSets.Mixed)]
    [InlineData("WBK", AnswerSets.JustBelow)]
    public async Task Unmet_limits_are_those_of_the_screen_target_first(string target, string set)
    {
        using var world = await ReadinessWorld.CreateAsync(target, set);
        var report = await world.ReportAsync();

        var paper = await new PaperBench(world.Database).ComposeAsync(PaperKind.UnmetConditions, world.Sheet.Id, layer: Layer.Unit);

        Assert.Equal(
            report.Predicates.SelectMany(predicate => predicate.Unmet).Select(gate => (gate.Label, gate.Minimum, gate.Actual, gate.Distance)),
            PaperBench.TablesOf(paper, "Syarat").Where(table => table.Columns[1].Header == "Minimal").SelectMany(table => table.Rows)
                .Select(row => (row.Cells[0].Text, row.Cells[1].Text, row.Cells[2].Text, row.Cells[3].Text)));
        Assert.StartsWith(report.Target.Name, paper.Blocks.OfType<Heading>().First(heading => heading.Level == 2).Text, StringComparison.Ordinal);
        Assert.Contains(report.Verdict, PaperBench.TextsOf(paper));
    }

    [Fact]
    public async Task Each_missed_limit_names_what_costs_most_in_it()
    {
        using var world = await ReadinessWorld.CreateAsync("WBK", AnswerSets.JustBelow);

        var paper = await new PaperBench(world.Database).ComposeAsync(PaperKind.UnmetConditions, world.Sheet.Id, layer: Layer.Unit);

        var costly = PaperBench.TablesOf(paper, "Soal").Single().Rows;
        Assert.Equal(TableRowKind.Group, costly[0].Kind);
        Assert.StartsWith("IPAK: kurang 0,04", costly[0].Cells[0].Text, StringComparison.Ordinal);
        Assert.Equal(["B.I.a", "3,59", "1,79"], [costly[1].Cells[0].Text, costly[1].Cells[2].Text, costly[1].Cells[3].Text]);
    }

    [Fact]
    public async Task Every_condition_that_lacks_says_who_has_to_act()
    {
        using var scene = await Scene.CreateAsync();
        await scene.FulfilAsync(except: [ConditionDesk.Tlhp, ConditionDesk.Spip]);
        await scene.RecordAsync();

        var paper = await new PaperBench(scene.Database).ComposeAsync(PaperKind.UnmetConditions, scene.Sheet.Id, layer: Layer.Unit);

        Assert.Equal(
            [("Maturitas SPIP", "Belum dicatat", "Administrator"), ("Tindak lanjut hasil pemeriksaan APIP dan BPK (TLHP)", "Menunggu konfirmasi", "Ketua tim atau pengendali teknis TPI")],
            PaperBench.TablesOf(paper, "Syarat").Single(table => table.Columns[1].Header == "Batas").Rows.Select(row => (row.Cells[0].Text, row.Cells[3].Text, row.Cells[4].Text)));
        Assert.Contains("Administrator: maturitas SPIP belum dicatat.", PaperBench.TextsOf(paper));
        Assert.Equal(11, ProposalConditions.All.Count);
    }

    [Fact]
    public async Task Minutes_say_who_met_what_was_returned_and_what_was_agreed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        var paper = await new PaperBench(scene.Database).ComposeAsync(PaperKind.Minutes, scene.Sheet.Id, input: PaperBench.Typed(
            (PaperFields.Place, "Ruang rapat"), (PaperFields.On, "2026-10-09"), (PaperFields.Attendees, "Tono Hartono, ketua tim\nSri Wahyuni, koordinator"), (PaperFields.Agreed, "SK ditandatangani.\nDikirim pekan ini.")));

        Assert.Contains(PaperBench.TextsOf(paper), text => text.StartsWith("Pada hari ini, Jumat, 9 Oktober 2026, bertempat di Ruang rapat", StringComparison.Ordinal));
        Assert.Equal([2, 2], paper.Blocks.OfType<PointList>().Select(list => list.Points.Count));
        var item = PaperBench.TablesOf(paper, "Soal").Single().Rows.Single();
        Assert.Equal((Scene.YesNo, "SK belum ditandatangani. (10 Oktober 2026)", "–", "menunggu unit"), (item.Cells[0].Text, item.Cells[2].Text, item.Cells[3].Text, item.Cells[4].Text));
        Assert.Equal(["Kepala Dinas DPMPTSP,", "Ketua Tim Penilai Internal,"], paper.Blocks.OfType<Signatures>().Single().Columns.Select(column => column.Role));
    }
}
