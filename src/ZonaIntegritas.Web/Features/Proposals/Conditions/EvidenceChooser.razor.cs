using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>Picks the document that proves a condition; nothing is stored before the form is.</summary>
public sealed partial class EvidenceChooser : IDisposable
{
    /// <summary>Pause in typing after which the list is asked for.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _searching;
    private ElementReference _toggle;
    private ElementReference _search;
    private bool _open;
    private bool _focusSearch;
    private string _typed = "";
    private Problem? _refusal;
    private ProofList? _list;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter]
    public EvidenceRef? Chosen { get; set; }

    [Parameter]
    public EventCallback<EvidenceRef?> ChosenChanged { get; set; }

    [Inject]
    public required ConditionEvidenceQueries Queries { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Word => _list switch
    {
        null => _refusal is null ? "Memuat…" : "",
        { Total: 0 } when _typed.Trim().Length == 0 => "Pustaka unit masih kosong. Unggah dokumennya di Pustaka, atau isi tautannya di bawah.",
        { Total: 0 } => "Tidak ada yang cocok. Coba kata lain, atau unggah dokumennya di Pustaka.",
        { Total: > ConditionEvidenceQueries.Shown } many =>
            $"{ConditionEvidenceQueries.Shown} terbaru dari {Indonesian.Number(many.Total)} dokumen. Ketik kata untuk mempersempit.",
        var all => $"{all.Total} dokumen.",
    };

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        _searching?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusSearch)
        {
            _focusSearch = false;
            await _search.FocusAsync();
        }
    }

    private static string About(ProofRow row, ProofList list) => string.Join(" · ", ((string?[])
    [
        row.Measure,
        row.DocumentDate is { } date ? $"tanggal {Indonesian.Date(date)}" : null,
        $"masuk {Indonesian.Date(list.Zone.Today(row.At))}",
        .. row.Signs.Select(sign => sign.Word),
    ]).OfType<string>());

    private async Task ToggleAsync()
    {
        if (_open)
        {
            Close();
            return;
        }

        (_open, _focusSearch) = (true, true);
        await LoadAsync(_leaving.Token);
    }

    private void Close()
    {
        _searching?.Cancel();
        (_open, _typed, _list, _refusal) = (false, "", null, null);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape" && _open)
        {
            Close();
            await _toggle.FocusAsync();
        }
    }

    private async Task ChooseAsync(EvidenceRef? evidence)
    {
        Close();
        await ChosenChanged.InvokeAsync(evidence);
        await _toggle.FocusAsync();
    }

    private async Task SearchAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        _searching?.Cancel();
        _searching?.Dispose();
        _searching = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        var ct = _searching.Token;
        try
        {
            await Task.Delay(TypingPause, Clock, ct);
            await LoadAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // More was typed, or the list was closed.
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        try
        {
            _list = await Queries.FindAsync(AssessmentId, _typed, ct);
        }
        catch (ForbiddenException forbidden)
        {
            (_refusal, _list) = (forbidden.Problem, null);
        }
    }
}
