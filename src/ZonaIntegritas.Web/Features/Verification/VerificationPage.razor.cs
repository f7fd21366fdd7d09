using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Verification;

/// <summary>Asli or tidak dikenal, and nothing else; the same answer in form for every code.</summary>
public sealed partial class VerificationPage
{
    private bool _asked;
    private GenuinePaper? _paper;

    [Inject]
    public required PaperChecks Checks { get; init; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Parameter]
    public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "kode")]
    private string? Typed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        Http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var code = Code ?? Typed;
        _asked = !string.IsNullOrWhiteSpace(code);
        if (_asked)
        {
            _paper = await Checks.FindAsync(code!, Http.RequestAborted);
        }
    }
}
