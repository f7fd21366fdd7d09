using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Administration.People;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Tests.Features.Administration;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>What an administrator does to an account is told to its owner, also at night.</summary>
public sealed class AccountMailTests
{
    [Fact]
    public async Task A_reset_is_told_at_night_without_the_password()
    {
        using var administration = await AdministrationBench.CreateAsync();
        var person = await administration.Database.AddUserAsync(Role.Evaluator);
        // 23:00 WIB.
        administration.Database.Clock.Advance(TimeSpan.FromHours(16));
        var password = (await administration.As<ResetPassword>().ExecuteAsync(person.Id, default)).Value;

        var row = await SendAsync(administration);

        Assert.Equal((person.Id, MailDelivery.Security, WorkState.Done), (row.RecipientId, row.Kind, row.State));
        Assert.Contains("Administrator mengatur ulang kata sandi akun Anda pada 10 Oktober 2026 23.00 WIB.", row.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(password, row.Text + row.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_role_or_unit_is_told_as_it_is_now_and_another_name_is_not()
    {
        using var administration = await AdministrationBench.CreateAsync();
        var unit = await administration.Database.AddUnitAsync();
        var person = await administration.Database.AddUserAsync(Role.Pimpinan);
        Assert.Null((await administration.As<ChangePerson>().ExecuteAsync(person.Id, AdministrationBench.Person(name: "Nama Baru"), default)).Problem);
        Assert.Equal(0, await administration.QueryAsync(db => db.MailDeliveries.CountAsync()));

        Assert.Null((await administration.As<ChangePerson>().ExecuteAsync(person.Id, AdministrationBench.Person(Role.Koordinator, unit.Id), default)).Problem);
        var row = await SendAsync(administration);

        Assert.Contains("Sekarang Anda terdaftar sebagai Koordinator di DPMPTSP.", row.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opened_account_is_told_and_a_closed_one_hears_nothing_more()
    {
        using var administration = await AdministrationBench.CreateAsync();
        var person = await administration.Database.AddUserAsync(Role.Evaluator);
        Assert.Null((await administration.As<CloseAccount>().ExecuteAsync(person.Id, default)).Problem);
        Assert.Equal(0, await administration.QueryAsync(db => db.MailDeliveries.CountAsync()));
        Assert.Null((await administration.As<OpenAccount>().ExecuteAsync(person.Id, default)).Problem);
        Assert.Null((await administration.As<CloseAccount>().ExecuteAsync(person.Id, default)).Problem);

        var row = await SendAsync(administration);

        Assert.Equal((WorkState.Withdrawn, "Akun penerima sudah ditutup."), (row.State, row.Error));
    }

    [Fact]
    public async Task A_refused_change_tells_nobody()
    {
        using var administration = await AdministrationBench.CreateAsync();
        var person = await administration.Database.AddUserAsync(Role.Evaluator);

        Assert.NotNull((await administration.As<ChangePerson>().ExecuteAsync(person.Id, AdministrationBench.Person(Role.Koordinator), default)).Problem);
        Assert.NotNull((await administration.As<ResetPassword>().ExecuteAsync(Guid.CreateVersion7(), default)).Problem);

        Assert.Equal(0, await administration.QueryAsync(db => db.MailDeliveries.CountAsync()));
    }

    private static async Task<MailDelivery> SendAsync(AdministrationBench administration)
    {
        using MailBench bench = new(administration.Database);
        await bench.ResumeAndWorkAsync();
        return Assert.Single(await bench.RowsAsync());
    }
}
