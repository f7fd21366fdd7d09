using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>Last year's answer and documents beside the question on screen; absent where the unit has no earlier sheet.</summary>
public sealed partial class LastYearBox
{
    private LastYear? _lastYear;
    private Guid _loaded;

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    /// <summary>This year's answer as it stands on screen.</summary>
    [Parameter]
    public AnswerValue? Current { get; set; }

    /// <summary>This year's documents of the question.</summary>
    [Parameter]
    public IReadOnlyList<EvidenceRow> Files { get; set; } = [];

    /// <summary>The date at the unit.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>Saves what is typed, before anything is taken over it.</summary>
    [Parameter, EditorRequired]
    public required Func<Task> Flush { get; set; }

    /// <summary>The version of this year's answer on screen; null while something typed could not be saved.</summary>
    [Parameter, EditorRequired]
    public required Func<int?> Seen { get; set; }

    [Parameter]
    public EventCallback OnTaken { get; set; }

    [Parameter]
    public EventCallback OnAttached { get; set; }

    [Inject]
    public required LastYearQueries Queries { get; init; }

    [Inject]
    public required CarryOverAnswer CarryOver { get; init; }

    [Inject]
    public required AttachStillValid AttachStillValid { get; init; }

    private LastYearAnswer? Answer => _lastYear!.Answers.GetValueOrDefault(Code);

    // Once for the whole sheet: going from question to question asks nothing.
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != AssessmentId)
        {
            _loaded = AssessmentId;
            await LoadAsync(async ct => _lastYear = await Queries.OfSheetAsync(AssessmentId, ct));
        }
    }

    // The same document, or the same content under another title: its bytes were put forward in an earlier year.
    private static bool IsSame(EvidenceRow now, EvidenceRow then) =>
        now.ItemId == then.ItemId || (now.EarlierYear is not null && (now.Type, now.Size, now.Url) == (then.Type, then.Size, then.Url));

    private async Task TakeAsync()
    {
        await Flush();
        if (Seen() is not { } seen)
        {
            Snackbar.Add("Isian Anda belum tersimpan, jadi jawaban tahun lalu belum dipakai. Simpan atau hapus isian Anda dahulu.", Severity.Warning);
            return;
        }

        var command = new CarryOverCommand(AssessmentId, Code, seen, Answer!.Version);
        if (await RunAsync(async ct => (await CarryOver.ExecuteAsync(command, ct)).Problem is { } problem ? problem : Result.Ok, $"Jawaban LKE {_lastYear!.Year} dipakai."))
        {
            await OnTaken.InvokeAsync();
        }
    }

    private async Task AttachAsync(EvidenceRow file)
    {
        var command = new AttachStillValidCommand(AssessmentId, Code, file.LinkId);
        if (await RunAsync(async ct => (await AttachStillValid.ExecuteAsync(command, ct)).Problem is { } problem ? problem : Result.Ok, $"{file.Name} terpasang pada soal ini."))
        {
            await OnAttached.InvokeAsync();
        }
    }
}
