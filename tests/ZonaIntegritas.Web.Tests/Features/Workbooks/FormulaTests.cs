using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Writing;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>A spreadsheet program that knows nothing but the formulas comes to the engine's numbers.</summary>
public sealed class FormulaTests
{
    [Fact(Timeout = Spreadsheet.TimeLimit)]
    public async Task Recalculated_by_LibreOffice_every_figure_is_the_engines()
    {
        var instrument = await Books.InstrumentAsync();
        var books = Books.Sets.Index().ToDictionary(
            set => set.Item.Replace(' ', '-'),
            set => Books.Of(instrument, Books.Answers(instrument, set.Item), Books.Answers(instrument, Books.Sets[(set.Index + 1) % Books.Sets.Count])));

        var calculated = await Spreadsheet.CalculateAsync(books.ToDictionary(book => book.Key, book => BookWriter.Write(book.Value, cached: false)), TestContext.Current.CancellationToken);

        foreach (var (name, book) in books)
        {
            AssertLke(name, calculated[name], book);
            AssertResult(name, calculated[name], book);
        }
    }

    [Fact]
    public async Task The_values_written_beside_the_formulas_are_the_same()
    {
        var instrument = await Books.InstrumentAsync();
        foreach (var set in Books.Sets)
        {
            var book = Books.Of(instrument, Books.Answers(instrument, set), Books.Answers(instrument, Books.Sets[1]));
            var sheet = new Spreadsheet(new MemoryStream(BookWriter.Write(book)));

            AssertLke(set, sheet, book);
            AssertResult(set, sheet, book);
        }
    }

    [Fact]
    public async Task Without_the_right_to_see_TPI_its_columns_are_empty()
    {
        var instrument = await Books.InstrumentAsync();
        var sheet = new Spreadsheet(new MemoryStream(BookWriter.Write(Books.Of(instrument, Books.Answers(instrument, "best")))));
        var plan = new BookPlan(instrument);

        Assert.All(plan.Rows.Select(row => row.Number).Append(plan.TotalRow), row =>
            Assert.All((string[])["J", "K", "L", "N"], column => Assert.Equal("", sheet.Text("LKE", $"{column}{row}"))));
        Assert.NotEqual("", sheet.Text("LKE", $"F{plan.TotalRow}"));
    }

    private static void AssertLke(string name, Spreadsheet sheet, LkeBook book)
    {
        var plan = new BookPlan(book.Instrument);
        foreach (var (column, layer) in (IEnumerable<(string, BookLayer)>)[("F", book.Unit), ("K", book.Tpi!)])
        {
            Near($"{name} total", layer.Score.Total.Points.ToDecimal(), sheet.Number("LKE", $"{column}{plan.TotalRow}"));
            foreach (var section in book.Instrument.Sections)
            {
                Near($"{name} {section.Code}", layer.Score.Section(section.Code).Points.ToDecimal(), sheet.Number("LKE", $"{column}{plan.SectionRow(section.Code).Number}"));
            }

            foreach (var line in layer.Score.Lines)
            {
                Near($"{name} {line.Question.Code}", line.Value.ToDecimal(), sheet.Number("LKE", $"{column}{plan.Row(line.Question.Code).Number}"));
            }
        }
    }

    private static void AssertResult(string name, Spreadsheet sheet, LkeBook book)
    {
        var row = sheet.RowOf($"Soal terjawab, dari {book.Instrument.Places.Count}", 5);
        Near($"{name} answered", book.Unit.Score.Completeness.AnsweredQuestions, sheet.Number("Hasil", $"C{row}"));
        Near($"{name} answered by TPI", book.Tpi!.Score.Completeness.AnsweredQuestions, sheet.Number("Hasil", $"E{row}"));
        Near($"{name} Pemenuhan", book.Unit.Score.Section("A.I").Points.ToDecimal(), sheet.Number("Hasil", $"C{sheet.RowOf("A.I Pemenuhan (seluruh area)", 5)}"));
        foreach (var predicate in book.Instrument.Predicates)
        {
            var at = sheet.RowOf($"Syarat nilai {predicate.Name}", row) + 2;
            foreach (var (column, layer) in (IEnumerable<(string, BookLayer)>)[("D", book.Unit), ("F", book.Tpi!)])
            {
                var verdict = Eligibility.Decide(layer.Score, predicate, book.Held);
                Assert.Equal(
                    verdict.Conditions.Select(condition => $"{name} {condition.Label} {(condition.Met ? "Terpenuhi" : "Belum")}"),
                    verdict.Conditions.Index().Select(each => $"{name} {sheet.Text("Hasil", $"A{at + each.Index}")} {sheet.Text("Hasil", $"{column}{at + each.Index}")}"));
                Assert.Equal(verdict.Eligible ? "Terpenuhi" : "Belum", sheet.Text("Hasil", $"{column}{at + verdict.Conditions.Count}"));
            }
        }
    }

    private static void Near(string what, decimal expected, double actual) =>
        Assert.True(Math.Abs((double)expected - actual) < 1e-9, $"{what}: {expected} is {actual}");
}
