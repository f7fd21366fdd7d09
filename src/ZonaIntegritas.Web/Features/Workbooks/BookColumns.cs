namespace ZonaIntegritas.Web.Features.Workbooks;

/// <param name="Width">In characters.</param>
public sealed record BookColumn(string Letter, string Title, double Width, bool Hidden = false);

/// <summary>The columns of the LKE as it goes round since 2024, in their order; then the percentages of Lampiran III and what the import knows rows by.</summary>
public static class BookColumns
{
    public const string Subject = "A";
    public const string Weight = "B";
    public const string Criteria = "C";
    public const string Options = "D";
    public const string UnitAnswer = "E";
    public const string UnitValue = "F";
    public const string UnitNote = "G";
    public const string Evidence = "H";
    public const string Url = "I";
    public const string TpiAnswer = "J";
    public const string TpiValue = "K";
    public const string TpiNote = "L";
    public const string UnitPercent = "M";
    public const string TpiPercent = "N";
    public const string Key = "O";
    public const string Kind = "P";

    public const string AnswerTitle = "Jawaban Unit";
    public const string NoteTitle = "Catatan Unit";
    public const string KeyTitle = "Kode";

    /// <summary>Marks the rows that are questions, for counting the answered ones.</summary>
    public const string QuestionMark = "soal";

    public static IReadOnlyList<BookColumn> All { get; } =
    [
        new(Subject, "Penilaian", 42), new(Weight, "Bobot", 7.5), new(Criteria, "Kriteria Nilai", 42), new(Options, "Pilihan Jawaban", 10),
        new(UnitAnswer, AnswerTitle, 10), new(UnitValue, "Nilai Unit", 8.5), new(UnitNote, NoteTitle, 34), new(Evidence, "Bukti Dukung Unit", 30),
        new(Url, "URL", 26), new(TpiAnswer, "Jawaban TPI", 10), new(TpiValue, "Nilai TPI", 8.5), new(TpiNote, "Catatan Reviu TPI", 30),
        new(UnitPercent, "% Unit", 8.5), new(TpiPercent, "% TPI", 8.5), new(Key, KeyTitle, 18, Hidden: true), new(Kind, "Jenis", 8, Hidden: true),
    ];
}
