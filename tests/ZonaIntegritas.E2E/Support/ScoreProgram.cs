using System.Diagnostics;
using System.Text.Json;

namespace ZonaIntegritas.E2E.Support;

/// <summary>The auditor's command of the same program: answers in, the whole sheet out.</summary>
internal static class ScoreProgram
{
    /// <param name="answers">By question code, each as JSON.</param>
    public static async Task<JsonElement> RunAsync(IReadOnlyDictionary<string, string> answers, params string[] heldPredicates)
    {
        var file = Path.GetTempFileName();
        try
        {
            var members = string.Join(",\n", answers.Select(answer => $"\"{answer.Key}\": {answer.Value}"));
            await File.WriteAllTextAsync(file, $$"""{"answers": { {{members}} }, "predikat": {{JsonSerializer.Serialize(heldPredicates)}} }""");
            using var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, [Path.Combine(Folders.BuiltWeb, "ZonaIntegritas.Web.dll"), "score", file])
            {
                RedirectStandardOutput = true,
            })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            using var sheet = JsonDocument.Parse(output);
            return sheet.RootElement.Clone();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
