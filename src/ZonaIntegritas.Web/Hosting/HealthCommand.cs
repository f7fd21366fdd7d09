namespace ZonaIntegritas.Web.Hosting;

/// <summary>
/// The container's own question, <c>health</c>: asks the app that runs on this machine and ends with 0 or 1. The
/// runtime image has no other HTTP client.
/// </summary>
public static class HealthCommand
{
    public const string Name = "health";

    public static async Task<int> RunAsync(string? urls)
    {
        var url = (urls ?? "http://localhost:5080").Split(';')[0].Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(url), "/health"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
