using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>Pakai berkas yang sudah ada: finds a document of the unit and puts it forward for the question on screen.</summary>
public sealed partial class PickExisting : IDisposable
{
    /// <summary>Pause in typing after which the list is asked for.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _searching;
    private ElementReference _toggle;
    private ElementReference _search;
    private (Guid, string)? _question;
    private bool _open;
    private bool _focusSearch;
    private bool _busy;
    private string _typed = "";
    private string? _done;
    private Problem? _refusal;
    private PickList? _list;

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    /// <summary>Which of the question's suggested documents the chosen one is; empty when not said.</summary>
    [Parameter]
    public string Suggestion { get; set; } = "";

    /// <summary>Raised after each document that was put forward.</summary>
    [Parameter]
    public EventCallback OnAttached { get; set; }

    [Inject]
    public required PickQueries Queries { get; init; }

    [Inject]
    public required AttachExisting AttachExisting { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Word =>
        _done ?? (_list switch
        {
            null => _refusal is null ? "Memuat…" : "",
            { Total: 0 } when _typed.Trim().Length == 0 => "Pustaka unit masih kosong. Unggah berkas pertama untuk soal ini.",
            { Total: 0 } => "Tidak ada yang cocok. Coba kata lain, atau unggah berkasnya.",
            { Total: > PickQueries.Shown } many => $"{PickQueries.Shown} terbaru dari {Indonesian.Number(many.Total)} dokumen. Ketik kata untuk mempersempit.",
            var all => $"{all.Total} dokumen.",
        });

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        _searching?.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (_question != (AssessmentId, Code))
        {
            // Another question came up: what was looked for belongs to the one before.
            _question = (AssessmentId, Code);
            Close();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusSearch)
        {
            _focusSearch = false;
            await _search.FocusAsync();
        }
    }

    private static string About(PickRow row, PickList list) => string.Join(" · ", ((string?[])
    [
        EvidenceWords.Measure(row.Type, row.Size),
        row.DocumentDate is { } date ? $"tanggal {Indonesian.Date(date)}" : null,
        $"masuk {Indonesian.Date(list.Zone.Today(row.At))}",
        // Most titles are the file's own name; said twice it only hides what differs.
        row.FileName.StartsWith(row.Title, StringComparison.OrdinalIgnoreCase) ? null : row.FileName,
    ]).OfType<string>());

    private async Task ToggleAsync()
    {
        if (_open)
        {
            Close();
            return;
        }

        (_open, _focusSearch) = (true, true);
        await LoadAsync();
    }

    private void Close()
    {
        _searching?.Cancel();
        (_open, _typed, _list, _done, _refusal) = (false, "", null, null, null);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape" && _open)
        {
            Close();
            await _toggle.FocusAsync();
        }
    }

    private async Task SearchAsync(ChangeEventArgs change)
    {
        (_typed, _done) = (change.Value as string ?? "", null);
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

    private Task LoadAsync() => LoadAsync(_leaving.Token);

    private async Task LoadAsync(CancellationToken ct)
    {
        try
        {
            _list = await Queries.FindAsync(AssessmentId, Code, _typed, ct);
        }
        catch (ForbiddenException forbidden)
        {
            (_refusal, _list) = (forbidden.Problem, null);
        }
    }

    private async Task AttachAsync(PickRow row)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            _refusal = (await AttachExisting.ExecuteAsync(new(AssessmentId, Code, row.ItemId, Suggestion), _leaving.Token)).Problem;
        }
        catch (ForbiddenException forbidden)
        {
            _refusal = forbidden.Problem;
        }
        finally
        {
            _busy = false;
        }

        _done = _refusal is null ? $"{row.Title} terpasang pada soal ini." : null;
        await LoadAsync();
        if (_refusal is null)
        {
            await OnAttached.InvokeAsync();
        }
    }
}
