using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Papers;
using ZonaIntegritas.Web.Features.Papers.Lhe;
using ZonaIntegritas.Web.Features.Papers.Minutes;
using ZonaIntegritas.Web.Features.Papers.ProposalLetter;
using ZonaIntegritas.Web.Features.Papers.Recap;
using ZonaIntegritas.Web.Features.Papers.Sptjm;
using ZonaIntegritas.Web.Features.Papers.UnmetConditions;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Papers;

/// <summary>Papers over a <see cref="TestDatabase"/>, composed as the app composes them.</summary>
internal sealed class PaperBench(TestDatabase database)
{
    public static PaperOffices Offices { get; } = new(Options.Create(new AgencyOptions()));

    private readonly ReportBench _reports = new(database);

    /// <summary>Every kind of writer, as the app registers them.</summary>
    public IReadOnlyList<PaperWriter> Writers { get; } = WritersOf(database);

    public PaperWriter Writer(PaperKind kind) => Writers.Single(writer => writer.Kind == kind);

    /// <summary>Issues papers as this person; what is made lies in the database's own folder.</summary>
    public PublishPaper Publish(AppUser user) => Publish(TestDatabase.SignIn(user));

    public PublishPaper Publish(Authorizer who)
    {
        var make = new MakeReport(
            new WorkRunner(database, database.Clock, NullLogger<WorkRunner>.Instance), Writers, _reports.Store, _reports.Dispatcher, database.Clock);
        return new(database, who, new(database, who, make, _reports.Dispatcher, database.Clock), database.Clock);
    }

    public PaperQueries Queries(AppUser user) => Queries(TestDatabase.SignIn(user));

    public PaperQueries Queries(Authorizer who) => new(database, who, Writers, Offices, database.Clock);

    public async Task<List<ReportRequest>> PapersAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.ReportRequests.AsNoTracking().OrderBy(row => row.RequestedAt).ThenBy(row => row.Version).ToListAsync();
    }

    public Stream OpenFile(string sha256) => _reports.Store.Files.Open(sha256);

    private static PaperWriter[] WritersOf(TestDatabase database)
    {
        var renderer = new SkiaPdfRenderer();
        return
        [
            new LheMaker(new(database.Instruments), Offices, renderer),
            new RecapMaker(new(database.Instruments), Offices, renderer),
            new UnmetMaker(new(database.Sheets, new(database.Sheets, database.Instruments)), Offices, renderer),
            new ProposalLetterMaker(Offices, renderer),
            new SptjmMaker(Offices, renderer),
            new MinutesMaker(database.Sheets, Offices, renderer),
        ];
    }

    public Task<PaperDocument> ComposeAsync(PaperKind kind, Guid? assessmentId = null, Guid? periodId = null, PaperInput? input = null, Layer layer = Layer.Tpi, bool preview = true) =>
        ComposeAsync(Writer(kind), assessmentId, periodId, input, layer, preview);

    public static PaperInput Typed(params (string Key, string Text)[] values) => new(values.ToDictionary(value => value.Key, value => value.Text));

    public async Task<PaperDocument> ComposeAsync(PaperWriter writer, Guid? assessmentId = null, Guid? periodId = null, PaperInput? input = null, Layer layer = Layer.Tpi, bool preview = true)
    {
        await using var db = database.CreateDbContext();
        var stamp = PaperStamp.Preview(
            await Offices.GetAsync(db, default), new(writer.Kind, assessmentId, periodId, layer), input ?? PaperInput.Empty, database.Clock.GetUtcNow());
        return await writer.ComposeAsync(db, preview ? stamp : stamp with { Mark = "v1", Seal = new("http://localhost/verifikasi/1") }, default);
    }

    /// <summary>All tables of a paper whose first column heads are these.</summary>
    public static IEnumerable<Table> TablesOf(PaperDocument paper, string head) => paper.Blocks.OfType<Table>().Where(table => table.Columns[0].Header == head);

    /// <summary>Every text of a paper, block by block, as a reader meets it.</summary>
    public static IEnumerable<string> TextsOf(PaperDocument paper) => [paper.Title, paper.Subtitle, .. paper.Blocks.SelectMany(TextsOf)];

    private static IEnumerable<string> TextsOf(PaperBlock block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        PointList list => list.Points,
        KeyValues keys => keys.Rows.SelectMany(row => (string[])[row.Label, row.Value]),
        HeatMap map => [map.RowHeader, .. map.Columns, .. map.Rows.SelectMany(row => row.Cells.Select(cell => cell.Text).Prepend(row.Label))],
        Table table => [.. table.Columns.Select(column => column.Header), .. table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)],
        Signatures signatures => signatures.Columns.SelectMany(column => (string[])[column.PlaceDate, column.Role, column.Name, column.Nip]),
        KeepTogether together => together.Blocks.SelectMany(TextsOf),
        _ => [],
    };
}
