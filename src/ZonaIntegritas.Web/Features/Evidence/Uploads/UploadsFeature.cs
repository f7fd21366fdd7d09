namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

public static class UploadsFeature
{
    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddHostedService<AbandonedUploads>()
        .AddSingleton<RunningUploads>()
        .AddScoped<UploadKeeper>()
        .AddScoped<UploadDoor>()
        .AddScoped<UploadQueries>()
        .AddScoped<BeginUpload>()
        .AddScoped<ReceivePiece>()
        .AddScoped<FinishUpload>()
        .AddScoped<CancelUpload>();
}
