namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>How far a question or section is, for the signs in the tree.</summary>
public enum Progress
{
    Open,
    Partly,
    Done,
    Returned,

    /// <summary>TPI judged it on evidence that has changed since.</summary>
    LookAgain,

    /// <summary>Waits for the tier of the person who looks.</summary>
    Mine,

    /// <summary>Judged differently from the unit, without a reason.</summary>
    Unreasoned,
}
