using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Days off of this installation: the agency's own file in the data folder, else the one that comes with the program.</summary>
public static class WorkCalendarFile
{
    public const string Name = "hari-libur.json";

    /// <exception cref="InvalidDataException">The file is broken; every fault is named.</exception>
    public static WorkCalendar Load(string dataFolder)
    {
        var own = Path.Combine(dataFolder, Name);
        var file = File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "seed-data", "calendar", Name);
        using var json = File.OpenRead(file);
        var reading = CalendarFile.Read(json);
        return reading.Calendar ?? throw new InvalidDataException($"{file}: {string.Join("; ", reading.Faults)}");
    }
}
