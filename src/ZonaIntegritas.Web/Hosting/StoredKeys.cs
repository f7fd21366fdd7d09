using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Keeps the keys that protect cookies in the data folder, so that a restart signs nobody out.</summary>
public sealed class StoredKeys(IOptions<StorageOptions> storage, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(storage.Value.KeysFolder), loggers);
}
