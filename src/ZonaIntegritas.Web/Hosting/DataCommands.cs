using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence.Keeping;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>
/// The administrator's commands on the data folder: <c>verify-evidence</c>, <c>backup FOLDER</c> and
/// <c>restore FOLDER NEWDATAFOLDER</c>. They read the same settings as the app, may run beside it, and serve nothing.
/// </summary>
public static class DataCommands
{
    private const int CannotRun = 2;

    public static bool Knows(string name) => name is VerifyCommand.Name or BackupCommand.Name or RestoreCommand.Name;

    /// <param name="arguments">The command, its folders, and settings such as <c>--Storage:DataFolder=DATA</c>.</param>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var settings = arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
        try
        {
            switch (arguments.Except(settings).ToArray())
            {
                case [VerifyCommand.Name]:
                    return await WithDataAsync(settings, errors, services =>
                        VerifyCommand.RunAsync(services.GetRequiredService<VerifyEvidence>(), services.GetRequiredService<AppDbContext>(), output, CancellationToken.None));
                case [BackupCommand.Name, var folder]:
                    return await WithDataAsync(settings, errors, services =>
                        BackupCommand.RunAsync(services.GetRequiredService<BackUpData>(), folder, output, errors, CancellationToken.None));
                case [RestoreCommand.Name, var folder, var newFolder]:
                    return await RestoreCommand.RunAsync(folder, newFolder, output, errors, CancellationToken.None);
                default:
                    return await RefuseAsync(errors, "Pemakaian: verify-evidence | backup FOLDER | restore FOLDER NEWDATAFOLDER, dengan --Storage:DataFolder=FOLDER bila perlu.");
            }
        }
        catch (OptionsValidationException wrong)
        {
            return await RefuseAsync(errors, string.Join('\n', wrong.Failures));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return await RefuseAsync(errors, $"Tidak dapat dijalankan: {error.Message}");
        }
    }

    private static async Task<int> WithDataAsync(string[] settings, TextWriter errors, Func<IServiceProvider, Task<int>> run)
    {
        var builder = WebApplication.CreateBuilder(AppEnvironment.Options(settings)).AddZonaIntegritas();
        // Standard output belongs to the command's own answer.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (!File.Exists(storage.DatabaseFile))
        {
            return await RefuseAsync(errors, $"Basis data {storage.DatabaseFile} tidak ada. Sebutkan folder data dengan --Storage:DataFolder=FOLDER.");
        }

        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return await RefuseAsync(errors, "Basis data berasal dari versi aplikasi yang lebih lama. Jalankan aplikasi sekali agar diperbarui, lalu ulangi.");
        }

        return await run(scope.ServiceProvider);
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string reason)
    {
        await errors.WriteLineAsync(reason);
        return CannotRun;
    }
}
