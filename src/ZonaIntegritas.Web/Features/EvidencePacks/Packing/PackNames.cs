using System.Globalization;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>
/// Where files lie in a pack, as offices file them: "AREA I Manajemen Perubahan/Pemenuhan/i. Penyusunan Tim Kerja/
/// 1.i.a SK Tim.pdf". Every name can be unpacked on any system, and none is given twice.
/// </summary>
public sealed class PackNames
{
    // Windows programs give up at 260 letters for the whole path; somebody unpacks below a folder of their own.
    private const int FolderLength = 50;
    private const int FileLength = 80;
    private const int LongestEnding = 10;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"]),
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="taken">Names at the top that are not a document's.</param>
    public PackNames(IEnumerable<string> taken) => _taken.UnionWith(taken);

    /// <returns>With forward slashes; never the same twice, whatever the case of its letters.</returns>
    public string Next(QuestionPlace place, string title, string ending)
    {
        var folder = FolderOf(place);
        var stem = Clean(WithCode(ShortCode(place), LastName(title, ending)), FileLength);
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var path = $"{folder}/{stem}{suffix}{ending}";
            if (_taken.Add(path))
            {
                return path;
            }
        }
    }

    /// <returns>".pdf", or nothing.</returns>
    public static string EndingOf(string fileName)
    {
        var ending = Path.GetExtension(EvidenceName.Clean(fileName));
        return ending.Length is > 1 and <= LongestEnding && ending[1..].All(char.IsAsciiLetterOrDigit) ? ending.ToLowerInvariant() : "";
    }

    public static string FolderOf(QuestionPlace place) => string.Join('/', place.Path.Skip(1).Select(section => Clean(FolderName(section), FolderLength)).DefaultIfEmpty("LKE"));

    /// <summary>"1.i.a" of A.I.1.i.a, as files are named in practice; "B.I.a" stays.</summary>
    public static string ShortCode(QuestionPlace place)
    {
        var parts = place.Question.Code.Split('.');
        return string.Join('.', parts.Length > 3 ? parts[^3..] : parts);
    }

    private static string FolderName(Section section)
    {
        var last = section.Code.Split('.')[^1];
        return section.Kind switch
        {
            SectionKind.Area => $"AREA {(int.TryParse(last, out var number) && number is > 0 and <= 10 ? Roman[number - 1] : last)} {section.Name}",
            SectionKind.Aspect => section.Name,
            SectionKind.Outcome => $"HASIL {last} {section.Name}",
            _ => $"{last}. {section.Name}",
        };
    }

    // Offices often begin a document's title with the code already.
    private static string WithCode(string code, string name) =>
        name.StartsWith(code + " ", StringComparison.OrdinalIgnoreCase) ? name : $"{code} {name}";

    private static string LastName(string title, string ending) =>
        ending.Length > 0 && title.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? title[..^ending.Length] : title;

    private static string Clean(string name, int length)
    {
        // A slash in a title is a word's, not a folder's.
        var kept = EvidenceName.Clean(name.Replace('/', '-').Replace('\\', '-')).Trim(' ', '.');
        if (kept.Length > length)
        {
            kept = kept[..(char.IsHighSurrogate(kept[length - 1]) ? length - 1 : length)].Trim(' ', '.');
        }

        return kept.Length == 0 || Reserved.Contains(kept.Split('.')[0].Trim()) ? $"_{kept}" : kept;
    }
}
