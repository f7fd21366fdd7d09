namespace ZonaIntegritas.E2E.Pages;

/// <summary>The files of one question, beside it.</summary>
internal sealed class EvidencePart(IPage page)
{
    private ILocator Root => page.GetByRole(AriaRole.Region, new() { Name = "Data dukung" });

    public ILocator Files => Root.Locator(".files .file-name");

    public ILocator Uploads => Root.Locator(".upload");

    public ILocator Failed => Root.Locator(".upload.failed");

    public ILocator Bars => Root.Locator(".upload progress");

    /// <summary>Uploads of an earlier page that wait for their file.</summary>
    public ILocator Offers => Root.Locator(".upload.offer");

    /// <summary>What was said last: saved, skipped, known already.</summary>
    public ILocator Said => Root.Locator(".upload-said");

    public ILocator Hint => Root.Locator(".upload-hint");

    private ILocator Area => Root.Locator(".upload-area[data-ready]").First;

    public Task UploadAsync(params FilePayload[] files) => Area.Locator("input[data-action=unggah]").SetInputFilesAsync(files);

    /// <summary>Files on disk, which a browser knows again by their date.</summary>
    public Task UploadAsync(params string[] paths) => Area.Locator("input[data-action=unggah]").SetInputFilesAsync(paths);

    public Task UploadFolderAsync(string folder) => Area.Locator("input[data-folder]").SetInputFilesAsync(folder);

    /// <summary>Lets files fall on the panel, as from the desktop.</summary>
    public async Task DropAsync(string name, string text)
    {
        await Expect(Area).ToBeAttachedAsync();
        await Root.EvaluateAsync(
            """
            (panel, { name, text }) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([text], name, { type: "application/pdf" }));
              for (const type of ["dragover", "drop"]) panel.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
            }
            """,
            new { name, text });
    }

    public Task PressAsync(string button, string name) => Root.GetByRole(AriaRole.Button, new() { Name = $"{button} {name}", Exact = true }).ClickAsync();

    public Task ChooseAgainAsync(string path) => Offers.Locator("input[type=file]").SetInputFilesAsync(path);

    public async Task<byte[]> DownloadAsync(string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Row(name).GetByRole(AriaRole.Link, new() { Name = "Unduh" }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public Task DetachAsync(string name) => Row(name).GetByRole(AriaRole.Button, new() { Name = "Lepas" }).ClickAsync();

    /// <summary>By the title a document got from its file's name.</summary>
    private ILocator Row(string name) => Root.Locator(".files li", new() { HasText = Path.GetFileNameWithoutExtension(name) });
}
