using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Notices;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>What was done to a person's own account: told at once, at night too, to the address of the account, which never changes.</summary>
internal static class TellPerson
{
    public static async Task OfAccountAsync(AppDbContext db, Guid personId, AccountEvent what, DateTimeOffset now, CancellationToken ct)
    {
        var zone = await db.Users.Where(user => user.Id == personId)
            .Select(user => db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => (IndonesianZone?)unit.Zone).FirstOrDefault())
            .SingleAsync(ct) ?? IndonesianZone.WIB;
        var id = Guid.CreateVersion7(now);
        await db.RaiseAsync(personId, [new(ReminderKind.Security, $"{Say(what)} ({Indonesian.Moment(now, zone)}).", "/kata-sandi")], now, ct);
        db.Add(new MailDelivery(id, personId, MailDelivery.Security, zone.Today(now), $"{what}:{id:N}", now));
    }

    private static string Say(AccountEvent what) => what switch
    {
        AccountEvent.PasswordChanged => "Kata sandi akun Anda diganti",
        AccountEvent.PasswordReset => "Kata sandi akun Anda diatur ulang",
        AccountEvent.AccountOpened => "Akun Anda dibuka kembali",
        AccountEvent.RoleOrUnitChanged => "Peran atau unit akun Anda diubah",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
