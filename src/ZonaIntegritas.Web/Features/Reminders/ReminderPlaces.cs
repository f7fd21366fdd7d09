using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Addresses in the app as a mail names them.</summary>
internal static class ReminderPlaces
{
    public static string Of(AgencyOptions agency, string path) => agency.PublicUrl.TrimEnd('/') + path;

    /// <summary>Where a person chooses hour, rhythm and kinds.</summary>
    public static string Preferences(AgencyOptions agency) => Of(agency, "/pengingat");
}
