using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Troubles;

namespace ZonaIntegritas.Web.Features.Assessments.Worksheet;

/// <summary>Lembar kerja: the unit answers, proves and submits.</summary>
public sealed partial class WorksheetPage
{
    private static readonly (string Key, string Does)[] WorksheetKeys =
        [("1–5", "pilih jawaban"), ("U", "unggah"), ("N", "catatan"), ("P", "tulis pesan"), ("J / K", "berikutnya / sebelumnya"), ("O", "berikut terbuka"), ("[ / ]", "dokumen sebelumnya / berikutnya")];

    private bool _treeOpen;
    private Guid? _shownFile;

    [Inject]
    public required SaveAnswer SaveAnswer { get; init; }

    [Inject]
    public required SheetActions Actions { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override Layer Layer => Layer.Unit;

    protected override string BasePath => "/lembar-kerja";

    private bool IsOpen => State!.IsFillable(State.SelectedCode);

    private bool CanEdit => State!.Workspace.MayFill && IsOpen;

    private IReadOnlyList<EvidenceRow> Files => [.. State!.Workspace.Evidence.Where(file => file.QuestionCode == State.SelectedCode)];

    private AnswerRow? TpiRow => State!.Workspace.TpiAnswers.GetValueOrDefault(State.SelectedCode);

    protected override Task<Result<SavedAnswer>> SaveAsync(SaveAnswerCommand command, CancellationToken ct) =>
        SaveAnswer.ExecuteAsync(command, ct);

    /// <summary>In repair only what was returned is to be done, so the list begins with that.</summary>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (State is { Workspace.MayFill: true } && State.Count(SheetFilter.Returned) > 0)
        {
            State.Filter = SheetFilter.Returned;
        }
    }

    private async Task SelectAsync(string code)
    {
        _treeOpen = false;
        await GoToAsync(code);
    }

    private async Task SubmitAsync()
    {
        await FlushAsync();
        var troubles = (await Actions.Troubles.OfSheetAsync(AssessmentId, Leaving)).Lines;
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Ajukan lembar kerja?",
            "Setelah diajukan, lembar ini tidak dapat diubah unit kecuali soal yang dikembalikan TPI."
                + (troubles.Count > 0 ? $" Periksa dahulu: {string.Join("; ", troubles.Select(line => line.Text))}." : ""),
            yesText: "Ajukan", cancelText: "Batal");
        if (sure == true && await RunAsync(ct => Actions.Submit.ExecuteAsync(AssessmentId, ct), "Lembar kerja diajukan. Sekarang giliran TPI."))
        {
            await ReloadAsync();
        }
    }

    private async Task SendRepairAsync(string response)
    {
        await FlushAsync();
        if (SaveRefused)
        {
            return;
        }

        var command = new SendRepairCommand(AssessmentId, State!.SelectedCode, response);
        var left = State.Count(SheetFilter.Returned) - 1;
        if (await RunAsync(
            ct => Actions.SendRepair.ExecuteAsync(command, ct),
            left > 0 ? $"Perbaikan dikirim ke TPI. Tinggal {left} soal." : "Semua perbaikan dikirim. Sekarang giliran TPI."))
        {
            await ReloadAsync();
            State.Filter = left > 0 ? State.Filter : SheetFilter.All;
            await GoToAsync(State.NextOpen());
        }
    }

    private async Task ReloadEvidenceAsync()
    {
        State!.Reload(State.Workspace with { Evidence = await Queries.EvidenceAsync(AssessmentId, Leaving) });
        StateHasChanged();
    }

    private async Task DetachAsync(EvidenceRow file)
    {
        if (await RunAsync(ct => Actions.Detach.ExecuteAsync(file.LinkId, ct), $"{file.Name} dilepas dari soal ini."))
        {
            await ReloadEvidenceAsync();
        }
    }
}

/// <summary>What the worksheet does besides saving answers, together so that the page asks for one thing.</summary>
public sealed class SheetActions(SubmitAssessment submit, SendRepair sendRepair, DetachEvidence detach, TroubleQueries troubles)
{
    public TroubleQueries Troubles { get; } = troubles;

    public SubmitAssessment Submit { get; } = submit;

    public SendRepair SendRepair { get; } = sendRepair;

    public DetachEvidence Detach { get; } = detach;
}
