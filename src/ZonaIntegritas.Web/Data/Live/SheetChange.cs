namespace ZonaIntegritas.Web.Data.Live;

/// <summary>What was committed, so that a page knows whether it has to look.</summary>
public enum SheetChangeKind
{
    /// <summary>An answer of any layer, or a tier's judgement.</summary>
    Answer,

    /// <summary>A question was returned, repaired, taken back or closed.</summary>
    Return,

    /// <summary>A document was put forward, replaced, pointed at or taken off.</summary>
    Evidence,

    /// <summary>A message in a question's thread.</summary>
    Message,

    /// <summary>The sheet itself: its state, target or instrument.</summary>
    Sheet,

    /// <summary>Somebody's account, role or assignment: what is on the screen may no longer be theirs.</summary>
    Rights,

    /// <summary>Something behind a person's bell.</summary>
    Notice,

    /// <summary>More happened than was kept: look at everything.</summary>
    Everything,
}

/// <summary>
/// That something changed, and nothing of what it says: whoever hears it reads through the queries that ask who may see.
/// </summary>
/// <param name="Topic">A sheet; for rights the unit or the person they are about, for a notice its person.</param>
/// <param name="QuestionCode">Null when it is not about one question.</param>
/// <param name="By">Null when it is not known, or for the program itself.</param>
public sealed record SheetChange(Guid Topic, string? QuestionCode, SheetChangeKind Kind, Guid? By);
