using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class SaveAnswerTests
{
    [Fact]
    public async Task An_answer_is_saved_with_its_trimmed_note_and_the_score_that_follows()
    {
        using var scene = await Scene.CreateAsync();

        var saved = await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), "  SK 12/2026, halaman 3 \n"), default);

        var answer = await scene.AnswerAsync(Scene.YesNo);
        Assert.Equal(
            (new ChoiceAnswer("Ya"), "SK 12/2026, halaman 3", 1, scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()),
            (answer!.Value, answer.Note, answer.Version, answer.ChangedBy, answer.ChangedAt));
        Assert.Equal((1, scene.Database.Clock.GetUtcNow()), (saved.Value.Version, saved.Value.At));
        // A.I.1.i "Tim kerja" weighs 0,5 and has 2 questions: Ya earns 0,5 / 2 = 0,25.
        var stored = await scene.StoredScoreAsync();
        Assert.Equal((0.25m, 1, 113), (stored!.Total, stored.AnsweredQuestions, stored.Questions));
        Assert.Equal(stored.Total, saved.Value.Sheet.Total.Points.ToDecimal());
    }

    [Fact]
    public async Task The_stored_score_is_always_the_engines_own()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 40, by: scene.Coordinator);

        await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B"), seen: 1), default);

        var (stored, fresh) = (await scene.StoredScoreAsync(), await scene.FreshScoreAsync());
        Assert.Equal(fresh.Total.Points.ToDecimal(), stored!.Total);
        Assert.Equal(
            fresh.Instrument.Sections.ToDictionary(s => s.Code, s => fresh.Section(s.Code).Points.ToDecimal()), stored.Sections);
        Assert.Equal((40, false), (stored.AnsweredQuestions, stored.TargetMet));
    }

    [Fact]
    public async Task Changing_and_emptying_an_answer_moves_score_and_version()
    {
        using var scene = await Scene.CreateAsync();

        await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default);
        var no = await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default);
        var none = await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, null, "Menunggu SK.", seen: 2), default);

        // Tidak is an answer worth nothing; no answer is worth nothing and not complete.
        Assert.Equal((2, 0m, 1), (no.Value.Version, no.Value.Sheet.Total.Points.ToDecimal(), no.Value.Sheet.Completeness.AnsweredQuestions));
        Assert.Equal((3, 0m, 0), (none.Value.Version, none.Value.Sheet.Total.Points.ToDecimal(), none.Value.Sheet.Completeness.AnsweredQuestions));
        var answer = await scene.AnswerAsync(Scene.YesNo);
        Assert.Equal((null, "Menunggu SK."), (answer!.Value, answer.Note));
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_says_what_stands_there()
    {
        using var scene = await Scene.CreateAsync();
        var colleague = await scene.Database.AddUserAsync(Domain.Access.Role.Koordinator, scene.Unit, "Budi Santoso");
        await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("A"), "Pertama."), default);
        await scene.Save(colleague).ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B"), "Kedua.", seen: 1), default);
        var before = await scene.PrintAsync();

        var stale = await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C"), "Ketiga.", seen: 1), default);

        Assert.Equal("assessment.stale", stale.Problem!.Code);
        Assert.Contains("menjadi: B.", stale.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
        Assert.Equal(3, (await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C"), "Ketiga.", seen: 2), default)).Value.Version);
    }

    [Fact]
    public async Task A_first_answer_over_a_colleagues_first_answer_is_stale_too()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, null, "Catatan saja."), default);

        var stale = await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C")), default);

        Assert.Equal("assessment.stale", stale.Problem!.Code);
        Assert.Contains("menjadi: (kosong).", stale.Problem.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, AnswerValue, string> Unacceptable => new()
    {
        { Scene.YesNo, new ChoiceAnswer("D"), "pilihan \"D\" tidak ada; jawab salah satu dari Ya, Tidak." },
        { Scene.YesNo, new LevelAnswer(3.6m), "jawaban harus berupa salah satu dari Ya, Tidak." },
        { "B.I.a", new LevelAnswer(4.01m), "nilai 4.01 di luar 0 sampai 4." },
        { "B.I.a", new LevelAnswer(-0.01m), "nilai -0.01 di luar 0 sampai 4." },
        { "A.II.1.i.b", Counts(("jumlah_perubahan", 4), ("jumlah_terintegrasi", 5)), "Perubahan yang terintegrasi tidak boleh melebihi perubahan yang dibuat." },
        { "A.II.1.i.b", Counts(("jumlah_perubahan", -1)), "Perubahan yang dibuat tidak boleh negatif (-1)." },
        { "A.II.1.i.b", Counts(("lainnya", 1)), "isian \"lainnya\" tidak dikenal." },
    };

    [Theory]
    [MemberData(nameof(Unacceptable))]
    public async Task An_answer_that_cannot_be_is_refused_with_its_reason(string code, AnswerValue value, string reason)
    {
        using var scene = await Scene.CreateAsync();
        var before = await scene.PrintAsync();

        var refused = await scene.Save().ExecuteAsync(scene.Answering(code, value), default);

        Assert.Equal(("assessment.unacceptable-answer", $"Soal {code}: {reason}"), (refused.Problem!.Code, refused.Problem.Message));
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData(4000, null)]
    [InlineData(4001, "assessment.note-too-long")]
    public async Task A_note_has_4000_letters_at_most_without_the_spaces_around_it(int letters, string? problem)
    {
        using var scene = await Scene.CreateAsync();

        var saved = await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, null, $"  {new string('x', letters)}  "), default);

        Assert.Equal(problem, saved.Problem?.Code);
        Assert.Equal(problem is null ? letters : null, (await scene.AnswerAsync(Scene.YesNo))?.Note.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A.I.1.i.z")]
    [InlineData("a.i.1.i.a")]
    public async Task A_question_that_the_instrument_does_not_have_is_refused(string code)
    {
        using var scene = await Scene.CreateAsync();

        Assert.Equal(AssessmentProblems.UnknownQuestion, (await scene.Save().ExecuteAsync(scene.Answering(code, null, "x"), default)).Problem);
    }

    [Fact]
    public async Task Counts_that_are_not_complete_are_kept_but_are_no_answer_yet()
    {
        using var scene = await Scene.CreateAsync();

        var saved = await scene.Save().ExecuteAsync(scene.Answering("A.II.1.i.b", Counts(("jumlah_perubahan", 4))), default);

        Assert.Equal(0, saved.Value.Sheet.Completeness.AnsweredQuestions);
        Assert.Equal(Counts(("jumlah_perubahan", 4)), (await scene.AnswerAsync("A.II.1.i.b"))!.Value);
    }

    private static CountsAnswer Counts(params (string Key, long Count)[] counts) => new(counts.ToDictionary(c => c.Key, c => c.Count));
}
