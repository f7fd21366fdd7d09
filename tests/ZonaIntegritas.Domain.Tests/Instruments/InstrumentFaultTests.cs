using Xunit;

namespace ZonaIntegritas.Domain.Tests.Instruments;

public class InstrumentFaultTests
{
    [Fact]
    public void Small_instrument_itself_has_no_fault()
    {
        var reading = SmallInstrument.Read(SmallInstrument.Json);

        Assert.Empty(reading.Faults);
        Assert.Equal(3, reading.Instrument!.Places.Count);
    }

    [Theory]
    [InlineData("\"totalWeight\": 10", "\"totalWeight\": 11", "Instrumen: bobot 11, tetapi jumlah bobot isinya 10.")]
    [InlineData("\"totalWeight\": 10,", "", "Instrumen: bobot (kosong), tetapi jumlah bobot isinya 10.")]
    [InlineData("\"Area satu\", \"weight\": 4", "\"Area satu\", \"weight\": 4.001", "Bagian A: bobot 6, tetapi jumlah bobot isinya 6.001.")]
    [InlineData("\"Area dua\", \"weight\": 2", "\"Area dua\", \"weight\": 0", "Bagian A.2: bobot harus lebih dari 0.")]
    [InlineData("\"kind\": \"area\", \"name\": \"Area dua\"", "\"name\": \"Area dua\"", "Bagian A.2: kind wajib diisi.")]
    [InlineData("\"name\": \"Area dua\"", "\"name\": \" \"", "Bagian A.2: name wajib diisi.")]
    [InlineData("\"code\": \"A.2\"", "\"code\": \"A.1\"", "Bagian A.1: kode ganda.")]
    [InlineData("\"code\": \"A.2\"", "\"code\": \"\"", "Bagian: kode kosong.")]
    [InlineData("\"code\": \"A.2\"", "\"code\": \"total\"", "Bagian total: kode ini dipakai untuk nilai total.")]
    [InlineData("\"group\": \"G\"", "\"group\": \"H\"", "Bagian A.1: kelompok H tidak ada.")]
    [InlineData("\"component\": \"A\"", "\"component\": \"C\"", "Kelompok G: komponen C tidak ada.")]
    [InlineData("\"group\": \"G\",", "", "Kelompok G: tidak ada bagian di dalamnya.")]
    [InlineData("\"groups\": [ { \"code\": \"G\"", "\"groups\": [ { \"code\": \"B\"", "Kelompok B: kode ini sudah dipakai bagian lain.")]
    [InlineData("\"weight\": 6, \"sections\"", "\"weight\": 6, \"group\": \"G\", \"sections\"", "Kelompok G: ada anggota di dalam anggota, sehingga dihitung dua kali.")]
    [InlineData("\"component\": \"A\"", "\"component\": \"B\"", "Kelompok G: ada anggota di luar komponen B.")]
    [InlineData(", \"questions\": [\n      { \"code\": \"q3\", \"statement\": \"Soal tiga\", \"scale\": \"indeks\" } ]", "", "Bagian B: berisi bagian atau soal, tidak keduanya dan tidak kosong.")]
    [InlineData("\"id\": \"kecil\"", "\"id\": \"\"", "id: wajib diisi.")]
    public void Tree_is_refused_with_the_place_and_the_sum(string spot, string replacement, string fault) =>
        Refuses(spot, replacement, fault);

    [Theory]
    [InlineData("\"scale\": \"yt\"", "\"scale\": \"yx\"", "Soal q1: skala yx tidak dikenal.")]
    [InlineData("\"id\": \"hitung\"", "\"id\": \"yt\"", "Skala yt: kode ganda.")]
    [InlineData("\"kind\": \"counted\"", "\"kind\": null", "Skala hitung: kind wajib diisi.")]
    [InlineData("{ \"Ya\": 1, \"Tidak\": 0 }", "{ \"Ya\": 1 }", "Skala yt: paling sedikit dua pilihan.")]
    [InlineData("{ \"Ya\": 1, \"Tidak\": 0 }", "{ \"Ya\": 1.5, \"Tidak\": 0 }", "Skala yt: nilai pilihan Ya = 1.5 di luar 0..1.")]
    [InlineData("\"maximum\": 4", "\"maximum\": 0", "Skala indeks: maximum harus lebih dari 0.")]
    [InlineData("\"kind\": \"counted\"", "\"kind\": \"counted\", \"options\": { \"A\": 1 }", "Skala hitung: pilihan hanya untuk skala choice.")]
    [InlineData("\"code\": \"q2\"", "\"code\": \"q1\"", "Soal q1: kode ganda.")]
    [InlineData("\"statement\": \"Soal satu\"", "\"statement\": \"\"", "Soal q1: statement wajib diisi.")]
    [InlineData("\"Tidak\": \"Belum\"", "\"Tidak\": \"\"", "Soal q1: teks pilihan Tidak tidak ada.")]
    [InlineData("\"Tidak\": \"Belum\"", "\"tidak\": \"Belum\"", "Soal q1: pilihan tidak tidak ada di skala yt.")]
    public void Questions_and_scales_are_refused_by_name(string spot, string replacement, string fault) =>
        Refuses(spot, replacement, fault);

    [Theory]
    [InlineData("\"scale\": \"indeks\"", "\"scale\": \"hitung\"", "Soal q3: rumus wajib ada pada soal hitungan.")]
    [InlineData("\"scale\": \"hitung\"", "\"scale\": \"indeks\"", "Soal q2: rumus hanya untuk soal hitungan.")]
    [InlineData("{ \"key\": \"bagian\", \"label\": \"Bagian\" }, ", "", "Soal q2: part memakai isian bagian yang tidak ada.")]
    [InlineData("\"key\": \"seluruh\"", "\"key\": \"bagian\"", "Soal q2: isian bagian: kode ganda.")]
    [InlineData("\"label\": \"Seluruh\"", "\"label\": \"\"", "Soal q2: isian seluruh tanpa label.")]
    [InlineData("\"whole\": [\"seluruh\"]", "\"whole\": [\"semua\"]", "Soal q2: whole memakai isian semua yang tidak ada.")]
    [InlineData("\"part\": [\"bagian\"]", "\"part\": []", "Soal q2: part pada rumus kosong.")]
    [InlineData("\"atMost\": [\"seluruh\"]", "\"atMost\": [\"semua\"]", "Soal q2: limits.atMost memakai isian semua yang tidak ada.")]
    [InlineData("\"reason\": \"Bagian melebihi seluruh.\"", "\"reason\": null", "Soal q2: batas hitungan tanpa reason.")]
    [InlineData(", \"whenWholeIsZero\": \"zero\"", "", "Soal q2: kind, whenWholeIsZero dan text wajib ada pada rumus.")]
    public void Formulas_are_refused_with_the_input_they_miss(string spot, string replacement, string fault) =>
        Refuses(spot, replacement, fault);

    [Theory]
    [InlineData("\"minimum\": 7.5", "\"minimum\": 10.01", "Predikat P1, batas total: minimum 10.01 tidak dapat dicapai.")]
    [InlineData("\"minimum\": 3", "\"minimum\": 4.5", "Predikat P2, batas B: minimum 4.5 tidak dapat dicapai.")]
    [InlineData("\"minimumPercent\": 60", "\"minimumPercent\": 101", "Predikat P1, batas Area: minimum 101 tidak dapat dicapai.")]
    [InlineData("\"minimumPercent\": 60", "\"minimum\": 3", "Predikat P1, batas Area: minimum 3 tidak dapat dicapai.")]
    [InlineData("\"target\": \"B\"", "\"target\": \"C\"", "Predikat P2, batas C: bagian yang dituju tidak ada.")]
    [InlineData("\"eachOf\": \"area\"", "\"eachOf\": \"aspect\"", "Predikat P1, batas Aspect: bagian yang dituju tidak ada.")]
    [InlineData("\"target\": \"B\"", "\"eachOf\": \"area\", \"target\": \"B\"", "Predikat P2, batas B: isi salah satu dari target dan eachOf.")]
    [InlineData("\"minimum\": 3", "\"minimumPercent\": 75, \"minimum\": 3", "Predikat P2, batas B: isi salah satu dari minimum dan minimumPercent.")]
    [InlineData("\"requires\": \"P1\"", "\"requires\": \"P0\"", "Predikat P2: predikat prasyarat P0 tidak ada.")]
    [InlineData("\"code\": \"P2\"", "\"code\": \"P1\"", "Predikat P1: kode ganda.")]
    [InlineData("{ \"target\": \"B\", \"minimum\": 3 }", "", "Predikat P2: tidak punya batas.")]
    [InlineData("\"Rendah\", \"minimum\": 0", "\"Rendah\", \"minimum\": 1", "Rentang: harus ada yang dimulai dari 0.")]
    [InlineData("\"Tinggi\", \"minimum\": 5", "\"Tinggi\", \"minimum\": 0", "Rentang: batas bawah harus ada, tidak negatif, dan berbeda-beda.")]
    [InlineData("\"name\": \"Rendah\"", "\"name\": \"Tinggi\"", "Rentang Tinggi: kode ganda.")]
    public void Predicates_and_bands_are_refused_when_nobody_could_reach_them(string spot, string replacement, string fault) =>
        Refuses(spot, replacement, fault);

    private static void Refuses(string spot, string replacement, string fault)
    {
        var reading = SmallInstrument.Read(SmallInstrument.With((spot, replacement)));

        Assert.Null(reading.Instrument);
        Assert.Contains(fault, reading.Faults);
    }
}
