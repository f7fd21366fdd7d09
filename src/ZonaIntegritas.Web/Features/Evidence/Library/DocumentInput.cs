using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>What stands in the form, as it is typed.</summary>
public sealed class DocumentInput
{
    public string Title { get; set; } = "";

    public EvidenceKind Kind { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public DateOnly? CoversFrom { get; set; }

    public DateOnly? CoversUntil { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public string LetterNumber { get; set; } = "";

    public string Description { get; set; } = "";

    public static DocumentInput From(EvidenceDetails details) => new()
    {
        Title = details.Title,
        Kind = details.Kind,
        DocumentDate = details.DocumentDate,
        CoversFrom = details.CoversFrom,
        CoversUntil = details.CoversUntil,
        ValidUntil = details.ValidUntil,
        LetterNumber = details.LetterNumber,
        Description = details.Description,
    };

    public EvidenceDetails ToDetails() => new(
        Title, Kind, DocumentDate, CoversFrom, CoversUntil, ValidUntil, LetterNumber ?? "", Description ?? "");
}
