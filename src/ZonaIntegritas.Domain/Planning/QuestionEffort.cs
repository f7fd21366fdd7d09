namespace ZonaIntegritas.Domain.Planning;

/// <summary>How hard the unit finds it to improve its answer to a question by one step; without a row it is 1.</summary>
public sealed class QuestionEffort
{
    public const int Least = 1;
    public const int Most = 5;

    /// <summary>Cannot be improved in this period: a plan leaves it alone.</summary>
    public const int Impossible = 0;

    private QuestionEffort()
    {
    }

    public QuestionEffort(Guid assessmentId, string questionCode) => (AssessmentId, QuestionCode) = (assessmentId, questionCode);

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary><see cref="Least"/> to <see cref="Most"/>, or <see cref="Impossible"/>.</summary>
    public int Effort { get; private set; }

    public Guid SetBy { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">No such effort.</exception>
    public void Set(int effort, Guid by, DateTimeOffset now)
    {
        if (effort is < Impossible or > Most)
        {
            throw new ArgumentOutOfRangeException(nameof(effort));
        }

        (Effort, SetBy, SetAt) = (effort, by, now);
    }
}
