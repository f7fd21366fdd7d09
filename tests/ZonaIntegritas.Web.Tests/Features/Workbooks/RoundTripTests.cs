using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Writing;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>What goes out comes back: nothing is lost, nothing is invented.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Oddities =
    [
        "baris satu\nbaris dua\n\n– tiga", "=SUM(A1:A9)", "+62 21 555", "-", "@nama", "\"kutip\" 'tunggal' <b>&amp; &lt;", "👩🏽‍⚖️ emoji 🇮🇩",
        "_x000D_ dan _x005F_", "tab\tdi tengah", "kontrol \u0001 dan \u001F", "a\r\nb\rc", "\u200Frtl\u202E", new string('n', 4000),
        string.Concat(Enumerable.Repeat("_x0041_", 570)),
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task Whatever_is_answered_and_noted_an_untouched_export_has_no_difference(int seed)
    {
        using var scene = await Scene.CreateAsync();
        var random = new Random(seed);
        var instrument = (await scene.BookAsync()).Instrument;
        await scene.WriteAsync(instrument.Places.Index().Select(each =>
        {
            var answer = Books.RandomAnswer(each.Item.Question, random);
            var valid = answer is not null && AnswerRules.FaultsOf(each.Item.Question, answer).Count == 0 ? answer : null;
            return (each.Item.Question.Code, valid, random.Next(3) == 0 ? "" : Oddities[(each.Index + seed) % Oddities.Length]);
        }));

        var preview = await scene.PreviewAsync(await scene.FileAsync());

        Assert.Empty(preview.Faults);
        Assert.Empty(preview.Remarks);
        Assert.Empty(preview.Changes);
        Assert.Equal(instrument.Places.Count, preview.Same);
    }

    [Fact]
    public async Task Every_kind_of_answer_and_odd_note_arrives_at_an_empty_sheet()
    {
        using var scene = await Scene.CreateAsync();
        var instrument = (await scene.BookAsync()).Instrument;
        var answers = Books.Answers(instrument, "mixed");
        var notes = instrument.Places.Index().ToDictionary(each => each.Item.Question.Code, each => Oddities[each.Index % Oddities.Length]);

        var done = await scene.ImportAsync(await scene.FileAsync(answers.ToDictionary(pair => pair.Key, pair => (AnswerValue?)pair.Value), notes));

        Assert.Empty(done.Preview.Faults);
        Assert.Equal(instrument.Places.Count, done.Imported);
        foreach (var place in instrument.Places)
        {
            var stored = await scene.AnswerAsync(place.Question.Code);
            Assert.Equal(answers.GetValueOrDefault(place.Question.Code), stored!.Value);
            Assert.Equal(BookText.Lines(notes[place.Question.Code]), stored.Note);
        }

        Assert.Equal((await scene.FreshScoreAsync()).Total.Points.ToDecimal(), (await scene.StoredScoreAsync())!.Total);
        Assert.Empty((await scene.PreviewAsync(await scene.FileAsync())).Changes);
    }

    [Fact]
    public async Task An_index_with_more_digits_than_a_spreadsheet_keeps_is_still_the_same()
    {
        using var scene = await Scene.CreateAsync();
        await scene.WriteAsync([("B.I.a", new LevelAnswer(3.1234567890123456789m), "")]);

        Assert.Empty((await scene.PreviewAsync(await scene.FileAsync())).Changes);
    }

    [Fact(Timeout = Spreadsheet.TimeLimit)]
    public async Task Saved_again_by_LibreOffice_it_still_has_no_difference()
    {
        using var scene = await Scene.CreateAsync();
        var instrument = (await scene.BookAsync()).Instrument;
        await scene.WriteAsync(Books.Answers(instrument, "mixed").Index().Select(each => (each.Item.Key, (AnswerValue?)each.Item.Value, Oddities[each.Index % 7])));

        var saved = await Spreadsheet.SaveAgainAsync(await scene.FileAsync(), TestContext.Current.CancellationToken);

        var preview = await scene.PreviewAsync(saved);
        Assert.Empty(preview.Faults);
        Assert.Empty(preview.Changes);
    }

    [Theory]
    [InlineData("separuh \uD83D saja")]
    [InlineData("\0\u001F\uFFFE\r")]
    [InlineData("_x005F_x000D_")]
    public void Even_what_XML_cannot_carry_comes_back(string text)
    {
        var cell = BookText.Encode(text);

        Assert.All(cell, letter => Assert.True(System.Xml.XmlConvert.IsXmlChar(letter) && letter != '\r'));
        Assert.Equal(text, BookText.Decode(cell));
    }

    [Fact]
    public async Task No_text_of_ours_is_a_formula()
    {
        var instrument = await Books.InstrumentAsync();
        var notes = instrument.Places.Index().ToDictionary(each => each.Item.Question.Code, each => Oddities[each.Index % Oddities.Length]);
        using var file = new MemoryStream(BookWriter.Write(Books.Of(instrument, Books.Answers(instrument, "best"), notes: notes)));
        using var package = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(file, false);

        var formulas = package.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()).Select(formula => formula.Text).ToList();

        Assert.NotEmpty(formulas);
        Assert.All(formulas, formula => Assert.DoesNotContain("A1:A9", formula, StringComparison.Ordinal));
        var faults = new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ToList();
        Assert.Empty(faults);
    }
}
