using BenchmarkDotNet.Running;
using ZonaIntegritas.Benchmarks;
using ZonaIntegritas.Benchmarks.Saving;
using ZonaIntegritas.Benchmarks.Uploads;

switch (args)
{
    case ["uploads", .. var options]:
        await UploadBenchmark.RunAsync(options);
        break;
    case ["library", .. var rest]:
        await LibraryBenchmark.RunAsync(rest.FirstOrDefault());
        break;
    case ["savers", .. var options]:
        await SaversBenchmark.RunAsync(options);
        break;
    case ["dashboard"]:
        await DashboardBenchmark.RunAsync();
        break;
    case ["digests"]:
        await DigestBenchmark.RunAsync();
        break;
    case [UploadServers.Bare]:
        await UploadServers.RunBareAsync();
        break;
    case [UploadServers.App]:
        await UploadServers.RunAppAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
        break;
}
