using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.People;
using ZonaIntegritas.Web.Features.Reminders.Tell;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>What was done to the own account, and what to do when it was not meant to be.</summary>
public sealed class SecurityLetter(LetterPaper paper) : ILetter
{
    private const string CallForHelp = "Bila Anda tidak melakukan atau memintanya, segera hubungi administrator.";

    public bool Writes(MailDelivery delivery) => delivery.Kind == MailDelivery.Security;

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        var at = Indonesian.Moment(delivery.CreatedAt, person.Zone);
        var (subject, intro, line) = Enum.Parse<AccountEvent>(delivery.Key.Split(':')[0]) switch
        {
            AccountEvent.PasswordChanged => (
                "kata sandi akun Anda diganti", $"Kata sandi akun Anda diganti pada {at}.", new LetterLine(CallForHelp, "/kata-sandi", "Ganti kata sandi")),
            AccountEvent.PasswordReset => (
                "kata sandi akun Anda diatur ulang",
                $"Administrator mengatur ulang kata sandi akun Anda pada {at}. Kata sandi baru disampaikan langsung kepada Anda, tidak pernah lewat surel.",
                new($"Masuk dengan kata sandi itu, lalu ganti dengan milik Anda sendiri. {CallForHelp}", "/kata-sandi", "Ganti kata sandi")),
            AccountEvent.AccountOpened => (
                "akun Anda dibuka kembali", $"Administrator membuka kembali akun Anda pada {at}.", new($"Anda dapat masuk lagi dengan kata sandi yang lama. {CallForHelp}", "/masuk", "Masuk")),
            AccountEvent.RoleOrUnitChanged => (
                "peran atau unit akun Anda diubah",
                $"Administrator mengubah peran atau unit kerja akun Anda pada {at}.",
                new LetterLine($"Sekarang Anda terdaftar sebagai {await PresentAsync(db, person, ct)}. Bila ini keliru, hubungi administrator.", "/", "Buka aplikasi")),
            _ => throw new InvalidOperationException($"Unknown account event '{delivery.Key}'."),
        };
        return new(paper.Write(person.Name, new(
            $"Zona Integritas: {subject}", intro, [line], "Surat keamanan akun dikirim seketika dan tidak dapat dimatikan.")));
    }

    private static async Task<string> PresentAsync(AppDbContext db, Recipient person, CancellationToken ct)
    {
        var unitId = person.Actor?.UnitId;
        var unit = await db.WorkUnits.Where(unit => unit.Id == unitId).Select(unit => unit.ShortName).SingleOrDefaultAsync(ct);
        var role = person.Actor is { } actor ? PeopleWords.Say(actor.Role) : "orang tanpa peran";
        return unit is null ? role : $"{role} di {unit}";
    }
}
