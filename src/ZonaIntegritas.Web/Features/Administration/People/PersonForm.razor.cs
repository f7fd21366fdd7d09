using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <param name="Person">Set when a person was added: the password has still to be shown.</param>
public sealed record SavedPerson(string Name, AddedPerson? Person, bool PasswordWasMade);

public sealed partial class PersonForm
{
    private AddedPerson? _added;

    /// <summary>The person to change; null to add one.</summary>
    [Parameter]
    public PersonRow? Person { get; set; }

    [Parameter]
    public EventCallback<SavedPerson> OnSaved { get; set; }

    [Inject]
    public required AddPerson AddPerson { get; init; }

    [Inject]
    public required ChangePerson ChangePerson { get; init; }

    private string RoleHint => PeopleWords.Explain(Input.Role)
        + (Person is { } person && person.Details.Role != Input.Role ? " Setelah disimpan, orang ini perlu masuk kembali." : "")
        + (Person is { Details.Role: Role.Evaluator, Judges.Count: > 0 } && Input.Role != Role.Evaluator ? " Penugasannya dilepas." : "");

    protected override void OnInitialized() => Begin(PersonInput.From(Person));

    private void ChooseUnit(Guid? unit)
    {
        Input.UnitId = unit;
        Context.NotifyFieldChanged(Context.Field(nameof(Input.UnitId)));
    }

    private async Task SaveAsync()
    {
        if (await SubmitAsync(ProblemOfSavingAsync))
        {
            await OnSaved.InvokeAsync(new(Input.Name.Trim(), _added, Input.Password.Length == 0));
        }
    }

    private async Task<Problem?> ProblemOfSavingAsync(CancellationToken ct)
    {
        if (Person is { } person)
        {
            return (await ChangePerson.ExecuteAsync(person.Id, Input.ToDetails(), ct)).Problem;
        }

        var result = await AddPerson.ExecuteAsync(new(Input.Email, Input.ToDetails(), Input.Password), ct);
        _added = result.Succeeded ? result.Value : null;
        return result.Problem;
    }
}
