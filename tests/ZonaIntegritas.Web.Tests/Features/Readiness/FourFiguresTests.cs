using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>Self-assessment, TPI, TPN and the look ahead stand side by side and are never mixed.</summary>
public sealed class FourFiguresTests
{
    [Fact]
    public async Task Each_figure_says_whose_it_is_and_what_it_is_worth()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);

        var four = (await world.ReportAsync()).Four;

        Assert.Equal(["Penilaian mandiri", "TPI", "TPN", "Bila semua yang terbuka berhasil"], four.Select(figure => figure.Label));
        Assert.Equal("sementara, 60 dari 113 soal", four[0].State);
        Assert.Equal((null, "belum ada nilai"), (four[1].Total?.Text, four[1].State));
        Assert.Equal((null, "belum ada nilai"), (four[2].Total?.Text, four[2].State));
        Assert.All(four, figure => Assert.False(figure.IsFinal));
    }

    [Fact]
    public async Task All_that_is_open_succeeding_adds_what_it_still_can_bring()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);
        var (sheet, _) = await world.ScoreAsync();
        var open = sheet.Lines.Where(line => !line.Answered).Aggregate(Fraction.Zero, (sum, line) => sum + line.Factor);

        var ahead = (await world.ReportAsync()).Four[3];

        Assert.Equal(Indonesian.Points(sheet.Total.Points + open), ahead.Total!.Text);
        Assert.Equal("53 soal belum dijawab, bernilai penuh", ahead.State);
    }

    [Fact]
    public async Task Returned_items_count_as_open_until_TPI_has_looked_again()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync();
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Poor);
        var someone = await world.Database.AddUserAsync(Role.Administrator);
        await world.Database.ReturnAsync(world.Sheet, someone, "A.I.1.i.a", "Lampirkan SK tahun ini.");
        await world.Database.ReturnAsync(world.Sheet, someone, "A.I.1.i.b", "Notulen belum ditandatangani.");
        var (sheet, _) = await world.ScoreAsync();
        var lost = sheet.Lines.Where(line => line.Question.Code is "A.I.1.i.a" or "A.I.1.i.b").Aggregate(Fraction.Zero, (sum, line) => sum + line.Lost);

        var ahead = (await world.ReportAsync()).Four[3];

        Assert.Equal(Indonesian.Points(sheet.Total.Points + lost), ahead.Total!.Text);
        Assert.Equal("2 soal dikembalikan, bernilai penuh", ahead.State);
        Assert.StartsWith("Masih kurang untuk WBK: ", ahead.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_LHE_figures_are_final_and_nothing_is_open()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ConcludeAsync();

        var four = (await world.ReportAsync(layer: null)).Four;

        Assert.Equal(("98,67", "final, LHE 10 Oktober 2026", true), (four[0].Total!.Text, four[0].State, four[0].IsFinal));
        Assert.Equal(("98,67", "final, LHE 10 Oktober 2026", true), (four[1].Total!.Text, four[1].State, four[1].IsFinal));
        Assert.Equal((null, "tidak ada yang terbuka"), (four[3].Total?.Text, four[3].State));
    }

    [Fact]
    public async Task The_unit_reads_TPIs_figure_only_after_the_LHE()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync(AnswerSets.Mixed);

        var before = (await world.QueriesFor(world.Head).LoadAsync(world.Sheet.Id, null, default)).Report;

        Assert.Equal((null, "terlihat setelah LHE terbit"), (before.Four[1].Total?.Text, before.Four[1].State));
        Assert.Equal((null, "terlihat setelah LHE terbit"), (before.Four[2].Total?.Text, before.Four[2].State));
        Assert.NotNull((await world.ReportAsync()).Four[1].Total);
    }

    [Fact]
    public async Task TPNs_figure_stands_beside_the_others_once_it_has_values()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ConcludeAsync();
        await AnswerSets.AnswerAsync(world.Database, world.Sheet, AnswerSets.Half, Layer.Tpn);

        var report = (await world.QueriesFor(world.Head).LoadAsync(world.Sheet.Id, null, default)).Report;

        Assert.Equal(("TPN", "sementara, 60 dari 113 soal", false), (report.Four[2].Label, report.Four[2].State, report.Four[2].IsFinal));
        Assert.Equal(report.Four[2].Total!.Text, Assert.Single(report.Years).Tpn!.Text);
    }
}
