using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers;
using ZonaIntegritas.Web.Features.Papers.Recap;
using ZonaIntegritas.Web.Features.Papers.Sptjm;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Tests.Features.Readiness;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Papers;

/// <summary>Recap, letter and SPTJM: of all units of a period.</summary>
public sealed class InstansiPaperTests
{
    private static readonly PaperInput Input = PaperBench.Typed(
        (PaperFields.Addressee, "Menteri PANRB\ndi Jakarta"), (PaperFields.Number, "000.8/5/2026"), (PaperFields.On, "2026-10-12"), (PaperFields.Units, PaperFields.Both), (PaperFields.Copies, "Gubernur Contoh\nKepala Biro"),
        (PaperFields.Signer, "Prof. Surya"), (PaperFields.Position, "Gubernur Contoh"), (PaperFields.Place, "Kota Contoh"));

    [Fact]
    public async Task Recap_ranks_by_total_and_shows_what_the_list_shows()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await AddUnitAsync(world, "BAIK", AnswerSets.Best);
        await AddUnitAsync(world, "KOSONG", null);

        var paper = await new PaperBench(world.Database).ComposeAsync(PaperKind.Recap, periodId: world.Period.Id);

        var list = (await world.QueriesFor(await world.Database.AddUserAsync(Domain.Access.Role.Pimpinan)).ListAsync(new(Sort: ReadinessSort.Total, Descending: true), default)).Rows;
        var ranking = PaperBench.TablesOf(paper, "No").Single();
        Assert.Equal(["Dinas BAIK", "Dinas DPMPTSP", "Dinas KOSONG"], ranking.Rows.Select(row => row.Cells[1].Text));
        Assert.Equal(
            list.Select(row => (row.UnitName, row.Score?.Total.Text ?? "–", row.Score?.GatesText ?? "–")),
            ranking.Rows.Select(row => (row.Cells[1].Text, row.Cells[4].Text, row.Cells[5].Text)));
        Assert.Equal(["1", "2", "–"], ranking.Rows.Select(row => row.Cells[0].Text));
        Assert.Equal("Penilaian mandiri, sementara", ranking.Rows[0].Cells[3].Text);
        Assert.Equal(
            list.Select(row => row.Score?.Areas.Select(area => area.Share.Text).ToList() ?? [.. Enumerable.Repeat("–", 6)]),
            paper.Blocks.OfType<HeatMap>().Single().Rows.Select(row => row.Cells.Select(cell => cell.Text).ToList()));
    }

    [Fact]
    public async Task Recap_counts_units_against_both_predicates_and_the_limits_they_miss()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Poor);
        await AddUnitAsync(world, "BAIK", AnswerSets.Best);

        var paper = await new PaperBench(world.Database).ComposeAsync(PaperKind.Recap, periodId: world.Period.Id);

        var predicates = PaperBench.TablesOf(paper, "Predikat").Single();
        Assert.Equal([["2", "1", "1", "2"], ["0", "0", "0", "2"]], predicates.Rows.Select(row => row.Cells.Skip(1).Select(cell => cell.Text).ToArray()));
        var missed = PaperBench.TablesOf(paper, "Target").Single();
        Assert.Equal((await world.ReportAsync()).Target.Unmet.Take(10).Select(gate => gate.Label).Order(), missed.Rows.Select(row => row.Cells[1].Text).Order());
        Assert.All(missed.Rows, row => Assert.Equal(("1", "50,0 %"), (row.Cells[2].Text, row.Cells[3].Text)));
    }

    [Fact]
    public void A_recap_of_thousands_of_units_loses_no_row()
    {
        const int Units = 2_500;
        var facts = new RecapFacts(2026, null, ["LKE versi 1"], [new("A.1", "Manajemen Perubahan")], [.. Enumerable.Range(1, Units).Select(RowOf)]);

        var paper = RecapPaper.Compose(facts, StampOf());
        using var pdf = PdfDocument.Open(Paper.Print(paper));

        Assert.Equal([1000, 1000, 500], PaperBench.TablesOf(paper, "No").Select(table => table.Rows.Count));
        Assert.Equal([1000, 1000, 500], paper.Blocks.OfType<HeatMap>().Select(map => map.Rows.Count));
        var words = Paper.WordsOf(pdf).CountBy(word => word).ToDictionary();
        // Once in the ranking, once in the heat map.
        Assert.All(Enumerable.Range(1, Units), unit => Assert.Equal(2, words.GetValueOrDefault($"Unit-{unit}")));
    }

    [Fact]
    public async Task Letter_and_sptjm_name_the_same_units_as_many_as_they_say()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("DINSOS"), scene.Period);
        var bench = new PaperBench(scene.Database);

        var letter = await bench.ComposeAsync(PaperKind.ProposalLetter, periodId: scene.Period.Id, input: Input);
        var sptjm = await bench.ComposeAsync(PaperKind.Sptjm, periodId: scene.Period.Id, input: Input);

        string[] row = ["1", "Dinas DPMPTSP", "WBK", Indonesian.Points(Scene.BestTotal), "10 Oktober 2026"];
        Assert.Equal([row], PaperBench.TablesOf(letter, "No").Single().Rows.Select(unit => unit.Cells.Select(cell => cell.Text).ToArray()));
        Assert.Equal([row], PaperBench.TablesOf(sptjm, "No").Single().Rows.Select(unit => unit.Cells.Select(cell => cell.Text).ToArray()));
        Assert.Contains(PaperBench.TextsOf(letter), text => text.Contains("mengusulkan 1 unit kerja", StringComparison.Ordinal));
        Assert.Contains("000.8/5/2026", PaperBench.TextsOf(letter));
        Assert.True(letter.IsLetter);
        Assert.Contains("Yth. Menteri PANRB\ndi Jakarta", PaperBench.TextsOf(letter));
        Assert.Equal("Kota Contoh, 12 Oktober 2026", letter.Blocks.OfType<KeyValues>().First().Beside);
        Assert.Equal("", letter.Blocks.OfType<Signatures>().Single().Columns.Single().PlaceDate);
        Assert.Contains("Kepala Biro", letter.Blocks.OfType<KeepTogether>().SelectMany(group => group.Blocks).OfType<PointList>().Single().Points);
        Assert.Contains("sehubungan dengan usulan 1 unit kerja menuju WBK dan WBBM tahun 2026, dengan ini menyatakan bahwa:", PaperBench.TextsOf(sptjm));
        Assert.Equal(3, SptjmPaper.Statements.Count);
        Assert.All(SptjmPaper.Statements, statement => Assert.Contains(statement, PaperBench.TextsOf(sptjm)));
        var signer = sptjm.Blocks.OfType<Signatures>().Single().Columns.Single();
        Assert.Equal(("Kota Contoh, 12 Oktober 2026", "Prof. Surya"), (signer.PlaceDate, signer.Name));
        Assert.Contains("Meterai", signer.Stamp, StringComparison.Ordinal);
    }

    private static async Task AddUnitAsync(ReadinessWorld world, string name, string? set)
    {
        var sheet = await world.Database.AddSheetAsync(await world.Database.AddUnitAsync(name), world.Period);
        if (set is not null)
        {
            await AnswerSets.AnswerAsync(world.Database, sheet, set);
        }
    }

    private static RecapRow RowOf(int number) => new(
        new(Guid.Empty, $"Unit-{number}", $"Unit-{number}", "WBK", AssessmentStatus.Draft, "Giliran unit", "", Layer.Unit, new(
            new(80m, "80,00"), 0.8m, Standing.Met, [], 113, 113, [new(new("A.1", "Manajemen Perubahan"), new(0.8m, "80,0 %"), Standing.Met)], 8, 8, true)),
        new HashSet<string>());

    private static PaperStamp StampOf() => new(
        PaperBench.Offices.Of(new()), new(PaperKind.Recap, null, Guid.Empty, Layer.Unit), PaperInput.Empty, "v1", new(2026, 10, 10, 0, 0, 0, TimeSpan.Zero), new("http://localhost/verifikasi/1"));
}
