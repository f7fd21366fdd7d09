using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Writing;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Data;
using ZonaIntegritas.Web.Tests.Features.Reporting;
using ZonaIntegritas.Web.Tests.Features.Workbooks;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>Screen, PDF and workbook of one sheet, taken from the running app over the demo, say the same numbers.</summary>
[Collection(typeof(SharedDemo))]
public sealed class ThreeFormsTests(SeededDemo demo)
{
    private static readonly string[] Columns = ["F", "K"];

    [Fact]
    public async Task Screen_PDF_and_workbook_of_a_dozen_sheets_say_the_same()
    {
        await using var db = await demo.OpenAsync();
        var head = await db.Users.SingleAsync(user => user.Email == "pimpinan@contoh.invalid");
        var sheets = await db.Assessments.Where(sheet => db.Periods.Any(period => period.Id == sheet.PeriodId && period.Year == 2026)).Select(sheet => sheet.Id).ToListAsync();
        var judged = 0;
        foreach (var sheet in sheets)
        {
            await using var scope = demo.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(head));
            var book = await scope.ServiceProvider.GetRequiredService<ExportWorkbook>().ExecuteAsync(sheet, default);
            var written = new Spreadsheet(new MemoryStream(BookWriter.Write(book)));
            foreach (var layer in (Layer[])[Layer.Unit, .. book.Tpi!.Score.Completeness.AnsweredQuestions > 0 ? (Layer[])[Layer.Tpi] : []])
            {
                var shown = (await scope.ServiceProvider.GetRequiredService<ReadinessQueries>().LoadAsync(sheet, layer, default)).Report;
                AssertSame(shown, book, written, layer);
                judged += layer == Layer.Tpi ? 1 : 0;
            }
        }

        // Not hollow: a dozen sheets, and several of them with TPI's layer too.
        Assert.InRange(sheets.Count, 12, 100);
        Assert.InRange(judged, 4, sheets.Count);
    }

    private static void AssertSame(ReadinessReport shown, LkeBook book, Spreadsheet written, Layer layer)
    {
        var (plan, column) = (new BookPlan(book.Instrument), Columns[layer == Layer.Unit ? 0 : 1]);
        using var pdf = PdfDocument.Open(Paper.Print(ReadinessPaper.Compose(shown, ReadinessWorld.Office)));
        var printed = Paper.LettersOf(pdf);
        var name = $"{shown.Head.Unit} {layer}";

        Assert.Equal((name, shown.Total.Points.Text), (name, Points($"{column}{plan.TotalRow}")));
        AssertPrinted(shown.Total.Points.Text);
        Assert.All(shown.Areas, area =>
        {
            Assert.Equal((name, area.Code, area.Points.Text), (name, area.Code, Points($"{column}{plan.SectionRow(area.Code).Number}")));
            AssertPrinted($"{area.Points} / {area.Weight}");
        });
        Assert.All(shown.Predicates, predicate =>
            Assert.Equal((name, predicate.Code, predicate.Eligible ? "Terpenuhi" : "Belum"), (name, predicate.Code, VerdictOf(written, predicate, layer))));
        AssertPrinted(shown.Verdict);

        string Points(string cell) => Indonesian.Points((decimal)written.Number("LKE", cell));

        void AssertPrinted(string text) => Assert.True(printed.Contains(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal), $"{name}: PDF without \"{text}\"");
    }

    /// <summary>Below the conditions of a predicate stands what they say together.</summary>
    private static string VerdictOf(Spreadsheet written, PredicateFigures predicate, Layer layer)
    {
        var row = written.RowOf($"Syarat nilai {predicate.Name}", 5) + 2 + predicate.Conditions.Count;
        return written.Text("Hasil", $"{(layer == Layer.Unit ? "D" : "F")}{row}");
    }
}
