using ZonaIntegritas.Web.Features.Scoring;
using ZonaIntegritas.Web.Hosting;

if (args is [ScoreCommand.Name, .. var scoreArguments])
{
    return ScoreCommand.Run(scoreArguments, Console.OpenStandardOutput(), Console.Error);
}

if (args is [HealthCommand.Name])
{
    return await HealthCommand.RunAsync(Environment.GetEnvironmentVariable("Urls"));
}

if (args is [var command, ..] && DataCommands.Knows(command))
{
    return await DataCommands.RunAsync(args, Console.Out, Console.Error);
}

var app = WebApplication.CreateBuilder(AppEnvironment.Options(args)).AddZonaIntegritas().Build().UseZonaIntegritas();
await app.RunAsync();
return 0;
