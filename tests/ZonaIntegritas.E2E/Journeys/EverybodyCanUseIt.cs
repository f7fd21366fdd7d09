using System.Text.RegularExpressions;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>Each main page in both looks and at both widths: readable, within the screen, without an error in the console.</summary>
public sealed partial class EverybodyCanUseIt(World world) : Journey(world)
{
    private const int Wide = 1440;
    private const int Phone = 390;

    /// <summary>A screen of 1440 enlarged to 200 %.</summary>
    private const int Enlarged = 720;

    public static TheoryData<string, string?, string> Pages => new()
    {
        { "masuk", null, "/masuk" },
        { "lembar-kerja", Demo.Coordinator("dishub"), "/lembar-kerja" },
        { "lembar-kerja pilihan", Demo.Coordinator("dishub"), "/lembar-kerja/{Dishub}?soal=A.I.1.i.a" },
        { "lembar-kerja hitungan", Demo.Coordinator("dishub"), "/lembar-kerja/{Dishub}?soal=A.II.5.iii.b" },
        { "penilaian", Demo.EvaluatorTwo, "/penilaian" },
        { "penilaian soal", Demo.EvaluatorTwo, "/penilaian/{Dishub}?soal=A.I.1.iii.b" },
        { "penilaian daftar", Demo.Lead, "/penilaian/{Disdik}/daftar?saring=semua" },
        { "penilaian ketua", Demo.Lead, "/penilaian/{Disdik}" },
        { "selisih", Demo.Head, "/selisih/{Disdukcapil}" },
        { "pustaka", Demo.Coordinator("dishub"), "/pustaka" },
        { "pustaka kurang", Demo.Coordinator("dishub"), "/pustaka/kurang/{Dishub}" },
        { "syarat", Demo.Coordinator("dishub"), "/syarat/{Dishub}" },
        { "kesiapan", Demo.Head, "/kesiapan" },
        { "kesiapan unit", Demo.Head, "/kesiapan/{Dishub}" },
        { "hitungan", Demo.Head, "/kesiapan/{Dishub}/hitungan" },
        { "hitungan soal", Demo.Head, "/kesiapan/{Dishub}/hitungan?bagian=A.I.1.i.a" },
        { "rencana", Demo.Coordinator("dishub"), "/rencana" },
        { "rencana unit", Demo.Coordinator("dishub"), "/rencana/{Dishub}" },
        { "coba", Demo.Coordinator("dishub"), "/coba/{Dishub}" },
        { "perjalanan", Demo.Head, "/perjalanan/{Disdukcapil}" },
        { "usulan", Demo.Head, "/usulan" },
        { "nilai tpn", Demo.Administrator, "/tpn/{Disdukcapil}" },
        { "laporan", Demo.Head, "/laporan" },
        { "naskah", Demo.Head, "/naskah" },
        { "naskah lhe", Demo.Head, "/naskah/lhe/{Disdukcapil}" },
        { "kop", Demo.Administrator, "/pengaturan/kop" },
        { "verifikasi", null, "/verifikasi/tidak-dikenal" },
        { "surat", Demo.Administrator, "/surat" },
        { "pemberitahuan", Demo.Coordinator("dishub"), "/pemberitahuan" },
        { "pengingat", Demo.Coordinator("dishub"), "/pengingat" },
        { "pengingat besok", Demo.Administrator, "/pengingat/besok" },
        { "pengguna", Demo.Administrator, "/pengguna" },
        { "tim", Demo.Administrator, "/tim" },
        { "tim evaluator", Demo.Administrator, "/tim?bagian=evaluator" },
        { "riwayat", Demo.Administrator, "/riwayat" },
        { "riwayat lembar", Demo.Coordinator("dishub"), "/riwayat/{Dishub}" },
        { "periode", Demo.Administrator, "/periode" },
        { "instrumen", Demo.Administrator, "/instrumen" },
        { "tidak ditemukan", Demo.EvaluatorTwo, "/tidak-ada" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_rule_of_WCAG_and_stays_within_the_screen(string name, string? email, string address)
    {
        var path = await ResolveAsync(address);
        var faults = new List<string>();
        var page = await OpenAsync(email);
        foreach (var (width, look) in ((int, string)[])[(Phone, "light"), (Wide, "dark")])
        {
            await page.SetViewportSizeAsync(width, 900);
            await GoAsync(page, path, look);
            await LookAsync(page, $"{name} {width} {look}", faults);
            // The other width without a new page: what was opened on a phone has to fit when it is turned, and back.
            var other = width == Phone ? Wide : Phone;
            await page.SetViewportSizeAsync(other, 900);
            await KeepPictureAsync(page, $"{name} {other} {look}");
            faults.AddRange((await Looks.OverflowAsync(page)).Select(fault => $"{name} {other} {look}: {fault}"));
            await page.SetViewportSizeAsync(Enlarged, 450);
            faults.AddRange((await Looks.OverflowAsync(page)).Select(fault => $"{name} at 200 %: {fault}"));
        }

        faults.AddRange(ConsoleOf(page).Split('\n').Where(IsTrouble).Select(line => $"{name}: {line}"));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static async Task LookAsync(IPage page, string where, List<string> faults)
    {
        await KeepPictureAsync(page, where);
        faults.AddRange((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)).Select(fault => $"{where}: {fault}"));
    }

    // One context for both looks: files that are already in the browser's cache are not what is looked at.
    private async Task<IPage> OpenAsync(string? email)
    {
        var screen = new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce };
        return email is null ? await OpenScreenAsync(screen) : await SignInAsync(email, screen);
    }

    private async Task GoAsync(IPage page, string path, string look)
    {
        await page.Context.AddCookiesAsync([new() { Name = "zi-tema", Value = look, Url = App.Address.ToString() }]);
        await page.GotoAsync(path);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.GetByText(StillLoading())).ToHaveCountAsync(0);
    }

    private static bool IsTrouble(string line) =>
        (line.StartsWith("error", StringComparison.Ordinal) || line.StartsWith("uncaught", StringComparison.Ordinal))
        // The address that is not there is asked for on purpose.
        && !line.Contains("404 (Not Found)", StringComparison.Ordinal);

    private async Task<string> ResolveAsync(string address)
    {
        var (from, to) = (address.IndexOf('{', StringComparison.Ordinal), address.IndexOf('}', StringComparison.Ordinal));
        return from < 0 ? address : address[..from] + await App.Database.SheetAsync(address[(from + 1)..to]) + address[(to + 1)..];
    }

    /// <summary>For people who want to look themselves: SHOTS=folder ./test.sh e2e.</summary>
    private static async Task KeepPictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name.Replace(' ', '-') + ".png"), FullPage = true });
        }
    }

    [GeneratedRegex("^(Memuat|Menghitung).*…$")]
    private static partial Regex StillLoading();
}
