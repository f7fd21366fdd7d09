using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Uploads;

/// <summary>The tus protocol spoken by hand, request by request, as a signed-in browser.</summary>
internal sealed class TusBrowser(HttpClient http, string? token) : IDisposable
{
    public static async Task<TusBrowser> OpenAsync(HttpClient http) =>
        new(http, (await http.GetFromJsonAsync<JsonElement>("/antiforgery")).GetProperty("token").GetString());

    public void Dispose() => http.Dispose();

    /// <summary>The same browser with another token, or none.</summary>
    public TusBrowser With(string? otherToken) => new(http, otherToken);

    public async Task<Uri> BeginAsync(UploadPurpose purpose, long length, string name = "sk-tim-zi.pdf")
    {
        using var answer = await CreateAsync(purpose, length, name);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public Task<HttpResponseMessage> CreateAsync(UploadPurpose purpose, long length, string name = "sk-tim-zi.pdf") => SendAsync(
        HttpMethod.Post, new("/unggah", UriKind.Relative), null,
        ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", Metadata(purpose, name)));

    public Task<HttpResponseMessage> PatchAsync(Uri upload, long offset, byte[] piece, string? checksum = null) =>
        PatchAsync(upload, offset, new ByteArrayContent(piece), checksum);

    public Task<HttpResponseMessage> PatchAsync(Uri upload, long offset, HttpContent piece, string? checksum = null)
    {
        piece.Headers.ContentType ??= new("application/offset+octet-stream");
        (string, string)[] headers = [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. checksum is null ? [] : new[] { ("Upload-Checksum", checksum) }];
        return SendAsync(HttpMethod.Patch, upload, piece, headers);
    }

    public Task<HttpResponseMessage> HeadAsync(Uri upload) => SendAsync(HttpMethod.Head, upload, null);

    public Task<HttpResponseMessage> DeleteAsync(Uri upload) => SendAsync(HttpMethod.Delete, upload, null);

    public async Task<JsonElement[]> UnfinishedAsync(UploadPurpose purpose) =>
        (await http.GetFromJsonAsync<JsonElement[]>($"/unggah?unit={purpose.UnitId}&assessment={purpose.AssessmentId}&item={purpose.ItemId}"))!;

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers.Append(("Tus-Resumable", "1.0.0")).DistinctBy(header => header.Item1).Where(header => header.Item2.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (token is not null)
        {
            request.Headers.Add("X-CSRF-TOKEN", token);
        }

        return await http.SendAsync(request);
    }

    /// <summary>Status, offset and code of a refusal, in one line for comparing.</summary>
    public static async Task<string> SayAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var offset = answer.Headers.TryGetValues("Upload-Offset", out var values) ? " offset " + values.Single() : "";
            var code = answer.Content.Headers.ContentType?.MediaType == "application/json" && answer.RequestMessage!.Method != HttpMethod.Head
                ? " " + (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()
                : "";
            return $"{(int)answer.StatusCode}{offset}{code}";
        }
    }

    public static string Sha256Of(byte[] piece) => "sha256 " + Convert.ToBase64String(SHA256.HashData(piece));

    public static string Metadata(UploadPurpose purpose, string name) => string.Join(',', new[]
    {
        ("filename", name), ("unit", purpose.UnitId.ToString()), ("assessment", purpose.AssessmentId?.ToString()), ("question", purpose.QuestionCode),
        ("item", purpose.ItemId?.ToString()), ("suggestion", purpose.Suggestion),
    }.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => $"{pair.Item1} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Item2!))}"));
}

/// <summary>A piece that stops after its first bytes until it is let go, or whose line breaks there.</summary>
internal sealed class HeldPiece(byte[] first, byte[] rest) : HttpContent
{
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _letGo.TrySetResult();

    public void Break() => _letGo.TrySetException(new IOException("The line is gone."));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(first);
        await stream.FlushAsync();
        await _letGo.Task;
        await stream.WriteAsync(rest);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = first.Length + rest.Length;
        return true;
    }
}
