using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>A delivery beside the person it goes to.</summary>
internal sealed class AddressedMail
{
    public required MailDelivery Mail { get; init; }

    public required AppUser User { get; init; }
}

/// <summary>Which messages are asked for; everything may be left out.</summary>
/// <param name="Text">In the recipient's name or address, or in the subject.</param>
public sealed record MailFilter(WorkState? State = null, string? Kind = null, DeliveryChannel? Channel = null, string? Text = null)
{
    public bool IsEmpty => this == new MailFilter();

    /// <summary>The filter as an address says it; what cannot be read is left out.</summary>
    public static MailFilter Read(string? state, string? kind, string? channel, string? text) => new(
        Enum.TryParse<WorkState>(state, out var work) && Enum.IsDefined(work) ? work : null,
        MailDelivery.Kinds.Contains(kind) ? kind : null,
        Enum.TryParse<DeliveryChannel>(channel, out var way) && Enum.IsDefined(way) ? way : null,
        string.IsNullOrWhiteSpace(text) ? null : text.Trim());

    /// <summary>What an address needs to say the same.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["keadaan"] = State?.ToString(),
        ["jenis"] = Kind,
        ["saluran"] = Channel?.ToString(),
        ["cari"] = Text,
        ["hal"] = null,
    };

    internal static IQueryable<AddressedMail> Apply(AppDbContext db, MailFilter filter)
    {
        var pattern = filter.Text is null ? null : SearchText.Containing(filter.Text);
        return
            from mail in db.MailDeliveries
            where (filter.State == null || mail.State == filter.State) && (filter.Kind == null || mail.Kind == filter.Kind)
                && (filter.Channel == null || mail.Channel == filter.Channel)
            join user in db.Users on mail.RecipientId equals user.Id
            where pattern == null || EF.Functions.Like(user.FullName, pattern, SearchText.Escape)
                || EF.Functions.Like(user.Email!, pattern, SearchText.Escape) || EF.Functions.Like(mail.Subject, pattern, SearchText.Escape)
            select new AddressedMail { Mail = mail, User = user };
    }
}
