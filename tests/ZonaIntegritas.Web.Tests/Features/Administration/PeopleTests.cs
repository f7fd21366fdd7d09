using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Administration.People;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

public sealed class PeopleTests
{
    [Fact]
    public async Task A_person_is_added_and_the_made_password_works_once_shown()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync();

        var added = (await AddAsync(bench, " made@contoh.test ", AdministrationBench.Person(Role.Koordinator, unit.Id))).Value;

        Assert.True(await bench.PasswordIsAsync(added.Id, added.Password));
        var row = Assert.Single((await bench.As<PeopleQueries>().PageAsync("made@", null, 1, default)).Rows);
        Assert.Equal((added.Id, "made@contoh.test", true, AdministrationBench.Person(Role.Koordinator, unit.Id), "DPMPTSP"),
            (row.Id, row.Email, row.IsActive, row.Details, row.UnitShortName));
    }

    [Fact]
    public async Task The_administrator_may_choose_the_first_password()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var added = (await AddAsync(bench, "made@contoh.test", AdministrationBench.Person(), "PilihanSaya77")).Value;
        Assert.True(await bench.PasswordIsAsync(added.Id, "PilihanSaya77"));
    }

    [Fact]
    public async Task A_weak_password_and_a_used_address_are_refused_and_nothing_is_kept()
    {
        using var bench = await AdministrationBench.CreateAsync();

        Assert.Equal("account.PasswordTooShort", (await AddAsync(bench, "made@contoh.test", AdministrationBench.Person(), "pendek")).Problem?.Code);
        var again = await AddAsync(bench, bench.Administrator.Email!.ToUpperInvariant(), AdministrationBench.Person());
        Assert.StartsWith("account.Duplicate", again.Problem?.Code, StringComparison.Ordinal);
        Assert.Equal("Alamat surel ini sudah dipakai.", again.Problem?.Message);
        Assert.Equal(1, await bench.QueryAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_coordinator_needs_a_unit_and_an_administrator_has_none()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync();

        Assert.Equal("person.unit-missing", (await AddAsync(bench, "a@b.test", AdministrationBench.Person(Role.Koordinator))).Problem?.Code);
        Assert.Equal(
            "person.unit-not-for-role", (await AddAsync(bench, "a@b.test", AdministrationBench.Person(Role.Administrator, unit.Id))).Problem?.Code);
        Assert.Equal(
            "person.unknown-unit", (await AddAsync(bench, "a@b.test", AdministrationBench.Person(Role.Evaluator, Guid.CreateVersion7()))).Problem?.Code);
    }

    [Fact]
    public async Task A_change_of_role_ends_the_sign_in_and_the_evaluators_assignments()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync();
        var person = await bench.Database.AddUserAsync(Role.Evaluator, null, "Putu", unit);

        Assert.Null((await bench.As<ChangePerson>().ExecuteAsync(person.Id, AdministrationBench.Person(Role.Koordinator, unit.Id), default)).Problem);

        Assert.NotEqual(person.SecurityStamp, (await bench.ReadAsync(person.Id)).SecurityStamp);
        Assert.Equal(0, await bench.QueryAsync(db => db.ReviewAssignments.CountAsync(a => a.EndedAt == null)));
        var row = Assert.Single((await bench.As<PeopleQueries>().PageAsync(null, Role.Koordinator, 1, default)).Rows);
        Assert.Equal(AdministrationBench.Person(Role.Koordinator, unit.Id), row.Details);
    }

    [Fact]
    public async Task A_change_of_name_alone_leaves_the_person_at_work()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var person = await bench.Database.AddUserAsync(Role.Pimpinan);

        Assert.Null((await bench.As<ChangePerson>().ExecuteAsync(person.Id, AdministrationBench.Person(name: "Nama Baru"), default)).Problem);

        var changed = await bench.ReadAsync(person.Id);
        Assert.Equal(("Nama Baru", person.SecurityStamp), (changed.FullName, changed.SecurityStamp));
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var closed = await bench.Database.AddUserAsync(Role.Administrator, name: "Sudah ditutup");
        await bench.Database.CloseAccountAsync(closed);

        Assert.Equal(
            "account.last-administrator",
            (await bench.As<ChangePerson>().ExecuteAsync(bench.Administrator.Id, AdministrationBench.Person(), default)).Problem?.Code);
        Assert.Equal("account.last-administrator", (await bench.As<CloseAccount>().ExecuteAsync(bench.Administrator.Id, default)).Problem?.Code);
        Assert.True((await bench.ReadAsync(bench.Administrator.Id)).IsActive);
    }

    [Fact]
    public async Task Nobody_closes_the_own_account()
    {
        using var bench = await AdministrationBench.CreateAsync();
        await bench.Database.AddUserAsync(Role.Administrator, name: "Wayan");

        Assert.Equal("account.not-yourself", (await bench.As<CloseAccount>().ExecuteAsync(bench.Administrator.Id, default)).Problem?.Code);
        Assert.True((await bench.ReadAsync(bench.Administrator.Id)).IsActive);
    }

    [Fact]
    public async Task A_reopened_account_needs_a_new_sign_in()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var person = await bench.Database.AddUserAsync(Role.Administrator, name: "Wayan");
        await bench.As<CloseAccount>().ExecuteAsync(person.Id, default);
        await bench.As<OpenAccount>().ExecuteAsync(person.Id, default);

        await Assert.ThrowsAsync<Web.Identity.ForbiddenException>(() => bench.As<PeopleQueries>(person).PageAsync(null, null, 1, default));
        Assert.NotEmpty((await bench.As<PeopleQueries>(await bench.ReadAsync(person.Id)).PageAsync(null, null, 1, default)).Rows);
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one_unlocks_and_ends_the_sign_in()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var added = (await AddAsync(bench, "made@contoh.test", AdministrationBench.Person())).Value;
        var before = await bench.ReadAsync(added.Id);
        await bench.QueryAsync(db => db.Users.Where(u => u.Id == added.Id).ExecuteUpdateAsync(set => set
            .SetProperty(u => u.LockoutEnd, bench.Database.Clock.GetUtcNow().AddHours(1)).SetProperty(u => u.AccessFailedCount, 4)));

        var password = (await bench.As<ResetPassword>().ExecuteAsync(added.Id, default)).Value;

        Assert.True(await bench.PasswordIsAsync(added.Id, password));
        Assert.False(await bench.PasswordIsAsync(added.Id, added.Password));
        var after = await bench.ReadAsync(added.Id);
        Assert.Equal((null, 0), (after.LockoutEnd, after.AccessFailedCount));
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
    }

    [Fact]
    public async Task An_evaluator_is_not_moved_into_a_unit_that_is_judged()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var judged = await bench.Database.AddUnitAsync("BKD");
        var evaluator = await bench.Database.AddUserAsync(Role.Evaluator, null, "Putu", judged);

        var moved = await bench.As<ChangePerson>().ExecuteAsync(evaluator.Id, AdministrationBench.Person(Role.Evaluator, judged.Id), default);

        Assert.Equal("assignment.own-unit", moved.Problem?.Code);
    }

    private static Task<Domain.Common.Result<AddedPerson>> AddAsync(
        AdministrationBench bench, string email, PersonDetails details, string? password = null) =>
        bench.As<AddPerson>().ExecuteAsync(new(email, details, password), default);
}
