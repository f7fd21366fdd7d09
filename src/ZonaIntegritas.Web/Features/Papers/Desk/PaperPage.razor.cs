using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Papers.Desk;

/// <summary>One paper: what is typed for it, how it looks, and the versions that are out. A refusal leaves everything typed where it is.</summary>
public sealed partial class PaperPage
{
    private const int MostVersions = 20;

    private readonly Dictionary<string, string> _values = [];
    private OpenPaper? _paper;
    private PaperDocument? _preview;
    private IReadOnlyList<ReportRow> _versions = [];
    private IReadOnlyList<FieldFault> _faults = [];
    private Problem? _problem;
    private Guid? _made;
    private (string Kind, Guid Id) _shown;

    [Parameter]
    public string Kind { get; set; } = "";

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required PaperQueries Queries { get; init; }

    [Inject]
    public required ReportQueries Reports { get; init; }

    [Inject]
    public required PublishPaper Publish { get; init; }

    private PaperKind? Paper => PaperPlaces.Find(Kind);

    private IReadOnlyList<PaperField> Fields => Paper is { } kind ? PaperForms.Of(kind) : [];

    private string Title => Paper is not { } kind ? "Naskah" : _paper?.Unit is { } unit ? $"{PaperWords.Say(kind)} {unit.ShortName}" : PaperWords.Say(kind);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Kind, Id))
        {
            return;
        }

        _shown = (Kind, Id);
        (_paper, _preview, _versions, _faults, _problem, _made) = (null, null, [], [], null, null);
        _values.Clear();
        await LoadAsync(async ct =>
        {
            var kind = Paper ?? throw new ForbiddenException(Authorizer.NotAllowed);
            var paper = await Queries.LoadAsync(kind, Id, ct);
            foreach (var (key, value) in (await Queries.DefaultsAsync(ct)).Where(each => Fields.Any(field => field.Key == each.Key)))
            {
                _values[key] = value;
            }

            await VersionsAsync(paper, ct);
            _preview = await Queries.PreviewAsync(kind, Id, new(_values), ct);
            _paper = paper;
        });
    }

    private Task LookAsync() => LoadAsync(async ct => _preview = await Queries.PreviewAsync(Paper!.Value, Id, new(_values), ct));

    private async Task PublishAsync()
    {
        (_problem, _faults, _made) = (null, [], null);
        await RunAsync(
            async ct =>
            {
                var published = await Publish.ExecuteAsync(Paper!.Value, Id, new(_values), ct);
                (_made, _problem, _faults) = (published.PaperId, published.Problem, published.Faults);
                return Result.Ok;
            },
            done: "");
        if (_made is not null)
        {
            await LookAsync();
            await LoadAsync(ct => VersionsAsync(_paper!, ct));
        }
    }

    private async Task VersionsAsync(OpenPaper paper, CancellationToken ct)
    {
        var subject = paper.Subject;
        var found = await Reports.ListAsync(new(subject.Kind, paper.Year, AssessmentId: subject.AssessmentId, Size: MostVersions), ct);
        _versions = [.. found.Rows.OrderByDescending(row => row.Day).ThenByDescending(row => row.Version)];
    }
}
