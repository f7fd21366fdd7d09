using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Letters;
using ZonaIntegritas.Web.Features.Reminders.Webhook;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>The mail use cases over a <see cref="TestDatabase"/>, as one process has them; a second bench is a second process.</summary>
internal sealed class MailBench : IDisposable
{
    private readonly TestDatabase _database;
    private readonly DigestWriter _writer;
    private readonly WebhookTransport _webhook;

    public MailBench(
        TestDatabase database, EmailOptions? email = null, IMailTransport? transport = null, WebhookOptions? webhook = null, ProbeWays? ways = null, WorkCalendar? calendar = null)
    {
        _database = database;
        var agency = Options.Create(new AgencyOptions { PublicUrl = "https://zi.contoh.test/" });
        var hook = Options.Create(webhook ?? new());
        Messages = new(Options.Create(email ?? new()), agency);
        Paper = new(agency);
        Process = database.With(new DeliveryInterceptor(Dispatcher, hook, database.Clock));
        var runner = new WorkRunner(Process, database.Clock, NullLogger<WorkRunner>.Instance);
        _writer = new(new DigestSource(database.Instruments, database.Clock), new DigestLetter(Paper), calendar ?? WorkCalendar.WeekendsOnly, database.Clock);
        _webhook = new(ways ?? ProbeWays.Outside, hook, database.Clock);
        Plan = new(Process, _writer, database.Clock, NullLogger<PlanDigests>.Instance);
        Transports transports = new(transport ?? (email is null ? Folder : new SmtpTransport(Messages, Options.Create(email))), _webhook, hook);
        Deliver = new(runner, new LetterDesk(Letters()), transports, Dispatcher, database.Clock);
        Resume = new(Process, Dispatcher, database.Clock, NullLogger<ResumeUnfinishedWork>.Instance);
    }

    /// <summary>For use cases whose messages shall wake this process.</summary>
    public IDbContextFactory<AppDbContext> Process { get; }

    public RecordingDispatcher Dispatcher { get; } = new();

    public MailMessages Messages { get; }

    public LetterPaper Paper { get; }

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

    /// <summary>What is written by use cases that know nothing of this process is found and worked off.</summary>
    public async Task ResumeAndWorkAsync()
    {
        await Resume.ExecuteAsync(default);
        await WorkAsync();
    }

    public async Task<List<MailDelivery>> RowsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.MailDeliveries.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync();
    }

    public string[] Files() => Directory.Exists(_database.Storage.Value.MailFolder)
        ? [.. Directory.GetFiles(_database.Storage.Value.MailFolder).Order()]
        : [];

    public void Dispose()
    {
        _writer.Dispose();
        _webhook.Dispose();
    }

    private IEnumerable<ILetter> Letters() =>
    [
        _writer, new ReturnedLetter(Paper, _database.Clock), new TurnLetter(Paper, _database.Instruments, _database.Clock),
        new AssignedLetter(Paper), new LheLetter(Paper, _database.Clock), new SecurityLetter(Paper), new ReportsLetter(),
    ];
}
