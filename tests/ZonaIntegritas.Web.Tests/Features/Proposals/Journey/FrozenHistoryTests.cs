using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

/// <summary>Finalising freezes: whatever changes afterwards, the first LHE stays byte for byte, and both editions are readable.</summary>
public sealed class FrozenHistoryTests
{
    [Fact]
    public async Task Nothing_that_happens_later_changes_the_first_edition()
    {
        using var scene = await AfterLheScene.CreateAsync();
        var first = await PrintsAsync(scene);

        await RenameAsync(scene);
        await ApplyAnotherInstrumentAsync(scene);
        Assert.Null(await scene.MoveAsync(SheetMove.Reopen));
        await PutForwardAnotherVersionAsync(scene);
        await JudgeOtherwiseAsync(scene);
        await scene.IssueAsync(scene.Scene.Sheet);

        var frozen = await scene.FrozenAsync();
        Assert.Equal([(1, Layer.Unit), (1, Layer.Tpi), (2, Layer.Unit), (2, Layer.Tpi)], frozen.Select(kept => (kept.Edition, kept.Layer)).OrderBy(kept => kept.Edition).ThenBy(kept => kept.Layer));
        Assert.Equal(first, (await PrintsAsync(scene)).Where(print => print.Key.Edition == 1).ToDictionary());

        var view = await scene.Journey(scene.Scene.Coordinator).LoadAsync(scene.Scene.Sheet.Id, default);
        Assert.Equal([(2, Scene.BestTotal - 0.25m), (1, Scene.BestTotal)], view.Editions.Select(edition => (edition.Edition, edition.Tpi!.Value)));
        Assert.Equal([(2, 1), (1, 0)], view.Editions.Select(edition => (edition.Edition, edition.Evidence)));
        Assert.NotEqual(view.Editions[0].Instrument, view.Editions[1].Instrument);
        Assert.Equal("sk-tim-zi.pdf", Assert.Single(await scene.Journey(scene.Scene.Coordinator).EvidenceAsync(scene.Scene.Sheet.Id, 2, default)).Name);
        Assert.Empty(await scene.Journey(scene.Scene.Coordinator).EvidenceAsync(scene.Scene.Sheet.Id, 1, default));
    }

    [Fact]
    public async Task Readiness_shows_the_latest_edition()
    {
        using var scene = await AfterLheScene.CreateAsync();
        Assert.Null(await scene.MoveAsync(SheetMove.Reopen));
        await JudgeOtherwiseAsync(scene);
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.IssueAsync(scene.Scene.Sheet);
        // Of the rows that are not frozen nothing is left to read from.
        await using var db = scene.Database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("UPDATE Answers SET Value = NULL");

        var report = await Source(scene).MakeAsync(db, scene.Scene.Sheet.Id, Layer.Tpi, default);

        Assert.Equal(Scene.BestTotal - 0.25m, report.Total.Points.Value);
    }

    [Fact]
    public async Task A_frozen_row_is_refused_by_the_database_itself()
    {
        using var scene = await AfterLheScene.CreateAsync();
        await using var db = scene.Database.CreateDbContext();

        // Another engine would write another number here; the database lets nobody.
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE FrozenSheets SET EngineVersion = 99"));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM SheetTransitions"));
    }

    [Fact]
    public async Task A_reopened_sheet_has_to_be_judged_before_the_next_edition()
    {
        using var scene = await AfterLheScene.CreateAsync();
        Assert.Equal("assessment.reopen-reason-missing", (await scene.MoveAsync(SheetMove.Reopen, new()))?.Code);
        Assert.Null(await scene.MoveAsync(SheetMove.Reopen, new(Note: "Temuan baru.")));

        var sheet = await scene.Scene.StoredSheetAsync();
        Assert.Equal((AssessmentStatus.ReReview, 1, null), (sheet.Status, sheet.Edition, sheet.ConcludedAt));
        var history = (await scene.Journey(scene.Scene.Coordinator).LoadAsync(scene.Scene.Sheet.Id, default)).Steps;
        Assert.Equal("Temuan baru.", history[^1].Note);
    }

    private static ReadinessSource Source(AfterLheScene scene) => new(scene.Database.Sheets, scene.Database.Instruments);

    private static async Task RenameAsync(AfterLheScene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        (await db.WorkUnits.SingleAsync(unit => unit.Id == scene.Scene.Unit.Id)).Rename("Dinas Baru", "DB", Domain.Common.IndonesianZone.WIT);
        await db.SaveChangesAsync();
    }

    /// <summary>A later version for the period, taken by the sheet once it is open again.</summary>
    private static async Task ApplyAnotherInstrumentAsync(AfterLheScene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        var old = await db.InstrumentVersions.SingleAsync();
        var other = new InstrumentVersion(Guid.CreateVersion7(), old.InstrumentId, "9.9", old.Name, old.Json, old.Sha256, scene.Database.Clock.GetUtcNow());
        db.Add(other);
        Assert.Null((await db.Periods.SingleAsync(period => period.Id == scene.Scene.Period.Id)).UseInstrument(other.Id).Problem);
        var sheet = await db.Assessments.SingleAsync(each => each.Id == scene.Scene.Sheet.Id);
        Assert.Equal("assessment.fixed-by-lhe", sheet.UseInstrument(other.Id).Problem?.Code);
        await db.SaveChangesAsync();
    }

    private static async Task PutForwardAnotherVersionAsync(AfterLheScene scene)
    {
        await scene.Database.ChangeAsync(scene.Scene.Sheet, open => Assert.Null(open.Assessment.UseInstrument(open.Period.InstrumentVersionId).Problem));
        await scene.Database.ReturnAsync(scene.Scene.Sheet, scene.Scene.Controller, Scene.YesNo, "Unggah SK yang baru.");
        await scene.Scene.AddEvidenceAsync();
        Assert.Null((await scene.Scene.Repair().ExecuteAsync(new(scene.Scene.Sheet.Id, Scene.YesNo, "Sudah."), default)).Problem);
    }

    private static async Task JudgeOtherwiseAsync(AfterLheScene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        var answer = await db.Answers.SingleAsync(each => each.AssessmentId == scene.Scene.Sheet.Id && each.Layer == Layer.Tpi && each.QuestionCode == Scene.YesNo);
        answer.Change(new ChoiceAnswer("Tidak"), "", scene.Scene.Controller.Id, scene.Database.Clock.GetUtcNow());
        var sheet = await db.Assessments.Include(each => each.ReturnedItems).SingleAsync(each => each.Id == scene.Scene.Sheet.Id);
        sheet.CloseRepaired(Scene.YesNo, scene.Scene.Controller.Id, scene.Database.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    private static async Task<Dictionary<(int Edition, Layer Layer), string>> PrintsAsync(AfterLheScene scene) =>
        (await scene.FrozenAsync()).ToDictionary(
            kept => (kept.Edition, kept.Layer),
            kept => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
                $"{kept.Json}|{kept.EvidenceJson}|{kept.VerdictJson}|{kept.InstrumentVersionId}|{kept.EngineVersion}|{kept.FrozenAt:O}"))));
}
