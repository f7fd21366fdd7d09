using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>
/// Office files are ZIPs of parts. They are only ever downloaded, so what counts is that opening them at a desk is
/// safe: no program inside, no password that keeps the evaluator out, no bomb. Links to the outside need nothing
/// here: office programs ask before they follow them.
/// </summary>
internal static class OfficeContent
{
    /// <summary>Old office files, and new ones behind a password, begin like this.</summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static Problem? ProblemOf(ContentReader file, EvidenceType type)
    {
        var (head, kind) = (file.Read(0, 8), type.ToString().ToUpperInvariant());
        if (head.AsSpan().StartsWith(CompoundFile))
        {
            return ContentProblems.LockedOrOld(kind);
        }

        // The first part is the first thing in the file: what stands before a ZIP would be seen by another program.
        if (!head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]))
        {
            return ContentProblems.Differs(file, kind);
        }

        var zip = ZipDirectory.Look(file);
        return zip.Fault switch
        {
            ZipFault.TooMany => ContentProblems.UnpacksTooLarge(kind),
            ZipFault.Broken => EvidenceProblems.Damaged(kind),
            _ => ProblemOf(file, zip.Parts, type, kind),
        };
    }

    private static Problem? ProblemOf(ContentReader file, IReadOnlyList<ZipPart> parts, EvidenceType type, string kind)
    {
        var names = parts.Select(part => part.Name.Replace('\\', '/').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (!OfficeParts.Make(names, type))
        {
            return ContentProblems.Differs(file, kind);
        }

        if (parts.Any(part => part.IsLocked))
        {
            return ContentProblems.LockedOrOld(kind);
        }

        if (names.Any(OfficeParts.IsMacro))
        {
            return ContentProblems.Macros(kind);
        }

        if (names.Any(OfficeParts.IsProgram))
        {
            return ContentProblems.Embedded(kind);
        }

        var seen = new OfficeSight(type);
        return Unpacking.Check(file, parts, seen) switch
        {
            UnpackFault.TooLarge => ContentProblems.UnpacksTooLarge(kind),
            UnpackFault.Broken => EvidenceProblems.Damaged(kind),
            _ => seen.ProblemOf(file, kind),
        };
    }
}
