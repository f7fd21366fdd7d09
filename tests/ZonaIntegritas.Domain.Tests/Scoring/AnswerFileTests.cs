using System.Text;
using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

public class AnswerFileTests
{
    [Fact]
    public void Good_file_gives_unit_answers_and_held_predicates()
    {
        var reading = Read("""
            { "unit": "Disdukcapil", "predikat": "WBK",
              "answers": { "A.I.1.i.a": "Ya", "A.I.1.i.b": null, "A.II.1.i.a": { "jumlah_agen": 2, "jumlah_perubahan": null } },
              "hasil": { "B.I.a": 3.6, "B.I.b": "C" } }
            """);

        Assert.Equal(("Disdukcapil", 0, 0), (reading.Unit, reading.Faults.Count, reading.Remarks.Count));
        Assert.Equal(["WBK"], reading.HeldPredicates);
        Assert.Equal(["A.I.1.i.a", "A.II.1.i.a", "B.I.a", "B.I.b"], reading.Answers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new CountsAnswer(new Dictionary<string, long> { ["jumlah_agen"] = 2 }), reading.Answers["A.II.1.i.a"]);
        Assert.Equal(new LevelAnswer(3.6m), reading.Answers["B.I.a"]);
    }

    [Theory]
    [InlineData("\"Z.1\": \"A\"", "Z.1: kode soal tidak dikenal.")]
    [InlineData("\"a.i.1.i.a\": \"Ya\"", "a.i.1.i.a: kode soal tidak dikenal.")]
    [InlineData("\"Z.1\": null", "Z.1: kode soal tidak dikenal.")]
    [InlineData("\"A.I.1.i.b\": \"D\"", "A.I.1.i.b: pilihan \"D\" tidak ada; jawab salah satu dari A, B, C.")]
    [InlineData("\"A.I.1.i.b\": \"a\"", "A.I.1.i.b: pilihan \"a\" tidak ada; jawab salah satu dari A, B, C.")]
    [InlineData("\"A.I.1.i.a\": \"ya\"", "A.I.1.i.a: pilihan \"ya\" tidak ada; jawab salah satu dari Ya, Tidak.")]
    [InlineData("\"A.I.1.i.a\": \"\"", "A.I.1.i.a: pilihan \"\" tidak ada; jawab salah satu dari Ya, Tidak.")]
    [InlineData("\"A.I.1.i.a\": true", "A.I.1.i.a: jawaban harus berupa salah satu dari Ya, Tidak.")]
    [InlineData("\"A.I.1.i.a\": 1", "A.I.1.i.a: jawaban harus berupa salah satu dari Ya, Tidak.")]
    [InlineData("\"A.I.1.i.a\": [\"Ya\"]", "A.I.1.i.a: jawaban harus berupa salah satu dari Ya, Tidak.")]
    [InlineData("\"A.II.1.i.a\": \"A\"", "A.II.1.i.a: jawaban harus berupa hitungan jumlah_agen, jumlah_perubahan.")]
    [InlineData("\"A.II.1.i.a\": 0.5", "A.II.1.i.a: jawaban harus berupa hitungan jumlah_agen, jumlah_perubahan.")]
    [InlineData("\"A.II.1.i.a\": { \"jumlah_agen\": -2 }", "A.II.1.i.a: Agen perubahan tidak boleh negatif (-2).")]
    [InlineData("\"A.II.1.i.a\": { \"jumlah_agen\": 2.5 }", "A.II.1.i.a: isian \"jumlah_agen\" harus bilangan bulat, bukan 2.5.")]
    [InlineData("\"A.II.1.i.a\": { \"jumlah_agen\": \"2\" }", "A.II.1.i.a: isian \"jumlah_agen\" harus bilangan bulat, bukan \"2\".")]
    [InlineData("\"A.II.1.i.a\": { \"jumlah_agen\": 9223372036854775808 }", "A.II.1.i.a: isian \"jumlah_agen\" harus bilangan bulat, bukan 9223372036854775808.")]
    [InlineData("\"A.II.1.i.a\": { \"agen\": 2 }", "A.II.1.i.a: isian \"agen\" tidak dikenal.")]
    [InlineData("\"A.II.1.i.a\": { \"agen\": -2 }", "A.II.1.i.a: isian \"agen\" tidak boleh negatif (-2).")]
    [InlineData("\"A.II.1.i.b\": { \"jumlah_perubahan\": 1, \"jumlah_terintegrasi\": 2 }", "A.II.1.i.b: Perubahan yang terintegrasi tidak boleh melebihi perubahan yang dibuat.")]
    [InlineData("\"B.I.a\": 4.01", "B.I.a: nilai 4.01 di luar 0 sampai 4.")]
    [InlineData("\"B.I.a\": -0.01", "B.I.a: nilai -0.01 di luar 0 sampai 4.")]
    [InlineData("\"B.I.a\": 1e400", "B.I.a: jawaban harus berupa angka 0 sampai 4.")]
    [InlineData("\"B.I.a\": \"3,6\"", "B.I.a: jawaban harus berupa angka 0 sampai 4.")]
    public void Wrong_answer_is_refused_with_code_and_reason(string answer, string fault)
    {
        var reading = Read($$"""{ "answers": { {{answer}} } }""");

        Assert.Contains(fault, reading.Faults);
        Assert.Empty(reading.Answers);
    }

    [Theory]
    [InlineData("", "Berkas bukan JSON yang sah")]
    [InlineData("bukan JSON", "Berkas bukan JSON yang sah")]
    [InlineData("{ \"answers\": { }", "Berkas bukan JSON yang sah")]
    [InlineData("{ \"answers\": { \"A.I.1.i.a\": \"\\ud800\" } }", "Berkas bukan JSON yang sah")]
    [InlineData("{ \"answers\": { \"\\ud800\": \"Ya\" } }", "Berkas bukan JSON yang sah")]
    [InlineData("{ \"answers\": { \"A.I.1.i.a\": \"Ya\", \"A.I.1.i.a\": \"Tidak\" } }", "A.I.1.i.a")]
    [InlineData("{ \"answers\": { \"A.II.1.i.a\": { \"jumlah_agen\": 1, \"jumlah_agen\": 2 } } }", "jumlah_agen")]
    [InlineData("{ \"answers\": { \"A.I.1.i.a\": \"Ya\" }, \"hasil\": { \"A.I.1.i.a\": \"Ya\" } }", "A.I.1.i.a: dijawab dua kali.")]
    [InlineData("[]", "Isi berkas harus berupa objek")]
    [InlineData("null", "Isi berkas harus berupa objek")]
    [InlineData("{}", "\"answers\" dan \"hasil\" tidak ada")]
    [InlineData("{ \"Answers\": {} }", "\"answers\" dan \"hasil\" tidak ada")]
    [InlineData("{ \"answers\": \"A\" }", "\"answers\" harus berupa objek")]
    [InlineData("{ \"answers\": {}, \"hasil\": [ 3.6 ] }", "\"hasil\" harus berupa objek")]
    [InlineData("{ \"answers\": {}, \"predikat\": \"WBM\" }", "\"predikat\": isi dengan WBK atau WBBM.")]
    [InlineData("{ \"answers\": {}, \"predikat\": [ \"WBK\", 1 ] }", "\"predikat\": isi dengan WBK atau WBBM.")]
    public void Wrong_file_is_refused(string json, string fault)
    {
        var reading = Read(json);

        Assert.Contains(fault, Assert.Single(reading.Faults), StringComparison.Ordinal);
        Assert.Empty(reading.Answers);
    }

    [Theory]
    [InlineData("{ \"answers\": null }")]
    [InlineData("{ \"answers\": {} }")]
    [InlineData("{ \"hasil\": {} }")]
    [InlineData("{ \"answers\": { \"A.I.1.i.a\": null }, \"hasil\": { \"B.I.a\": null }, \"predikat\": null }")]
    public void Nothing_answered_yet_is_an_empty_sheet(string json)
    {
        var reading = Read(json);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Answers);
        Assert.Empty(reading.HeldPredicates);
    }

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        var reading = Read("""
            { "answers": { "Z.1": "A", "A.I.1.i.b": "d", "A.II.1.i.a": { "jumlah_agen": 1.5, "jumlah_perubahan": "x" }, "B.II.a": 3 },
              "hasil": { "B.I.a": 5, "B.II.a": 3 }, "predikat": "emas" }
            """);

        Assert.Equal(
            [
                "Z.1: kode soal tidak dikenal.",
                "A.I.1.i.b: pilihan \"d\" tidak ada; jawab salah satu dari A, B, C.",
                "A.II.1.i.a: isian \"jumlah_agen\" harus bilangan bulat, bukan 1.5.",
                "A.II.1.i.a: isian \"jumlah_perubahan\" harus bilangan bulat, bukan \"x\".",
                "B.I.a: nilai 5 di luar 0 sampai 4.",
                "B.II.a: dijawab dua kali.",
                "\"predikat\": isi dengan WBK atau WBBM.",
            ],
            reading.Faults);
    }

    [Fact]
    public void Unknown_member_of_the_file_is_a_remark_and_the_answers_still_count()
    {
        var reading = Read("""{ "answers": { "A.I.1.i.a": "Ya" }, "catatan": 1, "year": 2024 }""");

        Assert.Empty(reading.Faults);
        Assert.Equal(["\"catatan\" tidak dikenal dan tidak dipakai."], reading.Remarks);
        Assert.Single(reading.Answers);
    }

    [Fact]
    public void Byte_order_mark_of_a_windows_editor_does_no_harm() => Assert.Empty(
        AnswerFile.Read(TheInstrument.Lke2021, (byte[])[.. Encoding.UTF8.Preamble, .. "{ \"answers\": {} }"u8]).Faults);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Single(
        AnswerFile.Read(TheInstrument.Lke2021, (byte[])[.. "{ \"answers\": { \"A.I.1.i.a\": \""u8, 0xff, .. "\" } }"u8]).Faults);

    private static AnswerReading Read(string json) => AnswerFile.Read(TheInstrument.Lke2021, Encoding.UTF8.GetBytes(json));
}
