using BenchmarkDotNet.Running;
using ZonaIntegritas.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PdfBenchmarks).Assembly).Run(args);
