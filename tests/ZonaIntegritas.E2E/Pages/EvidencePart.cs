namespace ZonaIntegritas.E2E.Pages;

/// <summary>The files of one question, beside it.</summary>
internal sealed class EvidencePart(IPage page)
{
    private ILocator Root => page.GetByRole(AriaRole.Region, new() { Name = "Data dukung" });

    public ILocator Files => Root.Locator(".files .file-name");

    public ILocator Uploads => Root.Locator(".upload");

    public ILocator Failed => Root.Locator(".upload.failed");

    public ILocator Bars => Root.Locator(".upload progress");

    public async Task UploadAsync(params FilePayload[] files)
    {
        await Expect(Root).ToHaveAttributeAsync("data-ready", "");
        await Root.Locator("input[type=file]").SetInputFilesAsync(files);
    }

    public async Task<byte[]> DownloadAsync(string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Row(name).GetByRole(AriaRole.Link, new() { Name = "Unduh" }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public Task DetachAsync(string name) => Row(name).GetByRole(AriaRole.Button, new() { Name = "Lepas" }).ClickAsync();

    private ILocator Row(string name) => Root.Locator(".files li", new() { HasText = name });
}
