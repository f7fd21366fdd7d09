using BenchmarkDotNet.Running;
using ZonaIntegritas.Benchmarks;

if (args is ["library"])
{
    await LibraryBenchmark.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
