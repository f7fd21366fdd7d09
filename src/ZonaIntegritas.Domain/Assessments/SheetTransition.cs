namespace ZonaIntegritas.Domain.Assessments;

/// <summary>One step a sheet has taken: who, when, from where to where, on which paper. Never changed, never removed.</summary>
public sealed class SheetTransition
{
    public const int ReferenceMaxLength = 200;
    public const int NoteMaxLength = 2000;

    private SheetTransition()
    {
    }

    internal SheetTransition(Guid id, Guid assessmentId, SheetMove move, AssessmentStatus from, AssessmentStatus to, MoveDetail detail)
    {
        (Id, AssessmentId, Move, From, To) = (id, assessmentId, move, from, to);
        (By, At, On, Reference, Note) = (detail.By, detail.At, detail.On, detail.Reference.Trim(), detail.Note.Trim());
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public SheetMove Move { get; private set; }

    public AssessmentStatus From { get; private set; }

    public AssessmentStatus To { get; private set; }

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Date of the letter, decree or stage.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>Number of the letter or decree; the question's code for a returned or repaired question.</summary>
    public string Reference { get; private set; } = "";

    public string Note { get; private set; } = "";
}

/// <summary>Who makes a move, when, and on which paper.</summary>
/// <param name="On">Date of the letter, decree or stage.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Note">A reason or remark.</param>
public sealed record MoveDetail(Guid By, DateTimeOffset At, DateOnly? On = null, string Reference = "", string Note = "");
