using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

public static class AnswerWords
{
    /// <summary>As everywhere in the app, but an index with its two decimals, so that it stands beside its limit.</summary>
    public static string Say(ScoreLine line) => line.Answer switch
    {
        LevelAnswer level => Figure.Index(level.Value).Text,
        null => "belum diisi",
        _ => ScoreExplanation.Answer(line),
    };
}
