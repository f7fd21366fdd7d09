using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace ZonaIntegritas.Web;

public sealed partial class App
{
    [CascadingParameter]
    public HttpContext HttpContext { get; set; } = null!;

    /// <summary>The chosen look, or that of the device; js/theme.js keeps both in cookies so that no page flashes.</summary>
    private bool IsDark => (HttpContext.Request.Cookies["zi-tema"] ?? HttpContext.Request.Cookies["zi-tema-perangkat"]) == "dark";

    /// <summary>Account pages are plain server-rendered forms; all others live in a circuit and need no prerendering.</summary>
    private IComponentRenderMode? PageRenderMode =>
        HttpContext.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;
}
