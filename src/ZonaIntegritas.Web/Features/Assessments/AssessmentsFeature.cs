using ZonaIntegritas.Web.Features.Assessments.Sheet;
using ZonaIntegritas.Web.Features.Assessments.CarryOver;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;

namespace ZonaIntegritas.Web.Features.Assessments;

public static class AssessmentsFeature
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services
        .AddSingleton<InstrumentLibrary>()
        .AddScoped<SheetKeeper>()
        .AddScoped<SaveAnswer>()
        .AddScoped<SubmitAssessment>()
        .AddScoped<SendRepair>()
        .AddScoped<SheetActions>()
        .AddScoped<LookAtQuestion>()
        .AddScoped<CarryOverAnswer>()
        .AddScoped<CarryOverAnswers>()
        .AddScoped<AttachStillValid>()
        .AddScoped<LastYearQueries>()
        .AddScoped<WorkspaceQueries>();
}
