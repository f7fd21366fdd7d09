using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Letters;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Puts a digest into words.</summary>
public sealed class DigestLetter(LetterPaper paper)
{
    private const string WhyThisMail = "Surat ini dikirim otomatis, paling banyak sekali sehari, dan hanya bila ada yang menunggu Anda.";

    public MailContent Compose(Digest digest, DateOnly day) => paper.Write(digest.Name, new(
        $"Zona Integritas: {digest.Lines.Count} hal menunggu Anda, {Indonesian.Date(day)}",
        $"Berikut hal yang menunggu Anda dalam pembangunan Zona Integritas per {Indonesian.Date(day)}:",
        [.. digest.Lines.Select(line => new LetterLine(line.Text, line.Link))],
        WhyThisMail));
}
