using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Evidence;

public sealed class EvidenceGapsTests
{
    private static readonly Instrument Small = New.Instrument()
        .WithScale("yt", ("Ya", 1), ("Tidak", 0))
        .WithArea("1", 4, Asking("q1", "SK tim", "Undangan"), Asking("q2", "Notulen"), Asking("q3"))
        .WithArea("2", 6, Asking("q4", "Laporan"))
        .Build();

    [Fact]
    public void A_sheet_without_documents_lacks_all_that_is_suggested()
    {
        var gaps = EvidenceGaps.Of(Small, []);

        Assert.Equal(["1", "2"], gaps.Areas.Select(area => area.Area.Code));
        Assert.Equal(
            [("q1", "SK tim, Undangan"), ("q2", "Notulen"), ("q3", ""), ("q4", "Laporan")],
            gaps.Areas.SelectMany(area => area.Questions).Select(gap => (gap.Question.Code, string.Join(", ", gap.Missing))));
        Assert.Equal((4, 4, 4, 4), (gaps.QuestionCount, gaps.WithoutEvidence, gaps.SuggestionCount, gaps.MissingSuggestions));
    }

    [Fact]
    public void A_suggestion_is_answered_by_a_document_that_names_it_word_for_word()
    {
        var gaps = EvidenceGaps.Of(Small, [new("q1", "SK tim"), new("q1", "sk tim"), new("q2", "SK tim"), new("q4", "Laporan")]);

        var first = gaps.Areas[0];
        Assert.Equal(
            [("q1", "Undangan", 2), ("q2", "Notulen", 1), ("q3", "", 0)],
            first.Questions.Select(gap => (gap.Question.Code, string.Join(", ", gap.Missing), gap.Documents)));
        Assert.Equal((3, 1, 3, 2), (first.QuestionCount, first.WithoutEvidence, first.SuggestionCount, first.MissingSuggestions));
    }

    [Fact]
    public void A_question_with_a_document_that_names_nothing_is_not_empty_handed_but_still_lacks_its_suggestions()
    {
        var gap = EvidenceGaps.Of(Small, [new("q2", "")]).Areas[0].Questions.Single(question => question.Question.Code == "q2");

        Assert.False(gap.IsEmptyHanded);
        Assert.Equal(["Notulen"], gap.Missing);
    }

    [Fact]
    public void What_lacks_nothing_is_not_listed_and_its_area_still_says_how_much_it_asks_for()
    {
        var gaps = EvidenceGaps.Of(Small, [new("q4", "Laporan"), new("q3", "")]);

        Assert.DoesNotContain(gaps.Areas.SelectMany(area => area.Questions), gap => gap.Question.Code is "q3" or "q4");
        Assert.Equal((1, 0, 1, 0), (gaps.Areas[1].QuestionCount, gaps.Areas[1].WithoutEvidence, gaps.Areas[1].SuggestionCount, gaps.Areas[1].MissingSuggestions));
    }

    [Fact]
    public void The_shipped_instrument_asks_in_eight_areas_for_every_question()
    {
        var gaps = EvidenceGaps.Of(TheInstrument.Lke2021, []);

        Assert.Equal(["A.1", "A.2", "A.3", "A.4", "A.5", "A.6", "B.I", "B.II"], gaps.Areas.Select(area => area.Area.Code));
        Assert.Equal((113, 113), (gaps.QuestionCount, gaps.WithoutEvidence));
        Assert.Equal(TheInstrument.Lke2021.Places.Sum(place => place.Question.SuggestedEvidence.Count), gaps.MissingSuggestions);
    }

    private static QuestionDraft Asking(string code, params string[] evidence) => New.Question(code, "yt", "Ya", "Tidak") with { Evidence = [.. evidence] };
}
