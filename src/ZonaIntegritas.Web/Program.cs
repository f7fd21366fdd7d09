using ZonaIntegritas.Web.Features.Scoring;

if (args is [ScoreCommand.Name, .. var scoreArguments])
{
    return ScoreCommand.Run(scoreArguments, Console.OpenStandardOutput(), Console.Error);
}

var app = WebApplication.CreateBuilder(args).Build();
await app.RunAsync();
return 0;
