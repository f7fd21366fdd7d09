using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>TPN's layer beside the unit's and TPI's: entered by the administrator, read by everybody who sees the sheet.</summary>
public sealed partial class TpnPage
{
    private const string OpenKey = "kosong";
    private const string DifferingKey = "berbeda";

    private TpnView? _view;
    private string? _selected;

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "tampil")]
    public string? Shown { get; set; }

    [Inject]
    public required TpnQueries Queries { get; init; }

    [Inject]
    public required SaveTpnAnswer SaveTpnAnswer { get; init; }

    [Inject]
    public required ImportTpnAnswers ImportTpnAnswers { get; init; }

    [Inject]
    public required CopyTpiToTpn CopyTpiToTpn { get; init; }

    private bool MayEnter => _view is { MayEnter: true, Closed: null };

    private IReadOnlyList<TpnRow> Rows => [.. _view!.Rows.Where(row => Shown switch { OpenKey => row.IsOpen, DifferingKey => row.Differs, _ => true })];

    private TpnRow? Selected => _view!.Rows.FirstOrDefault(row => row.Place.Question.Code == _selected);

    private IEnumerable<Filter> Filters =>
    [
        FilterOf("", "Semua", _ => true),
        FilterOf(DifferingKey, "Berbeda dari TPI", row => row.Differs),
        FilterOf(OpenKey, "Belum dicatat", row => row.IsOpen),
    ];

    // Another filter is the same sheet: what was loaded stays.
    protected override Task OnParametersSetAsync() => _view?.Title.AssessmentId == AssessmentId ? Task.CompletedTask : ReloadAsync();

    private static string Words(TpnRow row, AnswerRow? answer) => answer?.Value is { } value ? AnswerWriter.Describe(row.Place.Question, value) : "–";

    private static string Cost(TpnRow row) => row.Cost?.ToDecimal() switch
    {
        null => "–",
        0m => "0,00",
        > 0m and var more => "+" + Indonesian.Points(more),
        var less => "−" + Indonesian.Points(-less.Value),
    };

    private Filter FilterOf(string key, string name, Func<TpnRow, bool> shows) => new(
        $"/tpn/{AssessmentId}" + (key.Length > 0 ? $"?tampil={key}" : ""), name, _view!.Rows.Count(shows), (Shown ?? "") == key);

    private Task ReloadAsync() => LoadAsync(async ct => _view = await Queries.LoadAsync(AssessmentId, ct));

    private async Task CopyAsync()
    {
        await RunAsync(
            async ct => (await CopyTpiToTpn.ExecuteAsync(AssessmentId, ct)) is { Problem: { } problem } ? problem : Result.Ok,
            "Soal yang kosong disamakan dengan TPI.");
        await ReloadAsync();
    }

    /// <summary>On to the next question that is still empty, as long as there is one.</summary>
    private async Task SavedAsync()
    {
        var code = _selected;
        await ReloadAsync();
        _selected = _view!.Rows.SkipWhile(row => row.Place.Question.Code != code).Skip(1).FirstOrDefault(row => row.IsOpen)?.Place.Question.Code;
    }

    private sealed record Filter(string Href, string Name, int Count, bool IsShown);
}
