using System.Text.RegularExpressions;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>A new installation, as published, without anybody in it.</summary>
public sealed partial class FirstStart(World world) : Journey(world)
{
    public override async ValueTask InitializeAsync() =>
        App = await World.StartAsync(new(World.NewFolder(), Environment: "Production", Published: true));

    [Fact]
    public async Task The_code_from_the_log_makes_the_first_administrator_once()
    {
        var code = CodeLine().Match(App.Log).Groups[1].Value;
        Assert.Equal(12, code.Length);
        Assert.DoesNotContain("Contoh-12345", App.Log, StringComparison.Ordinal);
        var page = await OpenScreenAsync();
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Administrator pertama" })).ToBeVisibleAsync();

        await FillAsync(page, "SALAHSALAH12");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kode tidak cocok");
        await FillAsync(page, code);

        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/masuk").ToString());
        await page.GetByLabel("Alamat surel").FillAsync("admin@contoh.invalid");
        await page.GetByLabel("Kata sandi").FillAsync("Rahasia-67890");
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Expect(page.GetByText("Ibu Pertama")).ToBeVisibleAsync();
        await page.GotoAsync("/mulai");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Administrator pertama" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Guessing_codes_and_passwords_is_slowed_down()
    {
        var guesser = (await OpenScreenAsync()).Context.APIRequest;

        // More than one address may try in a minute; each is refused for its missing token until the limit speaks first.
        var answers = new List<int>();
        for (var guess = 0; guess < 30; guess++)
        {
            answers.Add((await guesser.PostAsync("/mulai")).Status);
        }

        Assert.Contains(429, answers);
        Assert.DoesNotContain(429, answers.Take(10));
    }

    private static async Task FillAsync(IPage page, string code)
    {
        await page.GetByLabel("Kode sekali pakai").FillAsync(code);
        await page.GetByLabel("Nama lengkap").FillAsync("Ibu Pertama");
        await page.GetByLabel("Alamat surel").FillAsync("admin@contoh.invalid");
        await page.GetByLabel("Kata sandi").FillAsync("Rahasia-67890");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat administrator" }).ClickAsync();
    }

    [GeneratedRegex("one-time code: ([A-Z2-9]+)")]
    private static partial Regex CodeLine();
}
