using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ZonaIntegritas.Benchmarks.Uploads;

/// <summary>What the page does for a file: begin, then pieces of 32 MB, each with its checksum and the page's token.</summary>
internal sealed class TusClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _unit;

    private TusClient(HttpClient http, string unit) => (_http, _unit) = (http, unit);

    public static async Task<TusClient> SignInAsync(HttpClient http, string unit)
    {
        using var answer = await http.GetAsync("/antiforgery");
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var signIn = http.DefaultRequestHeaders.GetValues("Cookie").Single();
        http.DefaultRequestHeaders.Remove("Cookie");
        http.DefaultRequestHeaders.Add("Cookie", $"{signIn}; {cookie}");
        http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", token);
        http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        return new(http, unit);
    }

    public async Task UploadAsync(GeneratedFile file, string name)
    {
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/unggah");
        begin.Headers.Add("Upload-Length", file.Length.ToString(CultureInfo.InvariantCulture));
        begin.Headers.Add("Upload-Metadata", $"filename {Encode(name)},unit {Encode(_unit)}");
        using var begun = await _http.SendAsync(begin);
        begun.EnsureSuccessStatusCode();
        for (long offset = 0; offset < file.Length; offset += GeneratedFile.PieceBytes)
        {
            await SendAsync(begun.Headers.Location!, offset, file.PieceAt(offset));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(Uri upload, long offset, GeneratedFile.Piece piece)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(piece.Bytes) };
        request.Content.Headers.ContentType = new("application/offset+octet-stream");
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Checksum", piece.Checksum);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
