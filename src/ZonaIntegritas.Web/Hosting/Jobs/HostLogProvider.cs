using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>
/// Hangfire keeps one log provider per process. When two hosts live in one (tests), the one that is still running must
/// not trip over the other's disposed log.
/// </summary>
internal sealed class HostLogProvider(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _inner = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _inner.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
