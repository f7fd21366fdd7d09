using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.EvidencePacks.Packing;

namespace ZonaIntegritas.Web.Tests.Features.EvidencePacks;

public sealed class PackNamesTests
{
    [Theory]
    [InlineData("../../x.pdf", ".pdf", "1.i.a ..-..-x.pdf")]
    [InlineData("..\\..\\windows\\system32", ".pdf", "1.i.a ..-..-windows-system32.pdf")]
    [InlineData("C:\\CON", ".pdf", "1.i.a C-CON.pdf")]
    [InlineData("a<b>:\"|?*\u202Ec\n\0", ".pdf", "1.i.a abc.pdf")]
    [InlineData("nama. . .", "", "1.i.a nama")]
    [InlineData("SK.PDF", ".pdf", "1.i.a SK.pdf")]
    [InlineData("1.i.a SK Tim", ".pdf", "1.i.a SK Tim.pdf")]
    [InlineData("", ".pdf", "1.i.a.pdf")]
    public async Task Whatever_a_title_holds_its_file_stays_in_its_folder(string title, string ending, string expected)
    {
        Assert.Equal($"AREA I Manajemen Perubahan/Pemenuhan/i. Penyusunan Tim Kerja/{expected}", new PackNames([]).Next(await PlaceAsync(), title, ending));
    }

    [Fact]
    public async Task No_name_is_given_twice_whatever_the_case_of_its_letters()
    {
        var (names, place) = (new PackNames([]), await PlaceAsync());
        string[] titles = ["SK", "sk", "SK (2)", "S/K", "S-K", new string('a', 300), new string('a', 301), "SK.", " SK "];

        var given = titles.Concat(titles).Select(title => names.Next(place, title, ".pdf")).ToList();

        Assert.Equal(given.Count, given.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(given, path => Assert.InRange(path.Length, 1, 240));
    }

    [Theory]
    [InlineData("a.PDF", ".pdf")]
    [InlineData("a.p f", "")]
    [InlineData("a", "")]
    [InlineData("a.superlongending", "")]
    public void An_ending_is_short_and_plain(string name, string ending) => Assert.Equal(ending, PackNames.EndingOf(name));

    private static async Task<QuestionPlace> PlaceAsync() => (await Workbooks.Books.InstrumentAsync()).Place(Scene.YesNo)!;
}
