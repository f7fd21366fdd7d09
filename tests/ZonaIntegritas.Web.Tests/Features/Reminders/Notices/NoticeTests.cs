using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data.Live;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.Notices;

public sealed class NoticeTests : IDisposable
{
    private Scene _scene = null!;

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task The_same_words_stay_read_and_other_words_are_unread_again()
    {
        await PrepareAsync();
        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab."));
        await Reader(_scene.Coordinator).ExecuteAsync(null, default);

        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab."));
        Assert.Equal(0, (await ListAsync(_scene.Coordinator)).Unread);

        await DigestAsync(_scene.Coordinator, Open("9 soal belum dijawab."));
        var list = await ListAsync(_scene.Coordinator);
        Assert.Equal((1, 1, "9 soal belum dijawab."), (list.Unread, list.Page.Total, list.Page.Rows[0].Text));
    }

    [Fact]
    public async Task What_a_digest_no_longer_says_is_settled_but_news_stays_to_be_read()
    {
        await PrepareAsync();
        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab."), new(ReminderKind.Alert, "Turun di bawah syarat WBK.", "/kesiapan/1"));

        await DigestAsync(_scene.Coordinator);

        var rows = (await ListAsync(_scene.Coordinator)).Page.Rows;
        Assert.NotNull(rows.Single(row => row.Kind == ReminderKind.OpenQuestions).SettledAt);
        Assert.True(rows.Single(row => row.Kind == ReminderKind.Alert).IsUnread);
        Assert.Equal(1, (await ListAsync(_scene.Coordinator)).Unread);
    }

    [Fact]
    public async Task A_day_less_does_not_ring_but_is_said()
    {
        await PrepareAsync();
        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab. Pengisian ditutup 30 Oktober 2026 (7 hari lagi)."));
        await Reader(_scene.Coordinator).ExecuteAsync(null, default);

        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab. Pengisian ditutup 30 Oktober 2026 (hari ini hari terakhir)."));

        var list = await ListAsync(_scene.Coordinator);
        Assert.Equal((0, "12 soal belum dijawab. Pengisian ditutup 30 Oktober 2026 (hari ini hari terakhir)."), (list.Unread, list.Page.Rows[0].Text));
    }

    [Fact]
    public async Task News_rings_each_time_also_in_the_same_words()
    {
        await PrepareAsync();
        DigestLine fell = new(ReminderKind.Alert, "DPMPTSP turun di bawah syarat WBK.", "/kesiapan/1");
        await DigestAsync(_scene.Coordinator, fell);
        await Reader(_scene.Coordinator).ExecuteAsync(null, default);

        await DigestAsync(_scene.Coordinator, fell);

        Assert.Equal((1, 1), Count(await ListAsync(_scene.Coordinator)));
    }

    [Fact]
    public async Task What_a_digest_has_no_room_for_is_not_called_done()
    {
        await PrepareAsync();
        DigestLine first = new(ReminderKind.Review, "Unit 1: 3 soal.", "/penilaian/1"), second = new(ReminderKind.Review, "Unit 2: 4 soal.", "/penilaian/2");
        await DigestAsync(_scene.Evaluator, first, second);

        await DigestAsync(_scene.Evaluator, first, new DigestLine(ReminderKind.Review, "Masih ada 1 unit lain yang menunggu Anda.", "/penilaian") { AndMore = true });

        Assert.Equal((2, 2), Count(await ListAsync(_scene.Evaluator)));
        await DigestAsync(_scene.Evaluator, first);
        Assert.Equal((1, 2), Count(await ListAsync(_scene.Evaluator)));
    }

    [Fact]
    public async Task Work_that_is_done_is_settled_for_everybody_at_once_and_waits_anew_when_it_comes_back()
    {
        await PrepareAsync();
        var colleague = await _scene.Database.AddUserAsync(Role.Koordinator, _scene.Unit, "Made Artana");
        var returned = new DigestLine(ReminderKind.Returned, "Soal A.I.1.i.a dikembalikan.", "/lembar-kerja/1?soal=A.I.1.i.a");
        await DigestAsync(_scene.Coordinator, returned);
        await DigestAsync(colleague, returned, Open("12 soal belum dijawab."));

        await using (var db = _scene.Database.CreateDbContext())
        {
            await db.SettleAsync(ReminderKind.Returned, "/lembar-kerja/1", _scene.Database.Clock.GetUtcNow(), default);
            await db.SaveChangesAsync();
        }

        Assert.Equal((0, 1), ((await ListAsync(_scene.Coordinator)).Unread, (await ListAsync(colleague)).Unread));
        await DigestAsync(_scene.Coordinator, returned);
        Assert.Equal(1, (await ListAsync(_scene.Coordinator)).Unread);
    }

    [Fact]
    public async Task Nobody_reads_or_marks_what_hangs_behind_another_bell()
    {
        await PrepareAsync();
        var other = await _scene.Database.AddUserAsync(Role.Koordinator, await _scene.Database.AddUnitAsync("Dinas Lain"), "Orang Lain");
        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab."));
        var mine = (await ListAsync(_scene.Coordinator)).Page.Rows[0];

        await Reader(other).ExecuteAsync(mine.Id, default);
        await Reader(other).ExecuteAsync(null, default);

        Assert.Equal(0, (await ListAsync(other)).Page.Total);
        Assert.Equal(1, (await ListAsync(_scene.Coordinator)).Unread);
    }

    [Fact]
    public async Task Whoever_moves_to_another_unit_sees_nothing_more_of_the_old_one()
    {
        await PrepareAsync();
        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab.") with { UnitId = _scene.Unit.Id });
        await DigestAsync(_scene.Evaluator, new DigestLine(ReminderKind.Review, "DPMPTSP menunggu.", "/penilaian/1") { UnitId = _scene.Unit.Id });
        var next = await _scene.Database.AddUnitAsync("Dinas Lain");

        await using (var db = _scene.Database.CreateDbContext())
        {
            (await db.Users.SingleAsync(user => user.Id == _scene.Coordinator.Id)).UnitId = next.Id;
            await db.SaveChangesAsync();
        }

        await _scene.Database.EndAssignmentsAsync(_scene.Evaluator);

        Assert.Equal((0, 0), Count(await ListAsync(_scene.Coordinator)));
        Assert.Equal((0, 0), Count(await ListAsync(_scene.Evaluator)));
    }

    [Fact]
    public async Task A_closed_account_reads_nothing()
    {
        await PrepareAsync();
        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab."));
        await _scene.Database.CloseAccountAsync(_scene.Coordinator);

        await Assert.ThrowsAsync<ForbiddenException>(() => ListAsync(_scene.Coordinator));
        await Assert.ThrowsAsync<ForbiddenException>(() => Reader(_scene.Coordinator).ExecuteAsync(null, default));
    }

    [Fact]
    public async Task Every_open_bell_of_the_person_hears_what_is_raised_and_what_is_read()
    {
        await PrepareAsync();
        using var bell = _scene.Database.Broadcast.Subscribe(_scene.Coordinator.Id);
        using var stranger = _scene.Database.Broadcast.Subscribe(_scene.Evaluator.Id);

        await DigestAsync(_scene.Coordinator, Open("12 soal belum dijawab."));
        Assert.Equal([SheetChangeKind.Notice], await HeardAsync(bell));
        await Reader(_scene.Coordinator).ExecuteAsync(null, default);
        Assert.Equal([SheetChangeKind.Notice], await HeardAsync(bell));
        Assert.Empty(await HeardAsync(stranger));
    }

    [Fact]
    public async Task A_very_long_line_is_cut_and_not_refused()
    {
        await PrepareAsync();
        await DigestAsync(_scene.Coordinator, Open(new string('x', 5_000)));

        Assert.Equal(Notice.TextMaxLength, (await ListAsync(_scene.Coordinator)).Page.Rows[0].Text.Length);
    }

    private static DigestLine Open(string text) => new(ReminderKind.OpenQuestions, text, "/lembar-kerja/1");

    private static (int, int) Count(NoticeList list) => (list.Unread, list.Page.Total);

    private static async Task<List<SheetChangeKind>> HeardAsync(SheetSubscription subscription)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await foreach (var changes in subscription.ReadAsync(patience.Token))
            {
                return [.. changes.Select(change => change.Kind)];
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing was said.
        }

        return [];
    }

    private async Task PrepareAsync() => _scene = await Scene.CreateAsync();

    private ReadNotices Reader(AppUser user) => new(_scene.Database, TestDatabase.SignIn(user), _scene.Database.Clock);

    private Task<NoticeList> ListAsync(AppUser user) => new NoticeQueries(_scene.Database, TestDatabase.SignIn(user)).ListAsync(false, 1, 10, default);

    private async Task DigestAsync(AppUser user, params DigestLine[] lines)
    {
        _scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = _scene.Database.CreateDbContext();
        await db.RaiseDigestsAsync(new Dictionary<Guid, IReadOnlyList<DigestLine>> { [user.Id] = lines }, _scene.Database.Clock.GetUtcNow(), default);
        await db.SaveChangesAsync();
    }
}
