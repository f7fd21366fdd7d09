using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> user)
    {
        user.Property(u => u.Id).ValueGeneratedNever();
        user.Property(u => u.FullName).HasMaxLength(AppUser.NameMaxLength);
        user.Property(u => u.Position).HasMaxLength(AppUser.NameMaxLength);
        user.Property(u => u.Nip).HasMaxLength(Lengths.Code);
        user.HasOne<WorkUnit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
