using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Administration.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

/// <summary>A period with a sheet, an administrator, and the second version of its instrument loaded.</summary>
internal sealed class InstrumentStage : IDisposable
{
    private InstrumentStage(Scene scene, AdministrationBench bench) => (Scene, Bench) = (scene, bench);

    public Scene Scene { get; }

    public AdministrationBench Bench { get; }

    public LoadedVersion Second { get; private set; } = null!;

    public Guid First => Scene.Period.InstrumentVersionId;

    public static async Task<InstrumentStage> CreateAsync(byte[]? second = null)
    {
        var scene = await Scene.CreateAsync();
        var stage = new InstrumentStage(scene, await AdministrationBench.OwningAsync(scene.Database));
        stage.Second = await stage.Bench.LoadAsync(second);
        return stage;
    }

    public Task<Result<int>> ApplyAsync(Guid? version = null, string reason = "Koreksi peraturan.") => ApplyAsync(new(Scene.Period.Id, version ?? Second.Id, First, reason));

    public Task<Result<int>> ApplyAsync(ApplyInstrumentCommand command) => Bench.As<ApplyInstrument>().ExecuteAsync(command, default);

    public async Task<Result<int>> UndoAsync(Guid? changeId = null, string reason = "Salah berkas.") => await Bench.As<UndoInstrumentChange>()
        .ExecuteAsync(new(Scene.Period.Id, changeId ?? (await HistoryAsync() is [var last, ..] ? last.Id : default), reason), default);

    public Task<IReadOnlyList<InstrumentChangeRow>> HistoryAsync() => Bench.As<PeriodInstrumentQueries>().HistoryAsync(Scene.Period.Id, default);

    /// <summary>One more unit with a sheet in the period.</summary>
    public async Task<Assessment> AddSheetAsync(string shortName, string target = "WBK")
    {
        WorkUnit unit = await Scene.Database.AddUnitAsync(shortName);
        return await Scene.Database.AddSheetAsync(unit, await Bench.QueryAsync(db => db.Periods.SingleAsync()), target);
    }

    public Task<Guid> VersionOfAsync(Assessment sheet) =>
        Bench.QueryAsync(db => db.Assessments.Where(stored => stored.Id == sheet.Id).Select(stored => stored.InstrumentVersionId).SingleAsync());

    public Task<Guid> VersionOfPeriodAsync() => Bench.QueryAsync(db => db.Periods.Select(period => period.InstrumentVersionId).SingleAsync());

    public Task<decimal> TotalOfAsync(Assessment sheet, Layer layer = Layer.Unit) =>
        Bench.QueryAsync(db => db.StoredScores.Where(score => score.AssessmentId == sheet.Id && score.Layer == layer).Select(score => score.Total).SingleAsync());

    /// <summary>Every answer and note of every layer and tier, as text.</summary>
    public Task<string> AnswersAsync() => Bench.QueryAsync(async db => string.Join('\n',
        (await db.Answers.OrderBy(answer => answer.Id).Select(answer => new { answer.Id, answer.Layer, answer.QuestionCode, answer.Value, answer.Note, answer.Version }).ToListAsync())
            .Select(answer => answer.ToString())
            .Concat((await db.TierJudgements.OrderBy(judgement => judgement.QuestionCode).ThenBy(judgement => judgement.Tier).ToListAsync())
                .Select(judgement => $"{judgement.QuestionCode} {judgement.Tier} {judgement.Value} {judgement.Note} {judgement.Version}"))));

    /// <summary>Stored figures of every sheet, without when they were stored.</summary>
    public Task<string> ScoresAsync() => Bench.QueryAsync(async db => string.Join('\n',
        (await db.StoredScores.OrderBy(score => score.AssessmentId).ThenBy(score => score.Layer).ToListAsync()).Select(score =>
            $"{score.AssessmentId} {score.Layer} {score.Total} {score.AnsweredQuestions}/{score.Questions} {score.TargetMet} {score.TargetUnmet}/{score.TargetConditions} "
            + string.Join(',', score.Sections.OrderBy(section => section.Key).Select(section => $"{section.Key}={section.Value}")))));

    /// <summary>Everything that an application could change, as text.</summary>
    public async Task<string> PrintAsync() =>
        $"{await VersionOfPeriodAsync()} {await Scene.PrintAsync()} {await Bench.QueryAsync(db => db.PeriodChanges.CountAsync())}";

    public void Dispose() => Bench.Dispose();
}
