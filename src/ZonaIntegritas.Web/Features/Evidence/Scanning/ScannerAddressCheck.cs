using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <summary>Refuses to start with an address that cannot be one: files would wait for ever.</summary>
public sealed class ScannerAddressCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        options.ScannerAddress.Length == 0 || ScannerAddress.Parse(options.ScannerAddress) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Storage:ScannerAddress: '{options.ScannerAddress}' is neither the path of a socket, such as '/run/clamav/clamd.ctl', nor 'host:port'. Empty turns scanning off.");
}
