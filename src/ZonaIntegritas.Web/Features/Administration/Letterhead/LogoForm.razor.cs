using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>The logo's form. Its antiforgery token comes from the browser's half, which asks for it as uploads do.</summary>
public sealed partial class LogoForm
{
    private ElementReference _form;

    [Parameter, EditorRequired]
    public required AgencyProfile Profile { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./Features/Administration/Letterhead/LogoForm.razor.js");
            await module.InvokeVoidAsync("attach", _form);
        }
    }
}
