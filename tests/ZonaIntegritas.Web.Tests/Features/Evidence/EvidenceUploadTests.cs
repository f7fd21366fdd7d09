using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

public sealed class EvidenceUploadTests : IAsyncLifetime
{
    private Scene _scene = null!;
    private WebAppUnderTest _app = null!;

    private string Path => $"/lembar/{_scene.Sheet.Id}/soal/{Scene.YesNo}/berkas";

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.CreateAsync();
        _app = new(_scene.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _scene.Dispose();
    }

    [Fact]
    public async Task A_file_sent_as_the_page_sends_it_arrives()
    {
        using var browser = await _app.SignInAsync(_scene.Coordinator);

        using var response = await SendAsync(browser, SmallFiles.Pdf, "SK Tim ZI – ñ.pdf", await TokenAsync(browser));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var file = Assert.Single(await _scene.Queries(_scene.Coordinator).EvidenceAsync(_scene.Sheet.Id, default));
        Assert.Equal("SK Tim ZI – ñ.pdf", file.FileName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8invented")]
    public async Task Without_the_pages_token_nothing_is_taken(string? token)
    {
        using var browser = await _app.SignInAsync(_scene.Coordinator);
        await TokenAsync(browser);

        using var response = await SendAsync(browser, SmallFiles.Pdf, "a.pdf", token);

        Assert.Equal((HttpStatusCode.BadRequest, "evidence.csrf"), (response.StatusCode, await CodeAsync(response)));
        Assert.Empty(_scene.StoredFiles());
    }

    [Fact]
    public async Task A_token_of_another_person_is_none()
    {
        using var browser = await _app.SignInAsync(_scene.Coordinator);
        await TokenAsync(browser);
        using var other = await _app.SignInAsync(_scene.Evaluator);

        using var response = await SendAsync(browser, SmallFiles.Pdf, "a.pdf", await TokenAsync(other));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_scene.StoredFiles());
    }

    [Fact]
    public async Task A_refusal_is_answered_in_words()
    {
        using var browser = await _app.SignInAsync(_scene.Coordinator);

        using var wrong = await SendAsync(browser, SmallFiles.Jpeg, "a.pdf", await TokenAsync(browser));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "evidence.content-differs"), (wrong.StatusCode, await CodeAsync(wrong)));
    }

    [Fact]
    public async Task Whoever_may_not_fill_in_is_refused()
    {
        using var browser = await _app.SignInAsync(_scene.Evaluator);

        using var response = await SendAsync(browser, SmallFiles.Pdf, "a.pdf", await TokenAsync(browser));

        Assert.Equal((HttpStatusCode.Forbidden, "access.not-allowed"), (response.StatusCode, await CodeAsync(response)));
        Assert.Empty(_scene.StoredFiles());
    }

    [Fact]
    public async Task Nobody_is_sent_to_the_sign_in_page()
    {
        using var visitor = _app.Visitor();

        using var response = await SendAsync(visitor, SmallFiles.Pdf, "a.pdf", "x");

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.Found, HttpStatusCode.Unauthorized]);
        Assert.Empty(_scene.StoredFiles());
    }

    // Chunked: Kestrel does not know the length, so the limit falls while the bytes come in.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_allowed_is_refused_in_words_however_it_is_sent(bool chunked)
    {
        using var browser = await _app.SignInAsync(_scene.Coordinator);
        var token = await TokenAsync(browser);
        SetLimit(1);

        using var response = await SendAsync(browser, new byte[1_100_000], "a.pdf", token, chunked);

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.UnprocessableEntity, HttpStatusCode.RequestEntityTooLarge]);
        Assert.Equal("evidence.too-large", await CodeAsync(response));
        Assert.Empty(_scene.StoredFiles());
    }

    private void SetLimit(int megabytes) =>
        ((Microsoft.Extensions.Options.IOptions<Web.Hosting.StorageOptions>)_app.Services.GetService(typeof(Microsoft.Extensions.Options.IOptions<Web.Hosting.StorageOptions>))!)
            .Value.MaxFileMegabytes = megabytes;

    private static async Task<string> TokenAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<JsonElement>("/antiforgery")).GetProperty("token").GetString()!;

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private async Task<HttpResponseMessage> SendAsync(HttpClient browser, byte[] content, string name, string? token, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        if (token is not null)
        {
            request.Headers.Add("X-CSRF-TOKEN", token);
        }

        return await browser.SendAsync(request);
    }
}
