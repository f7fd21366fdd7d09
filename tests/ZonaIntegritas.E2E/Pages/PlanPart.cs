namespace ZonaIntegritas.E2E.Pages;

/// <summary>Jalan terpendek of one unit and the action items that come of it.</summary>
internal sealed class PlanPart(IPage page)
{
    public ILocator Summary => page.GetByTestId("way-summary");

    public ILocator Items => page.GetByTestId("action");

    public ILocator Proposed => page.GetByRole(AriaRole.Checkbox, new() { Name = "Jadikan rencana aksi: soal" });

    /// <summary>The first improvement of the proposed way becomes an item.</summary>
    /// <returns>Its question.</returns>
    public async Task<string> PlanFirstAsync(string who, DateOnly until)
    {
        var name = await Proposed.First.GetAttributeAsync("aria-label") ?? "";
        await Proposed.First.CheckAsync();
        var form = page.GetByRole(AriaRole.Group, new() { Name = "Jadikan rencana aksi" });
        await form.GetByLabel("Siapa").FillAsync(who);
        await form.GetByLabel("Sampai kapan").FillAsync($"{until:yyyy-MM-dd}");
        await form.GetByRole(AriaRole.Button, new() { Name = "Jadikan rencana aksi (1)" }).ClickAsync();
        return name[(name.LastIndexOf(' ') + 1)..];
    }

    public async Task CloseAsync(ILocator item, string outcome)
    {
        await item.GetByRole(AriaRole.Button, new() { Name = "Tandai selesai" }).ClickAsync();
        await item.GetByLabel("Hasilnya").FillAsync(outcome);
        await item.GetByRole(AriaRole.Button, new() { Name = "Tandai selesai" }).ClickAsync();
    }
}
