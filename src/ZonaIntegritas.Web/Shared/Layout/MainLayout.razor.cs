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
    private bool _onSheet;

    [CascadingParameter(Name = "StartsDark")]
    public bool StartsDark { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private static string Incident => Activity.Current?.TraceId.ToString()[..8] ?? "tanpa-jejak";

    protected override void OnInitialized() => _dark = StartsDark;

    protected override void OnParametersSet()
    {
        // A page that failed must not keep the next one from showing.
        _boundary?.Recover();
        // A sheet needs the width; elsewhere the menu stays as the person left it.
        var onSheet = Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0] is var path && (path.StartsWith("lembar-kerja/", StringComparison.Ordinal) || path.StartsWith("penilaian/", StringComparison.Ordinal));
        if (onSheet != _onSheet)
        {
            (_onSheet, _drawerOpen) = (onSheet, !onSheet);
        }
    }

    private void ToggleDrawer() => _drawerOpen = !_drawerOpen;

    private async Task ToggleThemeAsync()
    {
        _dark = !_dark;
        await Js.InvokeVoidAsync("ziTheme.choose", _dark ? "dark" : "light");
    }
}
