namespace ZonaIntegritas.Domain.Auditing;

/// <summary>How a line of the trail names the person it is about: by id, so that the trail itself holds no names.</summary>
public static class AboutPerson
{
    private const int IdLength = 36;

    public static string Note(Guid person, string text = "") => text.Length == 0 ? person.ToString() : $"{person} {text}";

    /// <summary>The person and the rest of the note; no person when the note does not begin with one.</summary>
    public static (Guid? Person, string Text) Read(string note) =>
        note.Length >= IdLength && Guid.TryParseExact(note[..IdLength], "D", out var person)
            ? (person, note[IdLength..].TrimStart())
            : (null, note);
}
