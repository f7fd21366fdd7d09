using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Discussion;

public sealed class WriteMessageTests
{
    public static TheoryData<Role, Capacity> Writers => new()
    {
        { Role.Koordinator, Capacity.Coordinator },
        { Role.Pimpinan, Capacity.UnitHead },
        { Role.Administrator, Capacity.Administrator },
        { Role.Evaluator, Capacity.Lead },
    };

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Whoever_may_see_the_sheet_writes_and_is_named_by_role(Role role, Capacity capacity)
    {
        using var scene = await Scene.CreateAsync();
        var writer = role switch
        {
            Role.Koordinator => scene.Coordinator,
            Role.Evaluator => scene.Evaluator,
            _ => await scene.Database.AddUserAsync(role, role == Role.Pimpinan ? scene.Unit : null, "Penulis"),
        };

        var written = await scene.Write(TestDatabase.SignIn(writer)).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "  Halaman berapa? \n"), default);

        Assert.Null(written.Problem);
        await using var db = scene.Database.CreateDbContext();
        var message = await db.ThreadMessages.SingleAsync();
        Assert.Equal(
            (written.Value, Scene.Abc, writer.Id, capacity, "Halaman berapa?", Audience.Everybody, (Guid?)null, scene.Database.Clock.GetUtcNow()),
            (message.Id, message.QuestionCode, message.By, message.Capacity, message.Text, message.Audience, message.Settles, message.At));
        var trail = await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.MessageWritten);
        Assert.Equal((writer.Id, scene.Sheet.Id, Scene.Abc, null, ""), (trail.By!.Value, trail.AssessmentId!.Value, trail.QuestionCode, trail.After, trail.Note));
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft)]
    [InlineData(AssessmentStatus.Submitted)]
    [InlineData(AssessmentStatus.InReview)]
    [InlineData(AssessmentStatus.InRepair)]
    [InlineData(AssessmentStatus.Concluded)]
    public async Task Messages_stay_possible_in_every_state_and_after_every_window(AssessmentStatus status)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(status);
        scene.Database.Clock.SetUtcNow(new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Null((await scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Masih bisa."), default)).Problem);
    }

    [Fact]
    public async Task Mentions_wait_until_the_thread_is_shown_to_whom_they_name()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Write().ExecuteAsync(
            new(scene.Sheet.Id, Scene.Abc, "@Tono Hartono, mohon dilihat.", Mentions: [scene.Evaluator.Id, scene.Evaluator.Id, scene.Coordinator.Id]), default);
        var mine = new MentionQueries(scene.Database, TestDatabase.SignIn(scene.Evaluator));

        var waiting = await mine.UnreadAsync(1, 5, default);
        var row = Assert.Single(waiting.Rows);
        Assert.Equal(
            ($"/penilaian/{scene.Sheet.Id}?soal=A.I.1.i.b", "Sri Wahyuni", "@Tono Hartono, mohon dilihat.", 1),
            (row.Address, row.By, row.Text, waiting.Total));
        // Naming oneself says nothing.
        Assert.Equal(0, (await new MentionQueries(scene.Database, TestDatabase.SignIn(scene.Coordinator)).UnreadAsync(1, 5, default)).Total);
        Assert.True((await scene.Thread(scene.Evaluator).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default)).IsMentioned);

        Assert.Equal(1, await new ReadMentions(scene.Database, TestDatabase.SignIn(scene.Evaluator), scene.Database.Clock).ExecuteAsync(scene.Sheet.Id, Scene.Abc, default));

        Assert.Equal(0, (await mine.UnreadAsync(1, 5, default)).Total);
        Assert.False((await scene.Thread(scene.Evaluator).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default)).IsMentioned);
    }

    [Fact]
    public async Task A_mention_of_a_sheet_that_one_may_no_longer_see_is_gone_from_the_list()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "@Tono Hartono", Mentions: [scene.Evaluator.Id]), default);

        await scene.Database.EndAssignmentsAsync(scene.Evaluator);

        Assert.Equal(0, (await new MentionQueries(scene.Database, TestDatabase.SignIn(scene.Evaluator)).UnreadAsync(1, 5, default)).Total);
    }

    [Fact]
    public async Task Only_people_who_may_see_the_sheet_can_be_named_and_no_other_unit_shows()
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        await scene.Database.AddUserAsync(Role.Koordinator, other, "Orang Lain");
        await scene.Database.AddUserAsync(Role.Pimpinan, other, "Kepala Lain");
        await scene.Database.AddUserAsync(Role.Evaluator, null, "Evaluator Lain", other);
        await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan Unit", scene.Unit);
        await scene.Database.CloseAccountAsync(await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Sudah Pindah"));
        await scene.Database.AddUserAsync(Role.Pimpinan, null, "Pimpinan Instansi");
        await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit, "Kepala Unit");
        await scene.Database.AddUserAsync(Role.Administrator, null, "Administrator");

        var people = (await scene.Thread(scene.Coordinator).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default)).People;

        Assert.Equal(["Administrator", "Kepala Unit", "Pimpinan Instansi", "Tono Hartono", "Wayan Sudarsana"], people.Select(person => person.Name));
        Assert.Equal(["Administrator", "Tono Hartono", "Wayan Sudarsana"], people.Where(person => person.MayRead(Audience.TpiOnly)).Select(person => person.Name));
    }

    [Fact]
    public async Task Settling_keeps_the_message_either_side_may_and_a_new_message_opens_it_again()
    {
        using var scene = await Scene.CreateAsync();
        var tpi = TestDatabase.SignIn(scene.Evaluator);
        var asked = (await scene.Write(tpi).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Halaman berapa?"), default)).Value;

        Assert.Equal(DiscussionProblems.NotSettled, (await scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Lagi.", Reopens: asked), default)).Problem);
        Assert.Null((await scene.Settle().ExecuteAsync(asked, default)).Problem);
        Assert.Equal(DiscussionProblems.AlreadySettled, (await scene.Settle(tpi).ExecuteAsync(asked, default)).Problem);
        var view = await scene.Thread(scene.Coordinator).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default);
        Assert.Equal((false, scene.Coordinator.Id), (view.Waits, Assert.Single(view.Lines).Message!.SettledBy));

        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await scene.Write(tpi).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Halaman itu kosong.", Reopens: asked), default)).Problem);

        view = await scene.Thread(scene.Coordinator).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default);
        Assert.Equal(["Halaman berapa?", "Halaman itu kosong."], view.Lines.Select(line => line.Text));
        Assert.All(view.Lines, line => Assert.True(line.Message!.IsOpen));
    }

    [Fact]
    public async Task A_note_for_tpi_is_read_by_every_tier_and_the_administrator_only()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator, null, "Administrator");
        var head = await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit, "Kepala Unit");
        await scene.Database.SubmitAsync(scene.Sheet, scene.Coordinator);
        await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(
            new(scene.Sheet.Id, Scene.Abc, "SK ini mencurigakan.", Audience.TpiOnly, [scene.Controller.Id]), default);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new Domain.Scoring.ChoiceAnswer("C"), "Tanpa tanggal."), default);
        var refused = await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(
            new(scene.Sheet.Id, Scene.Abc, "@Sri Wahyuni", Audience.TpiOnly, [scene.Coordinator.Id]), default);
        Assert.Equal(DiscussionProblems.CannotBeMentioned, refused.Problem);

        foreach (var reader in (AppUser[])[scene.Evaluator, scene.Controller, administrator])
        {
            Assert.Equal([ThreadKind.Message, ThreadKind.Answered], await KindsAsync(scene, reader));
        }

        Assert.Empty(await KindsAsync(scene, scene.Coordinator));
        Assert.Empty(await KindsAsync(scene, head));
    }

    private static async Task<IEnumerable<ThreadKind>> KindsAsync(Scene scene, AppUser reader) =>
        (await scene.Thread(reader).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default)).Lines.Select(line => line.Kind);
}
