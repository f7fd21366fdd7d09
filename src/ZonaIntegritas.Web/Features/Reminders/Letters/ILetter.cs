using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>What is to be said of a delivery at the moment of sending.</summary>
/// <param name="Content">Null when the words that are stored still hold.</param>
/// <param name="For">For whom they were chosen; only digests look at it again.</param>
/// <param name="Withdrawal">Why nothing is to be said any more; empty otherwise.</param>
public sealed record Written(MailContent? Content, string For = "", string Withdrawal = "")
{
    public static Written AsStored { get; } = new(Content: null);

    public static Written Nothing(string reason) => new(null, "", reason);
}

/// <summary>One kind of message: looks at what is the case now and puts it into words. One class per kind.</summary>
public interface ILetter
{
    /// <summary>Whether this delivery is one of this letter's kind.</summary>
    bool Writes(MailDelivery delivery);

    Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct);
}

/// <summary>Finds the letter for a delivery; a kind without one goes out in the words it was stored with.</summary>
public sealed class LetterDesk(IEnumerable<ILetter> letters)
{
    private readonly IReadOnlyList<ILetter> _letters = [.. letters];

    public Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct) =>
        _letters.FirstOrDefault(letter => letter.Writes(delivery)) is { } letter
            ? letter.WriteAsync(db, delivery, person, ct)
            : Task.FromResult(Written.AsStored);
}
