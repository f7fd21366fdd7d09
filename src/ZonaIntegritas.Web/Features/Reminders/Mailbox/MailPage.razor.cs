using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders.Mailbox;

/// <summary>What was sent, waits or failed, for administrators.</summary>
public sealed partial class MailPage
{
    private const int PageSize = 25;

    private RowPage<MailRow>? _rows;
    private MailPreview? _shown;
    private WorkState? _state;
    private int _page;

    [Inject]
    public required MailQueries Queries { get; init; }

    [Inject]
    public required ResendMail ResendMail { get; init; }

    [Inject]
    public required IOptions<EmailOptions> Email { get; init; }

    private string Way => Email.Value.Host.Length > 0
        ? $"Dikirim lewat server {Email.Value.Host}."
        : "Server surel belum diatur (Email:Host), jadi surat ditulis sebagai berkas .eml di folder data dan dapat dibaca di sini.";

    protected override Task OnInitializedAsync() => ShowAsync(0);

    private Task ShowAsync(int page) => LoadAsync(async ct =>
    {
        _page = page;
        _rows = await Queries.ListAsync(_state, page, PageSize, ct);
    });

    private Task FilterAsync(ChangeEventArgs change)
    {
        _state = Enum.TryParse<WorkState>(change.Value?.ToString(), out var state) ? state : null;
        return ShowAsync(0);
    }

    private Task PreviewAsync(Guid id) => LoadAsync(async ct => _shown = await Queries.GetAsync(id, ct));

    private async Task ResendAsync(MailRow row)
    {
        await RunAsync(ct => ResendMail.ExecuteAsync(row.Id, ct), "Surat dikirim ulang.");
        await ShowAsync(_page);
    }
}
