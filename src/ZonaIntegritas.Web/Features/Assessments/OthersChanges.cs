using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>A question that somebody else changed while it was open here.</summary>
/// <param name="What">"Jawaban", "Data dukung"; begins a sentence.</param>
/// <param name="By">Null where the sheet does not say.</param>
public sealed record OthersChange(string Code, string What, string? By = null, DateTimeOffset? At = null);

/// <summary>
/// How a sheet as this person may see it differs from how they saw it before. Compares only what was loaded for them, so
/// that a mark never tells of what they may not see.
/// </summary>
public static class OthersChanges
{
    public static IEnumerable<OthersChange> Between(SheetSession before, SheetSession after)
    {
        var (was, now) = (before.Workspace, after.Workspace);
        return after.Instrument.Places.Select(place => place.Question.Code).Select(code =>
            OfAnswer("Jawaban", after.Layer == Layer.Unit ? before.Row(code) : was.UnitAnswers.GetValueOrDefault(code), now.UnitAnswers.GetValueOrDefault(code))
            ?? (after.Layer == Layer.Unit
                ? OfAnswer("Penilaian TPI", was.TpiAnswers.GetValueOrDefault(code), now.TpiAnswers.GetValueOrDefault(code))
                : OfJudgements(before, after, code))
            ?? OfReturns(before, after, code)
            ?? OfEvidence(before, after, code)).OfType<OthersChange>();
    }

    private static OthersChange? OfAnswer(string what, AnswerRow? was, AnswerRow? now) =>
        now is not null && now.Version > (was?.Version ?? 0) ? new(now.Code, what, now.By, now.At) : null;

    private static OthersChange? OfJudgements(SheetSession before, SheetSession after, string code) =>
        OfAnswer("Penilaian TPI", before.Row(code), after.Row(code))
        ?? after.Workspace.Judgements[code].Where(row => row.Tier != after.Workspace.MyTier)
            .Select(row => OfAnswer("Penilaian TPI", before.Workspace.Judgements[code].FirstOrDefault(old => old.Tier == row.Tier)?.Row, row.Row))
            .FirstOrDefault(change => change is not null);

    private static OthersChange? OfReturns(SheetSession before, SheetSession after, string code)
    {
        var (was, now) = (before.Returns(code).ToList(), after.Returns(code).ToList());
        return now.Count == 0 || was.SequenceEqual(now) ? null
            : now[^1] is { State: Domain.Reviews.ReturnedItemState.Repaired, RepairedBy: var by, RepairedAt: var at } ? new(code, "Perbaikan", by, at)
            : now.Count > was.Count ? new(code, "Pengembalian", now[^1].By, now[^1].At)
            : new(code, "Pengembalian");
    }

    private static OthersChange? OfEvidence(SheetSession before, SheetSession after, string code)
    {
        return Files(before).SequenceEqual(Files(after)) ? null : new(code, "Data dukung");

        IEnumerable<(Guid, Guid, int?, string)> Files(SheetSession session) =>
            session.Workspace.Evidence.Where(file => file.QuestionCode == code).Select(file => (file.LinkId, file.VersionId, file.Page, file.Passage)).Order();
    }
}
