using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>A better answer to one question, and what it takes.</summary>
/// <param name="Line">The question as it stands today.</param>
/// <param name="Aim">For a counted question one of many answers that are worth everything: what counts is "all of it".</param>
/// <param name="Steps">Answers climbed on the way.</param>
/// <param name="Effort">Steps times what the unit says a step costs.</param>
public sealed record Improvement(ScoreLine Line, AnswerValue Aim, Fraction Value, int Steps, int Effort)
{
    public string QuestionCode => Line.Question.Code;

    public Fraction Points => Value * Line.Factor;

    public Fraction Gain => Points - Line.Points;
}
