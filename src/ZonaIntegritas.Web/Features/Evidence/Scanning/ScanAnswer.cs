namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <param name="Detail">The threat's name, or why there is no answer.</param>
public sealed record ScanAnswer(ScanOutcome Outcome, string Detail = "")
{
    /// <summary>Reads what clamd says about a stream: "stream: OK", "stream: NAME FOUND", "… ERROR".</summary>
    public static ScanAnswer Parse(string line)
    {
        const string Found = " FOUND";
        const string Limits = "Heuristics.Limits.Exceeded";
        var text = line.Trim('\0', '\r', '\n', ' ');
        var said = text.StartsWith("stream: ", StringComparison.Ordinal) ? text["stream: ".Length..] : "";
        if (said == "OK")
        {
            return new(ScanOutcome.Clean);
        }

        // With "AlertExceedsMax" this says that the scanner gave up half way, which is no finding.
        var isFinding = said.EndsWith(Found, StringComparison.Ordinal) && said.Length > Found.Length;
        return isFinding && !said.StartsWith(Limits, StringComparison.Ordinal)
            ? new(ScanOutcome.Infected, said[..^Found.Length])
            : new(ScanOutcome.NoAnswer, text.Length == 0 ? "hung up without a word" : text);
    }
}

public enum ScanOutcome
{
    Clean,
    Infected,

    /// <summary>The scanner is down, too slow, or says that it could not do it. Never taken for clean.</summary>
    NoAnswer,
}
