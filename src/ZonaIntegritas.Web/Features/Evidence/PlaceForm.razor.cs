using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

public sealed partial class PlaceForm
{
    private ElementReference _field;
    private string? _page;
    private string? _passage;
    private string? _suggestion;
    private Problem? _problem;

    [Inject]
    public required PointEvidence PointEvidence { get; init; }

    [Parameter, EditorRequired]
    public required EvidenceRow File { get; set; }

    [Parameter]
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() =>
        (_page, _passage, _suggestion) = (File.Page?.ToString(CultureInfo.InvariantCulture) ?? "", File.Passage, File.Suggestion);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _field.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        _problem = await ProblemOfAsync();
        if (_problem is null)
        {
            await OnSaved.InvokeAsync();
        }
    }

    private async Task<Problem?> ProblemOfAsync()
    {
        if (!TryReadPage(out var page))
        {
            return EvidenceFaults.PageOutOfRange;
        }

        try
        {
            return (await PointEvidence.ExecuteAsync(new(File.LinkId, page, _passage ?? "", _suggestion ?? ""), CancellationToken.None)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            return forbidden.Problem;
        }
    }

    private bool TryReadPage(out int? page)
    {
        page = null;
        if (string.IsNullOrWhiteSpace(_page))
        {
            return true;
        }

        var isNumber = int.TryParse(_page.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        page = number;
        return isNumber;
    }
}
