using Microsoft.JSInterop;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>The browser's half of a sheet: single keys outside of fields, and notes kept until they are saved.</summary>
public sealed class SheetKeys : IAsyncDisposable
{
    private readonly DotNetObjectReference<SheetKeys> _self;
    private readonly Func<string, Task> _onKey;
    private IJSObjectReference? _module;

    private SheetKeys(Func<string, Task> onKey)
    {
        _onKey = onKey;
        _self = DotNetObjectReference.Create(this);
    }

    public static async Task<SheetKeys> AttachAsync(IJSRuntime js, Func<string, Task> onKey, CancellationToken ct)
    {
        var keys = new SheetKeys(onKey);
        keys._module = await js.InvokeAsync<IJSObjectReference>("import", ct, "./js/sheet.js");
        await keys._module.InvokeVoidAsync("attach", ct, keys._self);
        return keys;
    }

    [JSInvokable]
    public Task OnKey(string key) => _onKey(key);

    /// <param name="key">Question and the version its text was typed over; another version is not brought back.</param>
    public async Task<string?> RecallAsync(string key) =>
        _module is null ? null : await _module.InvokeAsync<string?>("recall", key);

    public Task ForgetAsync(string question) => TellAsync("forget", question);

    /// <summary>Scrolls the list of questions to the chosen one.</summary>
    public Task RevealAsync() => TellAsync("reveal");

    private async Task TellAsync(string function, params object?[] arguments)
    {
        try
        {
            await (_module?.InvokeVoidAsync(function, arguments) ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and with it what it kept.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("detach");
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone already.
        }

        _self.Dispose();
    }
}
