using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Without a mail server: one .eml file per delivery, under the delivery's id, so that a repeat is the same file.</summary>
public sealed class FolderTransport(MailMessages messages, IOptions<StorageOptions> storage) : IMailTransport
{
    public async Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = messages.Build(mail);
        var folder = Directory.CreateDirectory(storage.Value.MailFolder).FullName;
        var file = Path.Combine(folder, $"{mail.Id}.eml");
        var unfinished = file + ".tmp";
        await message.WriteToAsync(unfinished, ct);
        File.Move(unfinished, file, overwrite: true);
        return null;
    }
}
