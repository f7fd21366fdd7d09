using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Scoring;

/// <summary>
/// The auditor's command: <c>score FILE.json [--instrument FILE.json]</c>. Prints the whole sheet as JSON on standard
/// output and ends with 0; or prints every fault on standard error, nothing on standard output, and ends with 2.
/// </summary>
public static class ScoreCommand
{
    public const string Name = "score";

    private const int Faulty = 2;

    public static int Run(IReadOnlyList<string> arguments, Stream output, TextWriter errors)
    {
        var instrumentFile = Path.Combine(AppContext.BaseDirectory, "seed-data", "instruments", "lke-zi-2021.json");
        switch (arguments)
        {
            case [var answers]:
                return Score(instrumentFile, answers, output, errors);
            case [var answers, "--instrument", var other]:
                return Score(other, answers, output, errors);
            default:
                errors.WriteLine("Pemakaian: score BERKAS.json [--instrument BERKAS.json]");
                return Faulty;
        }
    }

    private static int Score(string instrumentFile, string answerFile, Stream output, TextWriter errors)
    {
        if (Load(instrumentFile, errors) is not { } instrumentBytes || Load(answerFile, errors) is not { } answerBytes)
        {
            return Faulty;
        }

        var (instrument, instrumentFaults) = InstrumentFile.Read(instrumentBytes);
        if (instrument is null)
        {
            return Refuse(instrumentFaults, errors);
        }

        var reading = AnswerFile.Read(instrument, answerBytes);
        if (reading.Faults.Count > 0)
        {
            return Refuse(reading.Faults, errors);
        }

        foreach (var remark in reading.Remarks)
        {
            errors.WriteLine($"Catatan: {remark}");
        }

        ScoreSheetJson.Write(output, reading.Unit, ScoringEngine.Score(instrument, reading.Answers), reading.HeldPredicates);
        output.Write("\n"u8);
        return 0;
    }

    private static int Refuse(IEnumerable<string> faults, TextWriter errors)
    {
        foreach (var fault in faults)
        {
            errors.WriteLine(fault);
        }

        return Faulty;
    }

    private static byte[]? Load(string file, TextWriter errors)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.WriteLine($"Berkas {file} tidak dapat dibuka: {error.Message}");
            return null;
        }
    }
}
