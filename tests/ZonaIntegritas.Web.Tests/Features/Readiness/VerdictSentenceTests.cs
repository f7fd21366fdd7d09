using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

public sealed class VerdictSentenceTests
{
    [Fact]
    public async Task Names_the_area_and_the_index_that_lack()
    {
        // Penguatan Pengawasan without its reform keeps 7.50 of the 9.00 points it needs.
        var sentence = await SentenceAsync("WBK", (code, best) =>
            code == "B.I.a" ? new LevelAnswer(3.52m) : code.StartsWith("A.II.5.", StringComparison.Ordinal) ? null : best);

        Assert.Equal(
            "DPMPTSP belum memenuhi WBK: kurang 1,50 poin di Penguatan Pengawasan dan IPAK 3,52 dari 3,60. "
            + "Baru 109 dari 113 soal dijawab; sisanya dihitung 0.",
            sentence);
    }

    [Fact]
    public async Task Says_only_what_lacks() => Assert.Equal(
        "DPMPTSP belum memenuhi WBK: IPAK 3,59 dari 3,60.", await SentenceAsync("WBK", Index("B.I.a", 3.59m)));

    [Fact]
    public async Task An_index_that_rounds_to_the_limit_is_shown_with_the_digits_that_decide() => Assert.Equal(
        "DPMPTSP belum memenuhi WBK: IPAK 3,5999 dari 3,60.", await SentenceAsync("WBK", Index("B.I.a", 3.5999m)));

    [Fact]
    public async Task A_full_sheet_meets_every_limit() => Assert.Equal(
        "DPMPTSP memenuhi seluruh syarat nilai WBK.", await SentenceAsync("WBK", (_, best) => best));

    [Fact]
    public async Task A_predicate_that_must_be_held_before_is_named() => Assert.Equal(
        "DPMPTSP memenuhi seluruh syarat nilai WBBM, tetapi belum berpredikat WBK.", await SentenceAsync("WBBM", (_, best) => best));

    [Fact]
    public async Task Open_questions_are_said_even_when_all_limits_are_met() => Assert.Equal(
        "DPMPTSP memenuhi seluruh syarat nilai WBK. Baru 112 dari 113 soal dijawab; sisanya dihitung 0.",
        await SentenceAsync("WBK", (code, best) => code == "A.I.1.i.a" ? null : best));

    [Fact]
    public async Task An_empty_sheet_is_not_judged() => Assert.Equal(
        "DPMPTSP belum mengisi lembar kerja, jadi kesiapan WBK belum dapat dinilai.", await SentenceAsync("WBK", (_, _) => null));

    [Fact]
    public async Task An_empty_layer_of_TPI_is_not_judged()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);

        Assert.Equal("TPI belum menilai DPMPTSP, jadi kesiapan WBK menurut TPI belum ada.", (await world.ReportAsync(Layer.Tpi)).Verdict);
    }

    [Fact]
    public async Task Many_reasons_are_counted_instead_of_listed() => Assert.Matches(
        @"^DPMPTSP belum memenuhi WBK: IPAK belum diisi, .+, dan 10 syarat lain\. Baru 1 dari 113 soal dijawab",
        await SentenceAsync("WBK", (code, best) => code == "A.I.1.i.a" ? best : null));

    private static Func<string, AnswerValue, AnswerValue?> Index(string code, decimal index) =>
        (asked, best) => asked == code ? new LevelAnswer(index) : best;

    private static async Task<string> SentenceAsync(string target, Func<string, AnswerValue, AnswerValue?> answers)
    {
        using var world = await ReadinessWorld.CreateAsync(target);
        await using (var db = world.Database.CreateDbContext())
        {
            var open = await world.Database.Sheets.OpenAsync(db, world.Sheet.Id, default);
            foreach (var question in open.Instrument.Places.Select(place => place.Question))
            {
                if (answers(question.Code, TestDatabase.BestAnswer(question)) is { } value)
                {
                    var answer = new Answer(Guid.CreateVersion7(), world.Sheet.Id, Layer.Unit, question.Code);
                    answer.Change(value, "", world.Head.Id, open.Now);
                    db.Add(answer);
                }
            }

            await db.SaveChangesAsync();
        }

        return (await world.ReportAsync()).Verdict;
    }
}
