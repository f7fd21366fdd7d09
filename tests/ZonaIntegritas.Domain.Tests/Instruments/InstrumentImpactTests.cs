using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Instruments;

public class InstrumentImpactTests
{
    private static readonly AnswerValue Agents = new CountsAnswer(new Dictionary<string, long> { ["jumlah_agen"] = 2, ["jumlah_perubahan"] = 2 });

    private static readonly Dictionary<string, (Func<NextVersion, NextVersion> Change, StoredAnswer Stored, AnswerFate Fate, string Reason)> Cases = new()
    {
        ["untouched"] = (next => next.Without("A.I.1.i.a"), Choice("A.I.1.i.b", "B"), AnswerFate.Valid, ""),
        ["question gone"] = (next => next.Without("A.I.1.i.b"), Choice("A.I.1.i.b", "B"), AnswerFate.Uncounted, "Soal ini tidak ada pada versi ini."),
        ["note of a question that is gone"] = (next => next.Without("A.I.1.i.b"), new("A.I.1.i.b", null, "catatan"), AnswerFate.Uncounted, "Soal ini tidak ada pada versi ini."),
        ["note alone"] = (next => next.Reword("A.I.1.i.b", "lain"), new("A.I.1.i.b", null, "catatan"), AnswerFate.Valid, ""),
        ["option gone"] = (Options, Choice("A.I.1.i.b", "C"), AnswerFate.Uncounted, "Pilihan C tidak ada pada versi ini; yang ada A, B, D."),
        ["option worth more"] = (Options, Choice("A.I.1.i.b", "B"), AnswerFate.Valid, ""),
        ["chosen option reworded"] = (next => next.RewordOption("A.I.1.i.b", "B", "lain"), Choice("A.I.1.i.b", "B"), AnswerFate.Recheck, "Rumusan pilihan B berubah."),
        ["other option reworded"] = (next => next.RewordOption("A.I.1.i.b", "C", "lain"), Choice("A.I.1.i.b", "B"), AnswerFate.Valid, ""),
        ["question reworded"] = (next => next.Reword("A.I.1.i.b", "lain"), Choice("A.I.1.i.b", "B"), AnswerFate.Recheck, "Rumusan soal berubah."),
        ["moved"] = (next => next.Move("A.I.1.i.b", "A.I.2.i"), Choice("A.I.1.i.b", "B"), AnswerFate.Valid, ""),
        ["other scale"] = (next => next.Rescale("B.I.a", ("Baik", 1m), ("Buruk", 0m)), new("B.I.a", new LevelAnswer(3.6m), ""),
            AnswerFate.Uncounted, "Cara menjawab soal ini lain: sekarang salah satu dari Baik, Buruk."),
        ["counts become a choice"] = (next => next.Rescale("A.II.1.i.a", ("Ya", 1m), ("Tidak", 0m)), new("A.II.1.i.a", Agents, ""),
            AnswerFate.Uncounted, "Cara menjawab soal ini lain: sekarang salah satu dari Ya, Tidak."),
        ["input added"] = (next => next.AddInput("A.II.1.i.a", "baru", "Jumlah baru"), new("A.II.1.i.a", Agents, ""),
            AnswerFate.Uncounted, "Isian baru belum diisi: Jumlah baru."),
        ["unfinished stays unfinished"] = (next => next.AddInput("A.II.1.i.a", "baru", "Jumlah baru"), Counts("A.II.1.i.a", ("jumlah_agen", 2)), AnswerFate.Valid, ""),
        ["count that was stored earlier counts again"] = (next => next.AddInput("A.II.1.i.a", "lama", "Lama"),
            Counts("A.II.1.i.a", ("jumlah_agen", 2), ("jumlah_perubahan", 2), ("lama", 1)), AnswerFate.Revived, "Jawaban yang tersimpan dihitung lagi."),
        ["question that comes back"] = (next => next.Add("A.I.1.i", "lama", "Soal lama"), Choice("lama", "Ya"), AnswerFate.Revived, "Jawaban yang tersimpan dihitung lagi."),
        ["question nobody knows"] = (next => next, Choice("lama", "Ya"), AnswerFate.Uncounted, "Soal ini tidak ada pada versi ini."),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_becomes_of_an_answer_is_said_with_the_reason(string name)
    {
        var (change, stored, fate, reason) = Cases[name];

        var answer = Assert.Single(Impact(change(Next()), stored).Answers);

        Assert.Equal((fate, reason), (answer.Fate, answer.Reason));
        Assert.Same(stored, answer.Stored);
    }

    [Fact]
    public void An_index_above_a_smaller_scale_does_not_count()
    {
        var smaller = InstrumentFile.Read(new NextVersion(System.Text.Encoding.UTF8.GetBytes(SmallInstrument.With(("\"maximum\": 4", "\"maximum\": 3")))).Bytes).Instrument!;

        var impact = new InstrumentImpact(SmallInstrument.Read(SmallInstrument.Json).Instrument!, smaller).Of([new("q3", new LevelAnswer(3.5m), "")], new("P1", []));

        Assert.Equal("Angka 3,5 di luar 0 sampai 3.", Assert.Single(impact.StopCounting).Reason);
    }

    [Fact]
    public void A_tighter_rule_for_counts_names_itself()
    {
        var next = Next();
        next.Formula("A.II.1.i.a")["limits"] = System.Text.Json.Nodes.JsonNode.Parse(
            """[{ "parts": ["jumlah_perubahan"], "atMost": ["jumlah_agen"], "reason": "Perubahan melebihi agen.", "waivedWhenFull": false }]""");

        var impact = Impact(next, Counts("A.II.1.i.a", ("jumlah_agen", 2), ("jumlah_perubahan", 3)));

        Assert.Equal("Perubahan melebihi agen.", Assert.Single(impact.StopCounting).Reason);
    }

    [Fact]
    public void Other_labels_of_counts_ask_for_another_look()
    {
        var next = Next();
        next.Formula("A.II.1.i.a")["inputs"]![0]!["label"] = "Agen bersertifikat";

        var answer = Assert.Single(Impact(next, new StoredAnswer("A.II.1.i.a", Agents, "")).Answers);

        Assert.Equal(AnswerFate.Recheck, answer.Fate);
        Assert.EndsWith("sekarang berbunyi \"Agen bersertifikat\".", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_move_with_the_weights_and_the_verdict_with_the_points()
    {
        var best = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().LeaveOpen("A.I.1.i.a").Answers;
        var next = Next().Without("A.I.1.i.b").Minimum("WBK", "total", 99.75m);

        var impact = Impact(next, [.. best.Select(answer => new StoredAnswer(answer.Key, answer.Value, ""))]);

        // A.I.1.i weighs 0,5 and loses half of it before, all of it after.
        Assert.Equal((99.75m, 99.5m, -0.25m), (impact.Before.Total.Points.ToDecimal(), impact.After.Total.Points.ToDecimal(), impact.Gain.ToDecimal()));
        Assert.True(impact.VerdictBefore!.Eligible);
        Assert.False(impact.VerdictAfter!.Eligible);
    }

    [Fact]
    public void New_questions_are_open_and_a_target_nobody_knows_has_no_verdict()
    {
        var next = Next().Add("A.I.1.i", "baru", "Soal baru");
        next.Predicate("WBBM").Parent!.AsArray().Remove(next.Predicate("WBBM"));

        var impact = new InstrumentImpact(TheInstrument.Lke2021, InstrumentFile.Read(next.Bytes).Instrument!).Of([], new("WBBM", ["WBK"]));

        Assert.Equal("baru", Assert.Single(impact.NewOpen).Code);
        Assert.NotNull(impact.VerdictBefore);
        Assert.Null(impact.VerdictAfter);
    }

    [Fact]
    public void Counts_that_no_label_is_known_for_are_still_said()
    {
        var answer = Assert.Single(Impact(Next(), Counts("A.II.1.i.a", ("jumlah_agen", 2), ("entah", 1_500))).Answers);

        Assert.EndsWith("; entah: 1.500", answer.Said, StringComparison.Ordinal);
        Assert.Equal("Isian entah tidak ada pada versi ini.", answer.Reason);
    }

    private static NextVersion Next() => new(Files.Bytes("seed-data/instruments/lke-zi-2021.json"));

    private static NextVersion Options(NextVersion next) => next.Rescale("A.I.1.i.b", ("A", 1m), ("B", 0.6m), ("D", 0m));

    private static StoredAnswer Choice(string code, string key) => new(code, new ChoiceAnswer(key), "catatan");

    private static StoredAnswer Counts(string code, params (string Key, long Count)[] counts) =>
        new(code, new CountsAnswer(counts.ToDictionary(count => count.Key, count => count.Count)), "");

    private static LayerImpact Impact(NextVersion next, params StoredAnswer[] stored)
    {
        var reading = InstrumentFile.Read(next.Bytes);
        Assert.Empty(reading.Faults);
        return new InstrumentImpact(TheInstrument.Lke2021, reading.Instrument!).Of(stored, new("WBK", []));
    }
}
