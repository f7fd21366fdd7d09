using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Features.Assessments.Sheet;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>The thread below a question; folded unless something in it waits to be read or settled.</summary>
public sealed partial class QuestionTalk
{
    private const int TrailPage = 60;

    private ThreadView? _view;
    private ThreadLine? _reopens;
    private (Guid, string, int)? _shown;
    private int _trailLength = TrailPage;
    private bool _open;

    [Inject]
    public required ThreadQueries Queries { get; init; }

    [Inject]
    public required ThreadActions Actions { get; init; }

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    [Parameter]
    public IndonesianZone Zone { get; set; }

    /// <summary>The browser's half of the sheet, which keeps what is typed.</summary>
    [Parameter]
    public SheetKeys? Keys { get; set; }

    /// <summary>Another value means: read again.</summary>
    [Parameter]
    public int Stamp { get; set; }

    private int Unsettled => _view?.Lines.Count(line => line.Message is { IsOpen: true }) ?? 0;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (AssessmentId, Code, Stamp))
        {
            return;
        }

        var moved = _shown is not { } before || before.Item2 != Code;
        _shown = (AssessmentId, Code, Stamp);
        if (moved)
        {
            (_trailLength, _reopens, _view) = (TrailPage, null, null);
        }

        await ReadAsync(moved);
    }

    private Task ReadAsync(bool moved) => LoadAsync(async ct =>
    {
        var code = Code;
        var view = await Queries.LoadAsync(AssessmentId, code, _trailLength, ct);
        if (code != Code)
        {
            return; // The person has gone on; the answer for the next question is on its way.
        }

        _view = view;
        _open = moved ? view.Waits : _open || view.Waits;
        if (view.IsMentioned)
        {
            await Actions.Read.ExecuteAsync(AssessmentId, code, ct);
        }
    });

    private Task ShowEarlierAsync()
    {
        _trailLength += TrailPage;
        return ReadAsync(false);
    }

    private async Task SettleAsync(Guid messageId)
    {
        if (await RunAsync(ct => Actions.Settle.ExecuteAsync(messageId, ct), "Ditandai selesai."))
        {
            await ReadAsync(false);
        }
    }

    private Task SentAsync()
    {
        (_reopens, _open) = (null, true);
        return ReadAsync(false);
    }
}
