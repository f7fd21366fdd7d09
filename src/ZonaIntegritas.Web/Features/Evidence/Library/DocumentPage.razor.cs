using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>One document: what it is, its versions, where it lies, and what happened to it.</summary>
public sealed partial class DocumentPage
{
    private DocumentView? _view;
    private Problem? _problem;
    private bool _addsLink;
    private int _reads;

    [Parameter]
    public Guid ItemId { get; set; }

    [Inject]
    public required DocumentQueries Queries { get; init; }

    [Inject]
    public required DiscardEvidence Discard { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private UploadPurpose NewVersion => new(_view!.Unit.Id, ItemId: ItemId);

    private string LibraryHref => _view!.IsOwn ? "/pustaka" : $"/pustaka/{_view.Unit.Id}";

    private string About => _view!.Versions is [var newest, ..]
        ? $"{EvidenceWords.Measure(newest.Type, newest.Size)} · versi {newest.Number} · {newest.By}, {Indonesian.Moment(newest.At, _view.Unit.Zone)}"
        : "";

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private Task ReloadAsync() => LoadAsync(async ct =>
    {
        _view = await Queries.LoadAsync(ItemId, ct);
        _reads++;
    });

    private Task AddedLinkAsync()
    {
        _addsLink = false;
        return ReloadAsync();
    }

    private async Task DiscardAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Buang dokumen?",
            $"\"{_view!.Details.Title}\" tidak tampil lagi di Pustaka dan berkasnya tidak dapat dibuka. Tindakan ini tidak dapat dibatalkan; berkas yang sama dapat diunggah lagi.",
            yesText: "Buang", cancelText: "Batal");
        if (sure != true)
        {
            return;
        }

        _problem = null;
        if (await RunAsync(
            async ct =>
            {
                // Beside the title too: how to take it off takes longer to read than a message stays.
                var result = await Discard.ExecuteAsync(ItemId, ct);
                _problem = result.Problem;
                return result;
            },
            "Dokumen dibuang dari Pustaka."))
        {
            Navigation.NavigateTo(LibraryHref);
        }
    }
}
