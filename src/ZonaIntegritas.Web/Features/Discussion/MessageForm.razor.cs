using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Features.Assessments.Sheet;

namespace ZonaIntegritas.Web.Features.Discussion;

public sealed partial class MessageForm
{
    private const int MaxSuggested = 8;
    private const int MaxNameTyped = 40;

    private readonly Dictionary<Guid, string> _named = [];
    private string _text = "";
    private string? _recalledFor;
    private bool _tpiOnly;
    private ElementReference _field;

    [Inject]
    public required ThreadActions Actions { get; init; }

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ThreadPerson> People { get; set; }

    [Parameter]
    public bool CanWriteToTpi { get; set; }

    [Parameter]
    public SheetKeys? Keys { get; set; }

    /// <summary>The settled message that is opened again by this one.</summary>
    [Parameter]
    public MessageState? Reopens { get; set; }

    [Parameter]
    public EventCallback OnCancelReopen { get; set; }

    [Parameter]
    public EventCallback OnSent { get; set; }

    private Audience Audience => Reopens?.Audience ?? (_tpiOnly ? Audience.TpiOnly : Audience.Everybody);

    private string DraftName => $"{AssessmentId:N}/pesan/{Code}";

    // Each audience keeps its own: what was meant for TPI only never comes back as a message to everybody.
    private string DraftKey => DraftKeyOf(_tpiOnly);

    /// <summary>What stands after the last "@" at the end of the text; null when nobody is being named.</summary>
    private string? Naming
    {
        get
        {
            var at = _text.LastIndexOf('@');
            var begins = at == 0 || (at > 0 && char.IsWhiteSpace(_text[at - 1]));
            var typed = begins ? _text[(at + 1)..] : null;
            return typed is { Length: <= MaxNameTyped } && !typed.Contains('\n') && !_named.Values.Any(name => typed.StartsWith(name, StringComparison.Ordinal)) ? typed : null;
        }
    }

    private List<ThreadPerson> Suggested => Naming is not { } typed ? []
        : [.. People.Where(person => person.MayRead(Audience) && person.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(MaxSuggested)];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Keys is null || _recalledFor == DraftName)
        {
            return;
        }

        _recalledFor = DraftName;
        var forTpi = CanWriteToTpi ? await Keys.RecallAsync(DraftKeyOf(true)) : null;
        var isForTpi = !string.IsNullOrEmpty(forTpi);
        if ((isForTpi ? forTpi : await Keys.RecallAsync(DraftKeyOf(false))) is { Length: > 0 } typed)
        {
            (_text, _tpiOnly) = (typed, isForTpi);
            StateHasChanged();
        }
    }

    private string DraftKeyOf(bool tpiOnly) => DraftName + (tpiOnly ? "@tpi" : "@semua");

    private Task ChooseAudienceAsync(bool tpiOnly)
    {
        _tpiOnly = tpiOnly;
        return Keys?.ForgetAsync(DraftName) ?? Task.CompletedTask;
    }

    private void Typed(string? text) => _text = text ?? "";

    private async Task BeginNamingAsync()
    {
        if (Naming is null)
        {
            _text += _text.Length == 0 || char.IsWhiteSpace(_text[^1]) ? "@" : " @";
        }

        await _field.FocusAsync();
    }

    private async Task NameAsync(ThreadPerson person)
    {
        _named[person.Id] = person.Name;
        _text = $"{_text[..(_text.LastIndexOf('@') + 1)]}{person.Name} ";
        await _field.FocusAsync();
    }

    private async Task SendAsync()
    {
        var (text, name) = (_text, DraftName);
        // A name that was taken out of the text again is not mentioned.
        var mentions = _named.Where(named => text.Contains($"@{named.Value}", StringComparison.Ordinal)).Select(named => named.Key).ToList();
        var command = new WriteMessageCommand(AssessmentId, Code, text, Audience, mentions, Reopens?.Id);
        if (await RunAsync(async ct => (await Actions.Write.ExecuteAsync(command, ct)).Problem is { } problem ? problem : Result.Ok, ""))
        {
            _text = "";
            _named.Clear();
            await (Keys?.ForgetAsync(name) ?? Task.CompletedTask);
            await OnSent.InvokeAsync();
        }
    }
}
