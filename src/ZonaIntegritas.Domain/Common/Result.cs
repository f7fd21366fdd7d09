namespace ZonaIntegritas.Domain.Common;

/// <summary>Why something was refused, worded for the person who asked. <paramref name="Code"/> is for tests and logs.</summary>
public sealed record Problem(string Code, string Message);

/// <summary>The outcome of a decision: done, or refused with a <see cref="Problem"/>. Misuse is an exception instead.</summary>
public sealed class Result
{
    private Result(Problem? problem) => Problem = problem;

    public static Result Ok { get; } = new(null);

    public Problem? Problem { get; }

    public bool Succeeded => Problem is null;

    public static implicit operator Result(Problem problem) => new(problem);
}

/// <summary>As <see cref="Result"/>, with a value when it succeeded.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    public Problem? Problem { get; }

    public bool Succeeded => Problem is null;

    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"Refused: {Problem!.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
