using System.Text;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>
/// What the unpacked parts of an office file give away: macros under another name, a password of LibreOffice, a
/// program inside, or that it is another kind of document.
/// </summary>
internal sealed class OfficeSight(EvidenceType type)
{
    /// <summary>How much of the end of a piece comes again with the next one: longer than anything that is looked for.</summary>
    public const int Overlap = 64;

    private static readonly byte[] Package = Encoding.Unicode.GetBytes("Ole10Native");
    private static readonly byte[] Macros = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    private bool _hasMacros;
    private bool _hasProgram;
    private bool _isLocked;
    private bool _inCompoundFile;
    private bool _isOtherDocument;

    public void See(ZipPart part, ReadOnlySpan<byte> piece, bool isFirst)
    {
        if (isFirst)
        {
            SeeBeginning(part, piece);
        }

        // A packaged file of any kind behind an icon. Formulas and charts are stored under other names.
        _hasProgram |= _inCompoundFile && piece.IndexOf(Package) >= 0;
        _hasMacros |= _inCompoundFile && piece.IndexOf(Macros) >= 0;
        switch (part.Name.ToLowerInvariant())
        {
            case "[content_types].xml":
                _hasMacros |= Has(piece, "macroEnabled") || Has(piece, "vbaProject");
                break;
            case "meta-inf/manifest.xml":
                _isLocked |= Has(piece, "encryption-data");
                break;
        }
    }

    public Problem? ProblemOf(ContentReader file, string kind) =>
        _isOtherDocument ? ContentProblems.Differs(file, kind)
        : _isLocked ? ContentProblems.LockedOrOld(kind)
        : _hasMacros ? ContentProblems.Macros(kind)
        : _hasProgram ? ContentProblems.Embedded(kind)
        : null;

    private void SeeBeginning(ZipPart part, ReadOnlySpan<byte> piece)
    {
        _inCompoundFile = piece.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        _hasProgram |= piece.StartsWith("MZ"u8);
        if (part.Name == "mimetype" && type is (EvidenceType.Odt or EvidenceType.Ods))
        {
            _isOtherDocument |= !piece.SequenceEqual(Encoding.ASCII.GetBytes(type.MediaType()));
        }
    }

    /// <summary>In UTF-8 or UTF-16, so that another encoding of the XML hides nothing.</summary>
    private static bool Has(ReadOnlySpan<byte> piece, string word) =>
        piece.IndexOf(Encoding.ASCII.GetBytes(word)) >= 0 || piece.IndexOf(Encoding.Unicode.GetBytes(word)) >= 0
        || piece.IndexOf(Encoding.BigEndianUnicode.GetBytes(word)) >= 0;
}
