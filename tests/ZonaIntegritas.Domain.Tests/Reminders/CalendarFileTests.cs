using System.Text;
using System.Text.Json;
using Xunit;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Tests.Support;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

public sealed class CalendarFileTests
{
    private const string Good = """{ "date": "2026-08-17", "name": "Proklamasi Kemerdekaan", "kind": "libur" }""";

    [Theory]
    [InlineData(2024, 19, 10)] // 17 of the Keputusan Bersama, and two days of voting
    [InlineData(2025, 17, 11)] // 10 joint leaves, and 18 August
    [InlineData(2026, 17, 8)]
    [InlineData(2027, 5, 0)] // those fixed by date
    public void Shipped_file_has_as_many_days_as_were_published(int year, int holidays, int jointLeaves)
    {
        using var json = JsonDocument.Parse(Files.Bytes("seed-data/calendar/hari-libur.json"));
        var kinds = json.RootElement.GetProperty("years").EnumerateArray().Single(found => found.GetProperty("year").GetInt32() == year)
            .GetProperty("days").EnumerateArray().Select(day => day.GetProperty("kind").GetString()).ToList();

        Assert.Equal((holidays, jointLeaves), (kinds.Count(kind => kind == "libur"), kinds.Count(kind => kind == "cutiBersama")));
        Assert.Equal(holidays + jointLeaves, kinds.Count);
    }

    [Fact]
    public void Good_file_makes_a_calendar()
    {
        var reading = Read(Year(Good));

        Assert.Empty(reading.Faults);
        Assert.False(reading.Calendar!.IsWorkingDay(On("2026-08-17")));
        Assert.True(reading.Calendar.Covers(2026));
    }

    [Fact]
    public void Mark_in_front_of_the_text_is_passed_over() =>
        Assert.NotNull(CalendarFile.Read(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(File(Year(Good)))])).Calendar);

    [Theory]
    [InlineData("""{ "date": "2026-02-30", "name": "x", "kind": "libur" }""", "$.years[0].days[0].date: \"2026-02-30\" bukan tanggal; tulis seperti 2026-08-17.")]
    [InlineData("""{ "date": "17-08-2026", "name": "x", "kind": "libur" }""", "$.years[0].days[0].date: \"17-08-2026\" bukan tanggal; tulis seperti 2026-08-17.")]
    [InlineData("""{ "name": "x", "kind": "libur" }""", "$.years[0].days[0].date: \"\" bukan tanggal; tulis seperti 2026-08-17.")]
    [InlineData("""{ "date": "2025-08-17", "name": "x", "kind": "libur" }""", "$.years[0].days[0].date: 2025-08-17 tidak terletak pada tahun 2026.")]
    [InlineData("""{ "date": "2026-08-17", "name": " ", "kind": "libur" }""", "$.years[0].days[0].name: nama hari libur tidak ada.")]
    [InlineData("""{ "date": "2026-08-17", "name": "x", "kind": "Libur" }""", "$.years[0].days[0].kind: \"Libur\" tidak dikenal; pilih libur atau cutiBersama.")]
    [InlineData("""{ "date": "2026-08-17", "name": "x" }""", "$.years[0].days[0].kind: \"\" tidak dikenal; pilih libur atau cutiBersama.")]
    [InlineData("null", "$.years[0].days[0]: tidak boleh null.")]
    [InlineData(Good + ", " + Good, "$.years: tanggal 2026-08-17 disebut dua kali.")]
    public void Fault_of_a_day_is_named_with_its_place(string days, string fault)
    {
        var reading = Read(Year(days));

        Assert.Null(reading.Calendar);
        Assert.Equal([fault], reading.Faults);
    }

    [Theory]
    [InlineData("""{ "complete": true, "source": "SKB", "days": [] }""", "$.years[0].year: isi tahun antara 2000 dan 2100.")]
    [InlineData("""{ "year": 1999, "complete": true, "source": "SKB", "days": [] }""", "$.years[0].year: isi tahun antara 2000 dan 2100.")]
    [InlineData("""{ "year": 2026, "source": "SKB", "days": [] }""", "$.years[0].complete: isi true bila semua hari libur tahun itu tercantum, false bila belum.")]
    [InlineData("""{ "year": 2026, "complete": true, "source": "", "days": [] }""", "$.years[0].source: sebutkan dasarnya, misalnya nomor Keputusan Bersama.")]
    [InlineData("""{ "year": 2026, "complete": true, "source": "SKB" }""", "$.years[0].days: daftar hari libur tidak ada.")]
    [InlineData("null", "$.years[0]: tidak boleh null.")]
    [InlineData("", "$.years: sebutkan paling sedikit satu tahun.")]
    public void Fault_of_a_year_is_named_with_its_place(string year, string fault) => Assert.Equal([fault], Read(year).Faults);

    [Fact]
    public void Year_named_twice_is_a_fault() =>
        Assert.Equal(["$.years: tahun 2026 disebut dua kali."], Read($"{Year(Good)}, {Year("")}").Faults);

    [Fact]
    public void Every_fault_is_listed_at_once() => Assert.Equal(
        [
            "$.years[0].source: sebutkan dasarnya, misalnya nomor Keputusan Bersama.",
            "$.years[0].days[0].name: nama hari libur tidak ada.",
            "$.years[0].days[1].date: \"kapan\" bukan tanggal; tulis seperti 2026-08-17.",
        ],
        Read("""{ "year": 2026, "complete": true, "days": [{ "date": "2026-01-01", "kind": "libur" }, { "date": "kapan", "name": "x", "kind": "libur" }] }""").Faults);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"years\": [")]
    [InlineData("{ \"years\": {} }")]
    [InlineData("{ \"years\": [{ \"year\": \"2026\", \"complete\": true, \"source\": \"SKB\", \"days\": [] }] }")]
    [InlineData("{ \"years\": [YEAR], \"tahun\": [] }")] // a misspelt name loses nothing in silence
    [InlineData("{ \"years\": [YEAR], \"years\": [YEAR] }")] // nor a doubled one
    public void What_is_no_such_file_is_refused(string text)
    {
        var reading = CalendarFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.Replace("YEAR", Year(Good), StringComparison.Ordinal))));

        Assert.Null(reading.Calendar);
        Assert.Contains("berkas tidak dapat dibaca", Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_file_names_what_it_lacks() =>
        Assert.Equal(["$.years: sebutkan paling sedikit satu tahun."], CalendarFile.Read(new MemoryStream("null"u8.ToArray())).Faults);

    private static CalendarReading Read(string years) => CalendarFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(File(years))));

    private static string File(string years) => $$"""{ "note": "Uji.", "years": [{{years}}] }""";

    private static string Year(string days) => $$"""{ "year": 2026, "complete": true, "source": "SKB", "days": [{{days}}] }""";
}
