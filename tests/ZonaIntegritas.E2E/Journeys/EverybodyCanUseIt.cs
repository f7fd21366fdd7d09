namespace ZonaIntegritas.E2E.Journeys;

/// <summary>Each main page in both looks and at both widths: readable, within the screen, without an error in the console.</summary>
public sealed class EverybodyCanUseIt(World world) : Journey(world)
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
        { "kesiapan", Demo.Head, "/kesiapan" },
        { "kesiapan unit", Demo.Head, "/kesiapan/{Dishub}" },
        { "tidak ditemukan", Demo.EvaluatorTwo, "/tidak-ada" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_rule_of_WCAG_and_stays_within_the_screen(string name, string? email, string address)
    {
        var path = await ResolveAsync(address);
        var faults = new List<string>();
        foreach (var (width, look) in ((int, ColorScheme)[])[(Wide, ColorScheme.Light), (Wide, ColorScheme.Dark), (Phone, ColorScheme.Light), (Phone, ColorScheme.Dark), (Enlarged, ColorScheme.Light)])
        {
            var page = await OpenAsync(email, width, look, path);
            var where = $"{name} {width} {look}";
            faults.AddRange((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)).Select(fault => $"{where}: {fault}"));
            faults.AddRange(ConsoleOf(page).Split('\n').Where(IsTrouble).Select(line => $"{where}: {line}"));
            await KeepPictureAsync(page, where);
            await page.Context.CloseAsync();
        }

        Assert.Empty(faults);
    }

    private async Task<IPage> OpenAsync(string? email, int width, ColorScheme look, string path)
    {
        var screen = new BrowserNewContextOptions { ColorScheme = look, ViewportSize = new() { Width = width, Height = 900 } };
        var page = email is null ? await OpenScreenAsync(screen) : await SignInAsync(email, screen);
        // The device's look reaches the server by a cookie, which any first page sets.
        await page.GotoAsync("/masuk");
        await page.GotoAsync(path);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.GetByText("Memuat")).ToHaveCountAsync(0);
        return page;
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
}
