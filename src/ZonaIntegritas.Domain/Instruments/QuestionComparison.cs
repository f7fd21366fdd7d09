using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Compares questions by their code: answers are kept by it.</summary>
internal static class QuestionComparison
{
    /// <returns>Each changed question with the code of the area it is shown under: the new one, or the old one of what is gone.</returns>
    public static IEnumerable<(string Area, QuestionChange Change)> Between(Instrument before, Instrument after) =>
        from pair in Differences.Pair(before.Places, after.Places, place => place.Question.Code)
        let change = Compare(pair.Before, pair.After, before, after)
        where change is not null
        select ((pair.After ?? pair.Before)!.Area.Code, change);

    /// <summary>What of the question itself differs, wherever it stands.</summary>
    public static List<Difference> Between(Question before, Question after)
    {
        List<Difference> found = [];
        found.AddText(Aspect.Statement, before.Statement, after.Statement);
        found.AddText(Aspect.Guidance, before.Guidance, after.Guidance);
        found.AddText(Aspect.Scale, Say(before.Scale.Kind), Say(after.Scale.Kind));
        if (before.Scale.Kind == ScaleKind.Level && after.Scale.Kind == ScaleKind.Level)
        {
            found.AddNumber(Aspect.ScaleMaximum, before.Scale.Maximum, after.Scale.Maximum);
        }

        AddOptions(found, before, after);
        FormulaComparison.Add(found, before.Formula, after.Formula);
        found.AddRange(before.SuggestedEvidence.Except(after.SuggestedEvidence).Select(gone => new Difference(Aspect.Evidence, gone, null)));
        found.AddRange(after.SuggestedEvidence.Except(before.SuggestedEvidence).Select(added => new Difference(Aspect.Evidence, null, added)));
        found.AddText(Aspect.PortalRbId, Say(before.PortalRbId), Say(after.PortalRbId));
        found.AddText(Aspect.Source, before.Source, after.Source);
        return found;
    }

    private static QuestionChange? Compare(QuestionPlace? before, QuestionPlace? after, Instrument old, Instrument now)
    {
        if (before is null || after is null)
        {
            var place = (after ?? before)!;
            var points = Say(place.Leaf.QuestionWeight);
            return new(
                before is null ? ChangeKind.Added : ChangeKind.Removed,
                place.Question.Code,
                place.Question.Statement,
                TwinOf(place.Question, before is null ? old : now, before is null ? now : old),
                [new(Aspect.Place, Say(before?.Leaf), Say(after?.Leaf)), new(Aspect.Points, before is null ? null : points, before is null ? points : null)]);
        }

        var moved = before.Leaf.Code != after.Leaf.Code;
        List<Difference> found = moved ? [new(Aspect.Place, Say(before.Leaf), Say(after.Leaf))] : [];
        if (before.Leaf.QuestionWeight != after.Leaf.QuestionWeight)
        {
            found.Add(new(Aspect.Points, Say(before.Leaf.QuestionWeight), Say(after.Leaf.QuestionWeight)));
        }

        found.AddRange(Between(before.Question, after.Question));
        return found.Count == 0
            ? null
            : new(moved ? ChangeKind.Moved : ChangeKind.Changed, after.Question.Code, after.Question.Statement, null, found);
    }

    private static string? TwinOf(Question question, Instrument elsewhere, Instrument here) => elsewhere.Places
        .Select(place => place.Question)
        .FirstOrDefault(other => other.Statement == question.Statement && here.Question(other.Code) is null)?.Code;

    private static void AddOptions(List<Difference> found, Question before, Question after)
    {
        foreach (var (old, now) in Differences.Pair(before.Options, after.Options, option => option.Key))
        {
            if (old is null || now is null)
            {
                found.Add(new(Aspect.Option, Say(old), Say(now), (now ?? old)!.Key));
                continue;
            }

            found.AddNumber(Aspect.OptionValue, old.Value, now.Value, now.Key);
            found.AddText(Aspect.OptionText, old.Text, now.Text, now.Key);
        }

        found.AddOrder([.. before.Options.Select(option => option.Key)], [.. after.Options.Select(option => option.Key)]);
    }

    private static string Say(ScaleKind kind) => kind switch
    {
        ScaleKind.Choice => "pilihan",
        ScaleKind.Counted => "hitungan",
        ScaleKind.Level => "indeks",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string? Say(AnswerOption? option) => option is null ? null : $"{option.Text} (bernilai {Differences.Number(option.Value)})";

    private static string? Say(int? number) => number?.ToString(Indonesian.Culture);

    private static string? Say(Section? leaf) => leaf is null ? null : $"{leaf.Code} {leaf.Name}";

    private static string Say(Fraction points) => Indonesian.Number(points.ToDecimal());
}
