using System.Text;

namespace ZonaIntegritas.Domain.Common;

/// <summary>
/// Joins Latin letters with the accents that follow them, as names of files from some computers come in. The runtime's
/// own normalisation needs ICU, which this app does without (docs/decisions/0006-no-icu.md).
/// </summary>
public static class ComposedText
{
    // For each combining mark: base letters, then the same letters with the mark, in the same order.
    private static readonly (char Mark, string Bases, string Joined)[] Marks =
    [
        ('\u0300', "aeiounAEIOUN", "àèìòùǹÀÈÌÒÙǸ"),
        ('\u0301', "aeiouycnszAEIOUYCNSZ", "áéíóúýćńśźÁÉÍÓÚÝĆŃŚŹ"),
        ('\u0302', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ('\u0303', "anoANO", "ãñõÃÑÕ"),
        ('\u0304', "aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
        ('\u0308', "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
        ('\u030A', "aAuU", "åÅůŮ"),
        ('\u030C', "cszeCSZE", "čšžěČŠŽĚ"),
        ('\u0323', "adhilnorstuzADHILNORSTUZ", "ạḍḥịḷṇọṛṣṭụẓẠḌḤỊḶṆỌṚṢṬỤẒ"),
        ('\u0327', "cCsS", "çÇşŞ"),
    ];

    public static string Compose(string text)
    {
        if (text.All(letter => letter < '\u0300'))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && Join(composed[^1], letter) is { } joined)
            {
                composed[^1] = joined;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
    }

    private static char? Join(char letter, char mark)
    {
        var (_, bases, joined) = Marks.FirstOrDefault(known => known.Mark == mark);
        return bases?.IndexOf(letter, StringComparison.Ordinal) is { } index and >= 0 ? joined[index] : null;
    }
}
