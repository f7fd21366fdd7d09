using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>How it ended for one question.</summary>
/// <param name="Problem">Null when last year's answer was taken.</param>
public sealed record CarriedOver(string QuestionCode, Problem? Problem);

/// <summary>
/// Pakai jawaban terpilih: each question for itself, so that one refusal keeps no other back and nobody else's save
/// waits for all of them.
/// </summary>
public sealed class CarryOverAnswers(CarryOverAnswer one)
{
    public async Task<IReadOnlyList<CarriedOver>> ExecuteAsync(IReadOnlyList<CarryOverCommand> chosen, CancellationToken ct)
    {
        List<CarriedOver> results = [];
        foreach (var command in chosen)
        {
            results.Add(new(command.QuestionCode, await ProblemOfAsync(command, ct)));
        }

        return results;
    }

    // Rights can end between two questions; what was taken before stays said.
    private async Task<Problem?> ProblemOfAsync(CarryOverCommand command, CancellationToken ct)
    {
        try
        {
            return (await one.ExecuteAsync(command, ct)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            return forbidden.Problem;
        }
    }
}
