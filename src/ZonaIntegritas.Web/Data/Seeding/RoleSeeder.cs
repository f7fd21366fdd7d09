using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Web.Data.Seeding;

public sealed class RoleSeeder(RoleManager<IdentityRole<Guid>> roles)
{
    public async Task SeedAsync()
    {
        foreach (var name in Enum.GetNames<Role>())
        {
            if (!await roles.RoleExistsAsync(name))
            {
                await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7() });
            }
        }
    }
}
