using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data.Seeding.Demo;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Data;

[Collection(typeof(SharedDemo))]
public sealed class DemoSeederTests(SeededDemo demo)
{
    [Fact]
    public async Task Newest_period_is_open_today_and_older_ones_are_over()
    {
        await using var db = await demo.OpenAsync();
        var today = IndonesianZone.WIB.Today(demo.Now);

        var periods = await db.Periods.OrderBy(period => period.Year).ToListAsync();

        Assert.Equal([2024, 2025, 2026], periods.Select(period => period.Year));
        Assert.Equal([false, false, true], periods.Select(period => period.IsOpenForFilling(today)));
        Assert.Equal([false, false, true], periods.Select(period => period.IsOpenForReview(today)));
    }

    [Fact]
    public async Task Newest_period_has_a_sheet_in_every_state_up_to_the_LHE_and_older_ones_are_past_it()
    {
        await using var db = await demo.OpenAsync();
        var sheets = await db.Assessments
            .Join(db.Periods, sheet => sheet.PeriodId, period => period.Id, (sheet, period) => new { sheet.Status, period.Year })
            .ToListAsync();

        Assert.Equal(
            // A preliminary assessment is for ministries; the demo is a province.
            Enum.GetValues<AssessmentStatus>().Where(status => status <= AssessmentStatus.Concluded && status != AssessmentStatus.Preliminary).Order(),
            sheets.Where(sheet => sheet.Year == 2026).Select(sheet => sheet.Status).Distinct().Order());
        Assert.All(sheets.Where(sheet => sheet.Year < 2026), sheet => Assert.True(SheetLife.IsAfterLhe(sheet.Status)));
        Assert.Equal(
            Enum.GetValues<ReturnedItemState>().Order(),
            (await db.ReturnedItems.Select(item => item.State).Distinct().ToListAsync()).Order());
    }

    [Fact]
    public async Task Some_sheets_have_gone_on_after_their_LHE_and_units_hold_what_they_were_awarded()
    {
        await using var db = await demo.OpenAsync();
        var rows = await (
            from sheet in db.Assessments
            join period in db.Periods on sheet.PeriodId equals period.Id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            where SheetLife.AfterLhe.Contains(sheet.Status) && sheet.Status != AssessmentStatus.Concluded
            orderby period.Year, unit.ShortName
            select new { unit.ShortName, period.Year, sheet.Target, sheet.Status, Held = unit.HeldPredicate ?? "", Steps = db.SheetTransitions.Count(step => step.AssessmentId == sheet.Id) })
            .ToListAsync();

        Assert.Equal(
            [
                ("Disdukcapil", 2024, "WBK", AssessmentStatus.Monitored, "WBK"),
                ("Inspektorat", 2024, "WBK", AssessmentStatus.Revoked, ""),
                ("RSUD Andai", 2024, "WBK", AssessmentStatus.NotAwarded, "WBK"),
                ("Diskominfo", 2025, "WBBM", AssessmentStatus.AtTpn, "WBK"),
                ("RSUD Andai", 2025, "WBK", AssessmentStatus.Awarded, "WBK"),
            ],
            rows.Select(row => (row.ShortName, row.Year, row.Target, row.Status, row.Held)));
        Assert.All(rows, row => Assert.True(row.Steps >= 6));
        // TPN's layer is whole, and stands apart from TPI's in a few places.
        var scores = await db.StoredScores.Where(score => score.Layer == Layer.Tpn).ToListAsync();
        Assert.Equal(2, scores.Count);
        Assert.All(scores, score => Assert.Equal(113, score.AnsweredQuestions));
    }

    [Fact]
    public async Task Newest_period_shows_units_that_met_their_target_and_units_that_did_not()
    {
        await using var db = await demo.OpenAsync();
        var met = await db.StoredScores
            .Where(score => score.Layer == Layer.Tpi)
            .Join(db.Assessments, score => score.AssessmentId, sheet => sheet.Id, (score, sheet) => new { score.TargetMet, sheet.Status, sheet.PeriodId })
            .Join(db.Periods.Where(period => period.Year == 2026), both => both.PeriodId, period => period.Id, (both, _) => both)
            .Where(both => both.Status == AssessmentStatus.Concluded)
            .Select(both => both.TargetMet)
            .ToListAsync();

        Assert.Contains(true, met);
        Assert.Contains(false, met);
    }

    [Fact]
    public async Task Every_stored_score_equals_a_fresh_score_of_the_stored_answers()
    {
        await using var db = await demo.OpenAsync();
        var instrument = await demo.InstrumentAsync(db);
        var answers = (await db.Answers.Where(answer => answer.Value != null).AsNoTracking().ToListAsync())
            .ToLookup(answer => (answer.AssessmentId, answer.Layer));
        var scores = await db.StoredScores.AsNoTracking().ToListAsync();

        Assert.NotEmpty(scores);
        Assert.All(scores, stored =>
        {
            var fresh = ScoringEngine.Score(
                instrument, answers[(stored.AssessmentId, stored.Layer)].ToDictionary(answer => answer.QuestionCode, answer => answer.Value!));
            Assert.Equal(fresh.Total.Points.ToDecimal(), stored.Total);
            Assert.Equal(fresh.Completeness.AnsweredQuestions, stored.AnsweredQuestions);
        });
        Assert.Empty(answers.Select(layer => layer.Key).Except(scores.Select(score => (score.AssessmentId, score.Layer))));
    }

    [Fact]
    public async Task Every_answer_is_acceptable_and_explained_where_nothing_was_due()
    {
        await using var db = await demo.OpenAsync();
        var instrument = await demo.InstrumentAsync(db);
        var answers = await db.Answers.Where(answer => answer.Value != null).AsNoTracking().ToListAsync();

        Assert.All(answers, answer =>
        {
            var question = instrument.Question(answer.QuestionCode)!;
            Assert.Empty(AnswerRules.FaultsOf(question, answer.Value!));
            Assert.False(AnswerRules.NeedsNote(question, answer.Value) && answer.Note.Length == 0, answer.QuestionCode);
            Assert.DoesNotContain('{', answer.Note);
        });
        Assert.Contains(answers, answer => AnswerRules.NeedsNote(instrument.Question(answer.QuestionCode)!, answer.Value));
    }

    [Fact]
    public async Task Every_sheet_with_an_LHE_is_frozen_in_both_layers_a_decided_one_in_TPNs_too_and_no_other_is()
    {
        await using var db = await demo.OpenAsync();
        var issued = await db.Assessments.Where(sheet => SheetLife.AfterLhe.Contains(sheet.Status)).Select(sheet => sheet.Id).ToListAsync();
        var decided = await db.Assessments
            .Where(sheet => sheet.Status == AssessmentStatus.Awarded && db.Answers.Any(answer => answer.AssessmentId == sheet.Id && answer.Layer == Layer.Tpn))
            .Select(sheet => sheet.Id).ToListAsync();
        var frozen = await db.FrozenSheets.AsNoTracking().ToListAsync();

        Assert.NotEmpty(decided);
        Assert.Equal(
            issued.SelectMany(id => new[] { (id, Layer.Unit), (id, Layer.Tpi) }).Concat(decided.Select(id => (id, Layer.Tpn))).Order(),
            frozen.Select(sheet => (sheet.AssessmentId, sheet.Layer)).Order());
        Assert.Contains(frozen, sheet => sheet.EvidenceJson.Contains("SK Tim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_evidence_link_leads_to_a_file_with_the_right_bytes()
    {
        await using var db = await demo.OpenAsync();
        var store = demo.Services.GetRequiredService<EvidenceStore>().Files;
        var files = await db.EvidenceLinks.Join(db.EvidenceVersions, link => link.VersionId, version => version.Id, (link, version) => version).Where(version => version.Sha256 != null).Distinct().ToListAsync();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await using var content = store.Open(file.Sha256!);
            Assert.Equal(file.Size, content.Length);
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        }

        Assert.Empty(await db.EvidenceLinks
            .Where(link => !db.EvidenceVersions.Any(file => file.Id == link.VersionId && db.Assessments.Any(sheet => sheet.Id == link.AssessmentId && sheet.UnitId == file.UnitId)))
            .ToListAsync());
    }

    [Fact]
    public async Task Nobody_evaluates_the_own_unit_and_every_unit_has_an_evaluator()
    {
        await using var db = await demo.OpenAsync();
        var assigned = await db.ReviewAssignments
            .Join(db.Users, assignment => assignment.EvaluatorId, user => user.Id, (assignment, user) => new { assignment.UnitId, Own = user.UnitId })
            .ToListAsync();

        Assert.DoesNotContain(assigned, assignment => assignment.Own == assignment.UnitId);
        Assert.Contains(assigned, assignment => assignment.Own is not null);
        Assert.Equal(
            (await db.WorkUnits.Select(unit => unit.Id).ToListAsync()).Order(),
            assigned.Select(assignment => assignment.UnitId).Distinct().Order());
    }

    [Fact]
    public async Task Everybody_can_sign_in_with_the_password_of_the_file_and_has_one_role()
    {
        var office = await DemoFiles.OfficeAsync(CancellationToken.None);
        await using var scope = demo.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();

        foreach (var person in office.People)
        {
            var user = await users.FindByEmailAsync(person.Email);
            Assert.True(await users.CheckPasswordAsync(user!, office.Password));
            Assert.Equal([person.Role.ToString()], await users.GetRolesAsync(user!));
        }

        Assert.Equal(Enum.GetValues<Role>(), office.People.Select(person => person.Role).Distinct().Order());
    }

    [Fact]
    public async Task Nothing_happened_in_the_future()
    {
        await using var db = await demo.OpenAsync();

        Assert.True(await db.Answers.MaxAsync(answer => answer.ChangedAt) <= demo.Now);
        Assert.True(await db.EvidenceLinks.MaxAsync(link => link.AttachedAt) <= demo.Now);
        Assert.True(await db.Assessments.MaxAsync(sheet => sheet.ConcludedAt) <= demo.Now);
        Assert.True(await db.ReturnedItems.MaxAsync(item => item.RepairedAt) <= demo.Now);
        Assert.True(await db.SheetTransitions.MaxAsync(step => step.At) <= demo.Now);
    }

    [Fact]
    public async Task Second_start_changes_nothing()
    {
        var before = await FingerprintAsync();

        await demo.StartAsync();

        Assert.Equal(before, await FingerprintAsync());
    }

    private async Task<string> FingerprintAsync()
    {
        await using var db = await demo.OpenAsync();
        var text = new StringBuilder();
        text.AppendJoin(',', await db.Users.OrderBy(user => user.Id).Select(user => user.Id + user.SecurityStamp).ToListAsync());
        text.AppendJoin(',', await db.Answers.OrderBy(answer => answer.Id).Select(answer => answer.Id).ToListAsync());
        text.AppendJoin(',', await db.EvidenceLinks.OrderBy(link => link.Id).Select(link => link.Id).ToListAsync());
        text.AppendJoin(',', await db.Assessments.OrderBy(sheet => sheet.Id).Select(sheet => sheet.Id).ToListAsync());
        return text.ToString();
    }
}
