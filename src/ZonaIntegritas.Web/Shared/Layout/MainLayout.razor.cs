using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace ZonaIntegritas.Web.Shared.Layout;

public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;
    private bool _dark;
    private bool _drawerOpen = true;

    [CascadingParameter(Name = "StartsDark")]
    public bool StartsDark { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private static string Incident => Activity.Current?.TraceId.ToString()[..8] ?? "tanpa-jejak";

    protected override void OnInitialized() => _dark = StartsDark;

    // A page that failed must not keep the next one from showing.
    protected override void OnParametersSet() => _boundary?.Recover();

    private void ToggleDrawer() => _drawerOpen = !_drawerOpen;

    private async Task ToggleThemeAsync()
    {
        _dark = !_dark;
        await Js.InvokeVoidAsync("ziTheme.choose", _dark ? "dark" : "light");
    }
}
