using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>What the head of a picture says of it.</summary>
/// <param name="IsOfKind">It begins as its kind begins.</param>
/// <param name="IsWhole">It goes on to its end.</param>
public readonly record struct PictureLook(bool IsOfKind, bool IsWhole, long Width, long Height)
{
    public static PictureLook OfAnotherKind => default;

    public static PictureLook Broken => new(true, false, 0, 0);
}

/// <summary>
/// Pictures are measured by their head before anything draws them: a few bytes can announce more pixels than any
/// memory holds.
/// </summary>
internal static class PictureContent
{
    /// <summary>Twice what the largest cameras of telephones make in daily use; 400 MB once drawn.</summary>
    public const long MaxPixels = 100_000_000;

    public const int MaxSide = 30_000;

    public static Problem? ProblemOf(ContentReader file, EvidenceType type, Func<ContentReader, PictureLook> look)
    {
        var seen = look(file);
        var kind = type.ToString().ToUpperInvariant();
        return !seen.IsOfKind ? ContentProblems.Differs(file, kind)
            : seen.Width > MaxSide || seen.Height > MaxSide || seen.Width * seen.Height > MaxPixels ? ContentProblems.TooManyPixels(seen.Width, seen.Height)
            : !seen.IsWhole || seen.Width == 0 || seen.Height == 0 ? EvidenceProblems.Damaged(kind)
            : null;
    }
}
