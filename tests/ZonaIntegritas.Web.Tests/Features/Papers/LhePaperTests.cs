using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Papers.Lhe;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering;
using ZonaIntegritas.Web.Tests.Features.Proposals.Journey;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Papers;

/// <summary>The LHE on paper says what was frozen when it was issued, and nothing that came later.</summary>
public sealed class LhePaperTests
{
    private const string Remark = "Lampirkan penetapan tim yang sudah ditandatangani.";

    [Fact]
    public async Task Components_table_is_the_frozen_sheet()
    {
        using var scene = await JudgedOtherwiseAsync();

        var paper = await LheAsync(scene);

        var table = Assert.Single(PaperBench.TablesOf(paper, "No"));
        var frozen = await scene.Database.CreateDbContext().FrozenSheets.AsNoTracking().Where(kept => kept.Edition == 2).ToListAsync();
        var (own, tpi) = (PointsOf(frozen.Single(kept => kept.Layer == Layer.Unit).Json), PointsOf(frozen.Single(kept => kept.Layer == Layer.Tpi).Json));
        Assert.Equal(["No", "Jenis komponen", "Bobot", "Hasil self assessment", "Hasil evaluasi"], table.Columns.Select(column => column.Header));
        Assert.Equal(
            ((string[])["A.1", "A.2", "A.3", "A.4", "A.5", "A.6", "A", "B.I", "B.I.a", "B.I.b", "B.II", "B.II.a", "B", "total"]).Select(code => (Say(own[code]), Say(tpi[code]))),
            table.Rows.Where(row => row.Kind != TableRowKind.Group).Select(row => (row.Cells[3].Text, row.Cells[4].Text)));
        Assert.Equal(own["total"], Enumerable.Range(1, 6).Sum(area => own[$"A.{area}"]) + own["B.I"] + own["B.II"]);
        Assert.Equal(["Jumlah Pengungkit", "Jumlah Hasil", "Nilai total"], table.Rows.Where(row => row.Cells.Count > 1 && row.Cells[1].Text.Contains("ml", StringComparison.Ordinal) || row.Kind == TableRowKind.Total).Select(row => row.Cells[1].Text));
    }

    [Fact]
    public async Task Figures_are_those_of_the_screen()
    {
        using var scene = await JudgedOtherwiseAsync();
        await using var db = scene.Database.CreateDbContext();
        var source = new ReadinessSource(scene.Database.Sheets, scene.Database.Instruments);
        var (own, tpi) = (await source.MakeAsync(db, scene.Scene.Sheet.Id, Layer.Unit, default), await source.MakeAsync(db, scene.Scene.Sheet.Id, Layer.Tpi, default));

        var rows = Assert.Single(PaperBench.TablesOf(await LheAsync(scene), "No")).Rows;

        Assert.Equal(
            own.Areas.Zip(tpi.Areas).Select(pair => (pair.First.Name, pair.First.Points.Text, pair.Second.Points.Text)),
            rows.Where(row => row.Cells.Count > 1).Take(6).Select(row => (row.Cells[1].Text, row.Cells[3].Text, row.Cells[4].Text)));
        Assert.Equal((own.Total.Points.Text, tpi.Total.Points.Text), (rows[^1].Cells[3].Text, rows[^1].Cells[4].Text));
        Assert.Equal(
            tpi.Target.Conditions.Select(gate => (gate.Label, gate.Minimum, gate.Actual)),
            Assert.Single(PaperBench.TablesOf(await LheAsync(scene), "Batas")).Rows.Select(row => (row.Cells[0].Text, row.Cells[1].Text, row.Cells[2].Text)));
    }

    [Fact]
    public async Task A_difference_stands_with_its_reason_and_its_remark_and_becomes_a_recommendation()
    {
        using var scene = await JudgedOtherwiseAsync();

        var paper = await LheAsync(scene);

        var difference = PaperBench.TablesOf(paper, "Soal").First().Rows.Single();
        Assert.Equal([Scene.YesNo, "Ya", "Tidak", "-0,25", "bukti kurang", Remark], difference.Cells.Select(cell => cell.Text));
        var advice = PaperBench.TablesOf(paper, "Soal").Skip(1).SelectMany(table => table.Rows).Single(row => row.Cells[0].Text == Scene.YesNo);
        Assert.Equal((Remark, "0,25"), (advice.Cells[2].Text, advice.Cells[3].Text));
        Assert.Contains(PaperBench.TextsOf(paper), text => text.Contains("TPI tidak menulis catatan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_who_judged_sign_and_what_was_typed_stands_in_its_place()
    {
        using var scene = await JudgedOtherwiseAsync();

        var paper = await LheAsync(scene, PaperBench.Typed(
            (PaperFields.Number, "700/45/2026"), (PaperFields.On, "2026-10-12"), (PaperFields.Assignment, "094/7/2026"), (PaperFields.Extra, "Perbarui SOP.\nUmumkan maklumat.")));

        var keys = paper.Blocks.OfType<KeyValues>().First().Rows.ToDictionary(row => row.Label, row => row.Value);
        Assert.Equal(("700/45/2026", "12 Oktober 2026", "094/7/2026"), (keys["Nomor"], keys["Tanggal"], keys["Surat tugas"]));
        Assert.Contains(paper.Blocks.OfType<PointList>(), list => list.Points.SequenceEqual(["Perbarui SOP.", "Umumkan maklumat."]));
        Assert.Equal(
            [("", "Pengendali Teknis TPI,", "Wayan Sudarsana"), ("Kota Contoh, 12 Oktober 2026", "Ketua Tim TPI,", "Tono Hartono")],
            paper.Blocks.OfType<Signatures>().Single().Columns.Select(column => (column.PlaceDate, column.Role, column.Name)));
    }

    [Fact]
    public async Task Verdict_and_conditions_are_those_that_were_frozen()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        var paper = await new PaperBench(scene.Database).ComposeAsync(Maker(scene.Database), scene.Sheet.Id);

        Assert.Equal(
            new Paragraph("Layak diusulkan menuju WBK: seluruh batas nilai dan syarat terpenuhi.", ParagraphStyle.VerdictMet), paper.Blocks.OfType<Paragraph>().First());
        Assert.Contains("Seluruh syarat PermenPANRB 5/2024 Tabel 5 terpenuhi dan dikonfirmasi saat LHE terbit.", PaperBench.TextsOf(paper));
    }

    [Fact]
    public async Task Nothing_that_changes_later_changes_the_paper()
    {
        using var scene = await JudgedOtherwiseAsync();
        var before = PaperBench.TextsOf(await LheAsync(scene)).ToList();

        scene.Database.Clock.Advance(TimeSpan.FromDays(3));
        await using (var db = scene.Database.CreateDbContext())
        {
            foreach (var answer in await db.Answers.Where(each => each.Layer == Layer.Tpi).ToListAsync())
            {
                answer.Change(null, "Ditulis kemudian.", scene.Scene.Controller.Id, scene.Database.Clock.GetUtcNow());
            }

            (await db.WorkUnits.SingleAsync(unit => unit.Id == scene.Scene.Unit.Id)).Rename("Dinas Baru", "DPMPTSP", IndonesianZone.WIB);
            var old = await db.InstrumentVersions.SingleAsync();
            db.Add(new InstrumentVersion(Guid.CreateVersion7(), old.InstrumentId, "9.9", "Lain", old.Json, old.Sha256, scene.Database.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        Assert.Equal(before, PaperBench.TextsOf(await LheAsync(scene)));
    }

    [Fact]
    public async Task Every_word_of_it_is_printed()
    {
        using var scene = await JudgedOtherwiseAsync();
        var paper = await LheAsync(scene);

        using var pdf = PdfDocument.Open(Paper.Print(paper));

        var letters = Paper.LettersOf(pdf);
        var words = PaperBench.TextsOf(paper).SelectMany(text => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Distinct();
        Assert.DoesNotContain(words, word => !letters.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task There_is_none_before_the_lhe_is_out()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);

        var refused = await Assert.ThrowsAsync<WorkFailedException>(() => new PaperBench(scene.Database).ComposeAsync(Maker(scene.Database), scene.Sheet.Id));

        Assert.True(refused.Permanent);
    }

    /// <summary>TPI held one answer of the unit for wrong and said why.</summary>
    private static async Task<AfterLheScene> JudgedOtherwiseAsync()
    {
        var scene = await AfterLheScene.CreateAsync();
        Assert.Null(await scene.MoveAsync(SheetMove.Reopen));
        await using (var db = scene.Database.CreateDbContext())
        {
            var answer = await db.Answers.SingleAsync(each => each.Layer == Layer.Tpi && each.QuestionCode == Scene.YesNo);
            answer.Change(new ChoiceAnswer("Tidak"), Remark, scene.Scene.Controller.Id, scene.Database.Clock.GetUtcNow(), DifferenceReason.EvidenceLacking);
            await db.SaveChangesAsync();
        }

        await scene.IssueAsync(scene.Scene.Sheet);
        return scene;
    }

    private static Task<PaperDocument> LheAsync(AfterLheScene scene, PaperInput? input = null) =>
        new PaperBench(scene.Database).ComposeAsync(Maker(scene.Database), scene.Scene.Sheet.Id, input: input);

    private static LheMaker Maker(TestDatabase database) => new(new(database.Instruments), PaperBench.Offices, new SkiaPdfRenderer());

    private static string Say(decimal points) => Indonesian.Points(points);

    private static Dictionary<string, decimal> PointsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var points = ((string[])["components", "outcomes", "areas", "subcriteria"]).SelectMany(list => root.GetProperty(list).EnumerateArray())
            .DistinctBy(section => section.GetProperty("code").GetString()).ToDictionary(section => section.GetProperty("code").GetString()!, section => section.GetProperty("points").GetDecimal());
        points["total"] = root.GetProperty("total").GetDecimal();
        return points;
    }
}
