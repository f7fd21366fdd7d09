using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

public sealed partial class LetterheadForm
{
    [Parameter, EditorRequired]
    public required AgencyProfile Profile { get; set; }

    /// <summary>At each key, for the preview.</summary>
    [Parameter]
    public EventCallback<AgencyTexts> OnTyped { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required SaveLetterhead Save { get; init; }

    protected override void OnInitialized() => Begin(LetterheadInput.From(Profile));

    private Task Type(Action<string> set, string? value)
    {
        set(value ?? "");
        return OnTyped.InvokeAsync(Input.ToTexts());
    }

    private async Task SaveAsync()
    {
        if (await SubmitAsync(ProblemOfSavingAsync))
        {
            await OnSaved.InvokeAsync();
        }
    }

    private async Task<Problem?> ProblemOfSavingAsync(CancellationToken ct) => (await Save.ExecuteAsync(Input.ToTexts(), Profile.Version, ct)).Problem;
}
