using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Auditing;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Auditing;

public sealed class TrailTests
{
    [Fact]
    public async Task Before_the_LHE_the_unit_reads_neither_what_TPI_holds_nor_notes_of_the_team()
    {
        using var scene = await Scene.CreateAsync();
        await FillAsync(scene);
        var (head, unitHead) = (await scene.Database.AddUserAsync(Role.Pimpinan), await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit));

        string[] unit = ["Jawaban disimpan (penilaian mandiri)", "Pesan ditulis"];
        string[] tpi = [.. unit, "Catatan tim ditulis", "Jawaban disimpan (TPI, ketua tim)"];
        Assert.Equal(unit, await SeenAsync(scene, scene.Coordinator));
        Assert.Equal(unit, await SeenAsync(scene, unitHead));
        Assert.Equal(tpi.Order(StringComparer.Ordinal), await SeenAsync(scene, scene.Evaluator));
        Assert.Equal(tpi.Order(StringComparer.Ordinal), await SeenAsync(scene, await scene.Database.AddUserAsync(Role.Administrator)));
        Assert.Equal(tpi.Except(["Catatan tim ditulis"]).Order(StringComparer.Ordinal), await SeenAsync(scene, head));

        await using (var db = scene.Database.CreateDbContext())
        {
            await db.Answers.Where(answer => answer.Layer == Layer.Tpi).ExecuteDeleteAsync();
            await db.TierJudgements.ExecuteDeleteAsync();
        }

        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi);
        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);

        var after = await SeenAsync(scene, scene.Coordinator);
        Assert.Contains("Jawaban disimpan (TPI, ketua tim)", after);
        Assert.DoesNotContain("Catatan tim ditulis", after);
    }

    [Fact]
    public async Task A_sheets_trail_is_for_whoever_may_see_the_sheet()
    {
        using var scene = await Scene.CreateAsync();
        await FillAsync(scene);
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        foreach (var stranger in (AppUser[])
        [
            await scene.Database.AddUserAsync(Role.Koordinator, other), await scene.Database.AddUserAsync(Role.Evaluator),
            await scene.Database.AddUserAsync(Role.Pimpinan, other), await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan", scene.Unit),
        ])
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => SeenAsync(scene, stranger));
        }

        await scene.Database.CloseAccountAsync(scene.Coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(() => SeenAsync(scene, scene.Coordinator));
        await Assert.ThrowsAsync<ForbiddenException>(() => Queries(scene, scene.Evaluator).LoadAsync(new(Guid.CreateVersion7()), default));
    }

    [Theory]
    [InlineData(Role.Koordinator, false)]
    [InlineData(Role.Evaluator, false)]
    [InlineData(Role.Administrator, true)]
    public async Task The_whole_trail_is_the_administrators(Role role, bool allowed)
    {
        using var scene = await Scene.CreateAsync();
        await FillAsync(scene);
        var person = await scene.Database.AddUserAsync(role, role == Role.Koordinator ? scene.Unit : null);

        if (allowed)
        {
            Assert.NotEmpty((await Queries(scene, person).LoadAsync(new(), default)).Page.Rows);
        }
        else
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Queries(scene, person).LoadAsync(new(), default));
        }
    }

    [Fact]
    public async Task Heads_read_that_of_their_units_and_addresses_are_for_administrators_alone()
    {
        using var scene = await Scene.CreateAsync();
        await FillAsync(scene);
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        await AddAsync(scene, new(Guid.CreateVersion7(scene.Database.Clock.GetUtcNow()), scene.Database.Clock.GetUtcNow(), null, AuditAction.UnitChanged, new(other.Id)));
        AppUser unitHead = await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit), head = await scene.Database.AddUserAsync(Role.Pimpinan);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);

        Assert.All((await Queries(scene, unitHead).LoadAsync(new(), default)).Page.Rows, row => Assert.Equal("DPMPTSP", row.Unit));
        Assert.Empty((await Queries(scene, unitHead).LoadAsync(new(UnitId: other.Id), default)).Page.Rows);
        Assert.Equal(["DPMPTSP", "Dinas Sosial"], (await Queries(scene, head).LoadAsync(new(), default)).Page.Rows.Select(row => row.Unit!).Distinct().Order(StringComparer.Ordinal));
        Assert.All((await Queries(scene, head).LoadAsync(new(), default)).Page.Rows, row => Assert.Null(row.Origin));
        Assert.Contains((await Queries(scene, administrator).LoadAsync(new(), default)).Page.Rows, row => row.Origin == "10.0.0.7");
    }

    [Fact]
    public async Task Filters_narrow_by_question_person_action_day_and_text()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WIT);
        await FillAsync(scene);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        // 10 October 00:00 UTC is 09:00 in the east; 15 hours later it is the 11th there, and still the 10th in the west.
        scene.Database.Clock.Advance(TimeSpan.FromHours(15.5));
        var later = scene.Database.Clock.GetUtcNow();
        await AddAsync(scene, new(
            Guid.CreateVersion7(later), later, scene.Coordinator.Id, AuditAction.AnswerSaved,
            new(scene.Unit.Id, scene.Sheet.Id, Scene.Abc, Layer: Layer.Unit), "", new("(kosong)", "B\nRapat 100% hadir"), null));
        TrailFilter all = new(scene.Sheet.Id);

        Assert.Equal(5, await CountAsync(all));
        Assert.Equal(1, await CountAsync(all with { Question = Scene.Abc }));
        Assert.Equal(5, await CountAsync(all with { Question = "A.I.1" }));
        Assert.Equal(2, await CountAsync(all with { PersonId = scene.Coordinator.Id }));
        Assert.Equal(3, await CountAsync(all with { Action = AuditAction.AnswerSaved }));
        Assert.Equal(1, await CountAsync(all with { Text = "100% hadir" }));
        Assert.Equal(0, await CountAsync(all with { Text = "100_ hadir" }));
        Assert.Equal(4, await CountAsync(all with { Until = new(2026, 10, 10) }));
        Assert.Equal(1, await CountAsync(all with { From = new(2026, 10, 11), Until = new(2026, 10, 11) }));
        Assert.Equal(0, await CountAsync(all with { From = new(2026, 10, 12) }));
        Assert.Equal(5, await CountAsync(new(UnitId: scene.Unit.Id)));

        async Task<int> CountAsync(TrailFilter filter) => (await Queries(scene, administrator).LoadAsync(filter, default)).Page.Rows.Count;
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        for (var number = 0; number < 120; number++)
        {
            scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
            var now = scene.Database.Clock.GetUtcNow();
            await AddAsync(scene, new(Guid.CreateVersion7(now), now, null, AuditAction.UnitChanged, new(scene.Unit.Id), $"{number}"));
        }

        List<string> notes = [];
        TrailFilter filter = new();
        for (Guid? next = null; ; filter = filter with { Before = next })
        {
            var page = (await Queries(scene, administrator).LoadAsync(filter, default)).Page;
            notes.AddRange(page.Rows.Select(row => row.Note));
            if ((next = page.Next) is null)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(number => $"{number}"), notes);
    }

    [Fact]
    public async Task A_page_is_read_by_index_and_in_few_queries()
    {
        using var scene = await Scene.CreateAsync();
        await FillAsync(scene);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var counter = new CommandCounter(scene.Database);

        await new TrailQueries(counter, TestDatabase.SignIn(administrator)).LoadAsync(new(From: new(2026, 10, 1)), default);

        Assert.InRange(counter.Queries.Count, 5, 9);
        Assert.Contains("SEARCH a USING INDEX sqlite_autoindex_AuditEntries_1 (Id>?", await PlanAsync(scene, "a.Id >= 'X' ORDER BY a.Id DESC LIMIT 51"), StringComparison.Ordinal);
        Assert.Contains("SEARCH a USING INDEX IX_AuditEntries_AssessmentId_At", await PlanAsync(scene, "a.AssessmentId = 'X' ORDER BY a.Id DESC LIMIT 51"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_action_has_words() => Assert.All(Enum.GetValues<AuditAction>(), action => Assert.Contains(' ', TrailWords.Say(action)));

    internal static TrailQueries Queries(Scene scene, AppUser who) => new(scene.Database, TestDatabase.SignIn(who));

    /// <summary>One answer of the unit, one of TPI, a message and a note of the team.</summary>
    internal static async Task FillAsync(Scene scene)
    {
        await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), "=1+1"), default);
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.Answers.ExecuteDeleteAsync();
        }

        await scene.MoveToAsync(AssessmentStatus.InReview);
        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "Belum sah.", 0), default)).Problem);
        var now = scene.Database.Clock.GetUtcNow();
        foreach (var layer in (Layer?[])[null, Layer.Tpi])
        {
            await AddAsync(scene, new(
                Guid.CreateVersion7(now), now, scene.Evaluator.Id, AuditAction.MessageWritten, new(scene.Unit.Id, scene.Sheet.Id, Scene.YesNo, Layer: layer), "",
                AuditChange.None, "10.0.0.7"));
        }
    }

    private static async Task AddAsync(Scene scene, AuditEntry entry)
    {
        await using var db = scene.Database.CreateDbContext();
        db.Add(entry);
        await db.SaveChangesAsync();
    }

    /// <summary>What a person reads on the sheet's trail about answers and messages, in words.</summary>
    private static async Task<IEnumerable<string>> SeenAsync(Scene scene, AppUser who) =>
        (await Queries(scene, who).LoadAsync(new(scene.Sheet.Id), default)).Page.Rows
            .Where(row => row.Action is AuditAction.AnswerSaved or AuditAction.MessageWritten).Select(row => row.What).Order(StringComparer.Ordinal);

    private static async Task<string> PlanAsync(Scene scene, string where)
    {
        await using var db = scene.Database.CreateDbContext();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN SELECT a.* FROM AuditEntries a WHERE {where}";
        await using var rows = await command.ExecuteReaderAsync();
        List<string> plan = [];
        while (await rows.ReadAsync())
        {
            plan.Add(rows.GetString(3));
        }

        return string.Join('\n', plan);
    }
}
