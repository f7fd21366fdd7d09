using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Letters;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Schedule;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

/// <summary>The report use cases over a <see cref="TestDatabase"/>, as one process has them.</summary>
internal sealed class ReportBench
{
    private readonly TestDatabase _database;

    public ReportBench(TestDatabase database, IPaperMaker? maker = null)
    {
        _database = database;
        Store = new(database.Storage);
        Request = new(database, Dispatcher, Options.Create(new JobOptions()), database.Clock, NullLogger<RequestScheduledReports>.Instance);
        Make = new(
            new WorkRunner(database, database.Clock, NullLogger<WorkRunner>.Instance), [maker ?? new SmallMaker(), new SmallMaker(PaperKind.Recap)], Store, Dispatcher, database.Clock);
    }

    public RecordingDispatcher Dispatcher { get; } = new();

    public ReportStore Store { get; }

    public RequestScheduledReports Request { get; }

    public MakeReport Make { get; }

    public IssuePaper Issue(AppUser user) => new(_database, TestDatabase.SignIn(user), Make, Dispatcher, _database.Clock);

    public AskAgain AskAgain(AppUser user) => new(_database, TestDatabase.SignIn(user), Dispatcher);

    /// <summary>The units' reports of the schedule's latest day; the recap behind them is left alone.</summary>
    public async Task RequestAsync()
    {
        await Request.ExecuteAsync(default);
        await using var db = _database.CreateDbContext();
        var recap = await db.ReportRequests.Where(row => row.Kind == PaperKind.Recap).Select(row => row.Id).SingleAsync();
        var others = Dispatcher.Reports.Where(report => report.Id != recap).ToList();
        Dispatcher.Reports.Clear();
        others.ForEach(Dispatcher.Reports.Enqueue);
    }

    public PlanReportMails Mails() => new(
        _database.With(new DeliveryInterceptor(Dispatcher, Options.Create(new WebhookOptions()), _database.Clock)),
        new(new LetterPaper(Options.Create(new AgencyOptions()))),
        _database.Clock);

    public ReportQueries Queries(AppUser user) => new(_database, TestDatabase.SignIn(user));

    public async Task WorkAsync()
    {
        while (Dispatcher.Reports.TryDequeue(out var report))
        {
            await Make.ExecuteAsync(report.Id, default);
        }
    }

    public async Task<List<ReportRequest>> RowsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.ReportRequests.AsNoTracking().Where(row => row.Kind == PaperKind.Progress).OrderBy(row => row.Day).ThenBy(row => row.Layer).ToListAsync();
    }
}

/// <summary>Writes a few bytes that name the sheet, and counts.</summary>
internal sealed class SmallMaker(PaperKind kind = PaperKind.Progress) : IPaperMaker
{
    private int _made;

    public int Made => _made;

    public PaperKind Kind => kind;

    public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
    {
        Interlocked.Increment(ref _made);
        await Task.Delay(20, ct);
        await output.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"%PDF-1.7 {request.AssessmentId} {request.Layer}"), ct);
        return new("KZI/1", "Laporan");
    }
}
