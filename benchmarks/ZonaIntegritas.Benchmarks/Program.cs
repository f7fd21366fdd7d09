using BenchmarkDotNet.Running;
using ZonaIntegritas.Benchmarks;

if (args is ["library", .. var rest])
{
    await LibraryBenchmark.RunAsync(rest.FirstOrDefault());
    return;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
