using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders.Mailbox;

/// <summary>What waits, was sent, failed or was withdrawn, for administrators; what is asked for stands in the address.</summary>
public sealed partial class MailPage
{
    private const int PageSize = 25;

    private MailFilter _filter = new();
    private RowPage<MailRow>? _rows;
    private MailPreview? _shown;
    private IReadOnlyList<ResentMail>? _resent;
    private int _failed;
    private DateTimeOffset _now;

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Jenis { get; set; }

    [SupplyParameterFromQuery]
    public string? Saluran { get; set; }

    [SupplyParameterFromQuery]
    public string? Cari { get; set; }

    [SupplyParameterFromQuery]
    public int? Hal { get; set; }

    [Inject]
    public required MailQueries Queries { get; init; }

    [Inject]
    public required MailboxActions Actions { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    private string Way => Actions.Way;

    protected override Task OnParametersSetAsync()
    {
        _filter = MailFilter.Read(Keadaan, Jenis, Saluran, Cari);
        return ReloadAsync();
    }

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text : null;

    private Task ReloadAsync() => LoadAsync(async ct =>
    {
        _now = Actions.Now;
        _rows = await Queries.ListAsync(_filter, PageNumber, PageSize, ct);
        _failed = await Queries.CountAsync(_filter with { State = WorkState.Failed }, ct);
    });

    private void Show(MailFilter filter)
    {
        (_shown, _resent) = (null, null);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter.ToQuery()));
    }

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));

    private Task PreviewAsync(Guid id) => LoadAsync(async ct => _shown = await Queries.GetAsync(id, ct));

    private async Task ResendAsync(MailRow row)
    {
        await RunAsync(ct => Actions.Resend.ExecuteAsync(row.Id, row.Channel, ct), "Surat masuk antrean lagi.");
        await ReloadAsync();
    }

    private async Task ResendAllAsync()
    {
        await RunAsync(
            async ct =>
            {
                var result = await Actions.ResendFailed.ExecuteAsync(_filter, ct);
                _resent = result.Succeeded ? result.Value : null;
                return result.Problem is { } problem ? problem : Domain.Common.Result.Ok;
            },
            "");
        await ReloadAsync();
    }
}

/// <summary>What the mailbox does, and how messages leave this installation.</summary>
public sealed class MailboxActions(ResendMail resend, ResendFailed resendFailed, IOptions<EmailOptions> email, IOptions<WebhookOptions> webhook, TimeProvider clock)
{
    public ResendMail Resend => resend;

    public ResendFailed ResendFailed => resendFailed;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Way
    {
        get
        {
            var mail = email.Value.Host.Length > 0
                ? $"Dikirim lewat server {email.Value.Host}."
                : "Server surel belum diatur (Email:Host), jadi surat ditulis sebagai berkas .eml di folder data dan dapat dibaca di sini.";
            return webhook.Value.Enabled ? $"{mail} Setiap pesan juga dikirim ke webhook." : mail;
        }
    }
}
