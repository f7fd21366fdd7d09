using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data.Seeding.Demo;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Data.Seeding;

/// <summary>
/// Fills an empty database with an invented province, in Development only: its people share a password that everybody
/// can read.
/// </summary>
public sealed class DemoSeeder(
    IOptions<SeedOptions> options, IHostEnvironment environment, DemoPeople people, DemoSheets sheets, TimeProvider clock)
{
    /// <param name="db">The scope's own context, the one the user store writes to as well.</param>
    /// <exception cref="InvalidDataException">A demo file is broken; the reason is said and nothing is stored.</exception>
    /// <exception cref="InvalidOperationException">Asked for outside Development.</exception>
    public async Task SeedIfWantedAsync(AppDbContext db, CancellationToken ct)
    {
        if (!environment.IsDevelopment())
        {
            Refuse(options.Value);
            return;
        }

        if (options.Value.Demo == false || await db.Users.AnyAsync(ct))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var calendar = new DemoCalendar(clock.GetUtcNow());
        var cast = await people.AddAsync(db, await DemoFiles.OfficeAsync(ct), calendar, ct);
        await sheets.AddAsync(db, cast, calendar, ct);
        await DemoConditions.AddAsync(db, cast, calendar, ct);
        await sheets.GoOnAsync(db, cast, calendar, ct);
        await transaction.CommitAsync(ct);
    }

    private static void Refuse(SeedOptions options)
    {
        if (options.Demo == true)
        {
            throw new InvalidOperationException(
                "Seed:Demo is only allowed in Development: the demo accounts have a published password. Remove the key.");
        }
    }
}
