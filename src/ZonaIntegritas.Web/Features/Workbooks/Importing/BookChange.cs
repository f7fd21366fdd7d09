namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

public enum BookPart
{
    Answer,
    Note,
}

/// <summary>One difference between the file and what is stored.</summary>
/// <param name="Empties">Something stored would be gone; done only when the person ticks it.</param>
/// <param name="Version">Of the stored answer that was compared; 0 when there was none.</param>
public sealed record BookChange(string Code, BookPart Part, string Before, string After, bool Empties, int Version)
{
    public string Key => $"{Code}/{Part}";
}

/// <summary>What a file would do. With a fault nothing is done.</summary>
/// <param name="Faults">By cell, worded for the person who filled it in.</param>
/// <param name="Same">Questions in which file and sheet agree.</param>
/// <param name="TotalAfter">When everything but the emptied ones is imported.</param>
public sealed record BookPreview(
    IReadOnlyList<string> Faults, IReadOnlyList<string> Remarks, IReadOnlyList<BookChange> Changes, int Same, decimal TotalBefore, decimal TotalAfter);
