using ZonaIntegritas.Web.Features.Administration.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;
using ZonaIntegritas.Web.Features.Administration.Letterhead;
using ZonaIntegritas.Web.Features.Administration.People;
using ZonaIntegritas.Web.Features.Administration.Periods;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration;

public static class AdministrationFeature
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddScoped<AddUnit>()
        .AddScoped<ChangeUnit>()
        .AddScoped<AffirmUnit>()
        .AddScoped<AffirmationQueries>()
        .AddScoped<UnitQueries>()
        .AddScoped<AddPerson>()
        .AddScoped<ChangePerson>()
        .AddScoped<CloseAccount>()
        .AddScoped<OpenAccount>()
        .AddScoped<ResetPassword>()
        .AddScoped<AssignReviewer>()
        .AddScoped<ChangeShare>()
        .AddScoped<EndShare>()
        .AddScoped<HandOver>()
        .AddScoped<TeamQueries>()
        .AddScoped<WorkloadQueries>()
        .AddScoped<PeopleQueries>()
        .AddScoped<OpenPeriod>()
        .AddScoped<ChangePeriodWindow>()
        .AddScoped<AddSheets>()
        .AddScoped<ChangeTarget>()
        .AddScoped<ClosePeriod>()
        .AddScoped<PeriodDetailQueries>()
        .AddScoped<PeriodQueries>()
        .AddScoped<InstrumentQueries>()
        .AddScoped<LoadInstrument>()
        .AddScoped<PeriodInstrumentQueries>()
        .AddScoped<PreviewInstrumentChange>()
        .AddScoped<ApplyInstrument>()
        .AddScoped<UndoInstrumentChange>()
        .AddScoped<InstrumentChanges>()
        .AddScoped<LetterheadQueries>()
        .AddScoped<SaveLetterhead>()
        .AddScoped<SaveLogo>()
        .AddScoped<SetupQueries>();

    public static void MapAdministration(this IEndpointRouteBuilder endpoints)
    {
        InstrumentEndpoints.Map(endpoints);
        LetterheadEndpoints.Map(endpoints);
    }
}
