namespace ZonaIntegritas.E2E.Support;

/// <summary>Accounts of the demo; each journey takes people and units that no other journey changes.</summary>
internal static class Demo
{
    public const string Administrator = "administrator@contoh.invalid";
    public const string Head = "pimpinan@contoh.invalid";
    public const string EvaluatorOne = "evaluator.satu@contoh.invalid";
    public const string EvaluatorTwo = "evaluator.dua@contoh.invalid";
    public const string Lead = "evaluator.ketua@contoh.invalid";
    public const string Controller = "evaluator.teknis@contoh.invalid";

    public static string Coordinator(string unit) => $"koordinator.{unit}@contoh.invalid";
}
