using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.Sheet;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class AnswerEditorTests : BunitContext, IAsyncLifetime
{
    private readonly List<AnswerValue?> _reported = [];
    private Instrument _instrument = null!;

    public async ValueTask InitializeAsync()
    {
        using var scene = await Scene.CreateAsync();
        _instrument = (await scene.FreshScoreAsync()).Instrument;
    }

    [Fact]
    public void Each_option_says_what_it_costs()
    {
        var editor = Open("A.I.1.i.b", factor: 0.25m);

        // A, B, C earn 1, 1/2, 0 of 0,25 points.
        Assert.Equal(["0,25 poin", "−0,13 poin", "−0,25 poin"], editor.FindAll(".cost").Select(cost => cost.TextContent));
        Assert.Equal(["1", "2", "3"], editor.FindAll("input").Select(input => input.GetAttribute("data-key")));
    }

    [Fact]
    public void A_count_takes_points_between_thousands_and_reports_whole_numbers()
    {
        var editor = Open("A.II.1.i.b");

        editor.Find("input").Input("1.250");

        Assert.Equal([Counts(("jumlah_perubahan", 1250))], _reported);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("banyak")]
    [InlineData("99999999999999999999")]
    public void A_count_that_is_no_whole_number_is_not_reported(string typed)
    {
        var editor = Open("A.II.1.i.b");

        editor.Find("input").Input(typed);

        Assert.Empty(_reported);
        Assert.Equal("Perubahan yang dibuat: isi dengan bilangan bulat 0 atau lebih.", editor.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Taking_the_last_count_out_reports_no_answer()
    {
        var editor = Open("A.II.1.i.b");

        editor.Find("input").Input("4");
        editor.Find("input").Input("");

        Assert.Equal([Counts(("jumlah_perubahan", 4)), null], _reported);
    }

    [Fact]
    public void Correcting_a_fault_reports_again()
    {
        var editor = Open("A.II.1.i.b");
        var inputs = () => editor.FindAll("input");

        inputs()[0].Input("4");
        inputs()[1].Input("5");
        inputs()[1].Input("3");

        Assert.Equal([Counts(("jumlah_perubahan", 4)), Counts(("jumlah_perubahan", 4), ("jumlah_terintegrasi", 3))], _reported);
        Assert.Empty(editor.FindAll("[role=alert]"));
        // 3 / 4.
        Assert.Equal("75,0 %", editor.Find("[data-testid=percentage]").TextContent);
    }

    [Fact]
    public void Another_question_brings_its_own_texts()
    {
        var editor = Open("A.II.1.i.b");
        editor.Find("input").Input("4");

        editor.Render(parameters => parameters.Add(e => e.Question, _instrument.Question("A.II.6.i.b")!).Add(e => e.Value, null));

        Assert.All(editor.FindAll("input"), input => Assert.Null(input.GetAttribute("value")));
    }

    [Fact]
    public void What_someone_else_saved_replaces_the_text()
    {
        var editor = Open("A.II.1.i.b");
        editor.Find("input").Input("4");

        editor.Render(parameters => parameters.Add(e => e.Value, Counts(("jumlah_perubahan", 9))));

        Assert.Equal("9", editor.Find("input").GetAttribute("value"));
    }

    // The editor's owner hands back what was reported, as the page does.
    private IRenderedComponent<AnswerEditor> Open(string code, decimal factor = 1m)
    {
        IRenderedComponent<AnswerEditor>? editor = null;
        editor = Render<AnswerEditor>(parameters => parameters
            .Add(e => e.Question, _instrument.Question(code)!)
            .Add(e => e.Factor, Fraction.Of(factor, 1m))
            .Add(e => e.ValueChanged, EventCallback.Factory.Create<AnswerValue?>(this, value =>
            {
                _reported.Add(value);
                editor!.Render(again => again.Add(e => e.Value, value));
            })));
        return editor;
    }

    private static CountsAnswer Counts(params (string Key, long Count)[] counts) => new(counts.ToDictionary(c => c.Key, c => c.Count));
}
