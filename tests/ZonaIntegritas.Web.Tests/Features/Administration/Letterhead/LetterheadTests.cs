using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.Administration.Letterhead;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Letterhead;

public sealed class LetterheadTests
{
    private static readonly AgencyTexts Texts = new("Provinsi Contoh", "Inspektorat", "Jalan 1", "Kota Contoh", new("Gubernur", "Ani", "1"), new("Inspektur", "Budi", "2"));

    [Fact]
    public async Task What_an_administrator_saves_stands_on_papers_and_in_the_trail()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);

        Assert.Equal(1, (await Saver(database, administrator).ExecuteAsync(Texts, 0, default)).Value);

        await using var db = database.CreateDbContext();
        Assert.Equal("Inspektorat", (await db.AgencyProfiles.SingleAsync()).Office);
        Assert.Equal(administrator.Id, (await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.SettingsChanged)).By);
    }

    [Fact]
    public async Task A_save_over_somebody_elses_is_refused_and_changes_nothing()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);
        await Saver(database, administrator).ExecuteAsync(Texts, 0, default);

        var second = await Saver(database, administrator).ExecuteAsync(Texts with { Office = "Lain" }, 0, default);

        Assert.Equal(LetterheadProblems.Stale, second.Problem);
        Assert.Equal(LetterheadProblems.Stale, (await Logos(database, administrator).ExecuteAsync(Samples.Pixel, 0, default)).Problem);
        Assert.Equal(LetterheadProblems.TooLong, (await Saver(database, administrator).ExecuteAsync(Texts with { Name = new('a', 201) }, 1, default)).Problem);
        await using var db = database.CreateDbContext();
        Assert.Equal("Inspektorat", (await db.AgencyProfiles.SingleAsync()).Office);
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Pimpinan)]
    public async Task Nobody_else_reads_or_changes_it(Role role)
    {
        using var database = await TestDatabase.CreateAsync();
        var person = await database.AddUserAsync(role, await database.AddUnitAsync());

        await RefusedAsync(database, person);
    }

    [Fact]
    public async Task A_closed_account_neither_reads_nor_changes_it()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);
        await database.CloseAccountAsync(administrator);

        await RefusedAsync(database, administrator);
    }

    [Fact]
    public async Task A_logo_is_drawn_anew_and_can_be_taken_away()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);
        byte[] withNote = [.. Samples.Pixel, .. "rahasia"u8];

        Assert.Null((await Logos(database, administrator).ExecuteAsync(withNote, 0, default)).Problem);
        await using (var db = database.CreateDbContext())
        {
            var logo = (await db.AgencyProfiles.SingleAsync()).Logo;
            Assert.Equal(0x89, logo[0]);
            Assert.Equal(-1, logo.AsSpan().IndexOf("rahasia"u8));
        }

        Assert.Null((await Logos(database, administrator).ExecuteAsync([], 1, default)).Problem);
        await using var after = database.CreateDbContext();
        Assert.Empty((await after.AgencyProfiles.SingleAsync()).Logo);
    }

    [Fact]
    public async Task Whatever_is_no_small_picture_is_refused_in_words()
    {
        using var database = await TestDatabase.CreateAsync();
        var logos = Logos(database, await database.AddUserAsync(Role.Administrator));

        Assert.Equal(LetterheadProblems.LogoUnreadable, (await logos.ExecuteAsync("<svg/>"u8.ToArray(), 0, default)).Problem);
        Assert.Equal(LetterheadProblems.LogoUnreadable, (await logos.ExecuteAsync("GIF89a"u8.ToArray(), 0, default)).Problem);
        Assert.Equal(LetterheadProblems.LogoUnreadable, (await logos.ExecuteAsync(Samples.Pixel[..30], 0, default)).Problem);
        Assert.Equal(LetterheadProblems.LogoTooLarge, (await logos.ExecuteAsync(new byte[AgencyProfile.LogoMaxBytes + 1], 0, default)).Problem);
    }

    private static async Task RefusedAsync(TestDatabase database, AppUser person)
    {
        await Assert.ThrowsAsync<ForbiddenException>(() => Saver(database, person).ExecuteAsync(Texts, 0, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => Logos(database, person).ExecuteAsync(Samples.Pixel, 0, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => new LetterheadQueries(database, TestDatabase.SignIn(person)).LoadAsync(default));
        await using var db = database.CreateDbContext();
        Assert.Empty(await db.AgencyProfiles.ToListAsync());
    }

    private static SaveLetterhead Saver(TestDatabase database, AppUser person) => new(database, TestDatabase.SignIn(person), database.Clock);

    private static SaveLogo Logos(TestDatabase database, AppUser person) => new(database, TestDatabase.SignIn(person), database.Clock);
}
