using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>An improvement on its way to becoming an action item.</summary>
/// <param name="Aim">Null for "all of it".</param>
public sealed record Choice(ScoreLine Line, AnswerValue? Aim)
{
    public string Code => Line.Question.Code;
}

internal static class ActionAims
{
    /// <summary>For a counted question no counts are promised, only that all of it is done.</summary>
    public static AnswerValue? Of(Improvement found) => found.Line.Question.Scale.Kind == ScaleKind.Counted ? null : found.Aim;
}
