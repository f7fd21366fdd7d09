using BenchmarkDotNet.Running;
using ZonaIntegritas.Benchmarks;
using ZonaIntegritas.Benchmarks.Uploads;

switch (args)
{
    case ["uploads", .. var options]:
        await UploadBenchmark.RunAsync(options);
        break;
    case ["library", .. var rest]:
        await LibraryBenchmark.RunAsync(rest.FirstOrDefault());
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
