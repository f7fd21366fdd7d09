using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>The mail use cases over a <see cref="TestDatabase"/>, as one process has them; a second bench is a second process.</summary>
internal sealed class MailBench
{
    private readonly TestDatabase _database;

    public MailBench(TestDatabase database, EmailOptions? email = null, IMailTransport? transport = null)
    {
        _database = database;
        var agency = Options.Create(new AgencyOptions { PublicUrl = "https://zi.contoh.test/" });
        Messages = new(Options.Create(email ?? new()), agency);
        var runner = new WorkRunner(database, database.Clock, NullLogger<WorkRunner>.Instance);
        Plan = new(
            database, new DigestSource(database.Instruments, database.Clock), new DigestLetter(agency), Dispatcher, NullLogger<PlanDigests>.Instance);
        Deliver = new(runner, transport ?? (email is null ? Folder : new SmtpTransport(Messages, Options.Create(email))), Dispatcher, database.Clock);
        Resume = new(database, Dispatcher, database.Clock, NullLogger<ResumeUnfinishedWork>.Instance);
    }

    public RecordingDispatcher Dispatcher { get; } = new();

    public MailMessages Messages { get; }

    public FolderTransport Folder => new(Messages, _database.Storage);

    public PlanDigests Plan { get; }

    public DeliverMail Deliver { get; }

    public ResumeUnfinishedWork Resume { get; }

    /// <summary>Works off what was dispatched, without waiting for delays.</summary>
    public async Task WorkAsync()
    {
        while (Dispatcher.Mails.TryDequeue(out var mail))
        {
            await Deliver.ExecuteAsync(mail.Id, default);
        }
    }

    public async Task<List<MailDelivery>> RowsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.MailDeliveries.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync();
    }

    public string[] Files() => Directory.Exists(_database.Storage.Value.MailFolder)
        ? [.. Directory.GetFiles(_database.Storage.Value.MailFolder).Order()]
        : [];
}
