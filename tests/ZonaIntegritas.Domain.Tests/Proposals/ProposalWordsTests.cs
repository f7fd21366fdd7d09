using System.Text;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Proposals;

/// <summary>Every word that the conditions say, kept in one file and read in review when it changes.</summary>
public class ProposalWordsTests
{
    private static readonly Dictionary<ConditionKind, string[]> Samples = new()
    {
        [ConditionKind.Opinion] = ["TMP", "WDP", "WTP"],
        [ConditionKind.Grade] = ["C", "CC", "B", "BB", "AA"],
        [ConditionKind.Level] = ["2,75", "3", "3,5"],
        [ConditionKind.Percent] = ["0", "98,5", "100"],
        [ConditionKind.Duration] = ["8 bulan", "1 tahun", "2 tahun 6 bulan"],
        [ConditionKind.YesNo] = ["tidak", "ya"],
    };

    [Fact]
    public void All_words_are_as_kept()
    {
        var text = new StringBuilder();
        foreach (var condition in ProposalConditions.All)
        {
            text.Append(condition.Code).Append(" | ").Append(condition.Level).Append(" | ").Append(condition.Label).Append('\n')
                .Append("  ").Append(condition.Guidance).Append('\n');
            foreach (var (predicate, kind) in new[] { "WBK", "WBBM" }.SelectMany(predicate => Enum.GetValues<InstansiKind>().Select(kind => (predicate, kind))))
            {
                Write(text, condition, predicate, kind);
            }
        }

        GoldenFile.Matches("proposal-words.txt", text.ToString());
    }

    private static void Write(StringBuilder text, ProposalCondition condition, string predicate, InstansiKind kind)
    {
        var missing = ConditionState.Of(condition, condition.MinimumFor(predicate, kind)!, null);
        text.Append("  ").Append(predicate).Append(' ').Append(kind).Append(", ").Append(missing.MinimumWords).Append(": ").Append(missing.Lack).Append('\n');
        foreach (var (value, confirmed) in Samples[condition.Kind].SelectMany(value => new[] { (value, false), (value, true) }))
        {
            var state = ConditionState.Of(condition, missing.Minimum, new(condition.Code, value, confirmed));
            text.Append("    ").Append(state.Value!.Shown).Append(confirmed ? " (dikonfirmasi)" : "").Append(" | ").Append(state.Standing)
                .Append(" | ").Append(state.Distance).Append(" | ").Append(state.Lack).Append('\n');
        }
    }
}
