using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Configurations;

internal sealed class ReportRequestConfiguration : IEntityTypeConfiguration<ReportRequest>
{
    public void Configure(EntityTypeBuilder<ReportRequest> request)
    {
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Error).HasMaxLength(StoredWork.ErrorMaxLength);
        request.Property(r => r.Tries).IsConcurrencyToken();
        request.Property(r => r.Sha256).HasMaxLength(Lengths.Sha256);
        request.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.AssessmentId, r.Layer, r.Day }).IsUnique();
        request.HasIndex(r => r.State);
    }
}

internal sealed class MailDeliveryConfiguration : IEntityTypeConfiguration<MailDelivery>
{
    public void Configure(EntityTypeBuilder<MailDelivery> delivery)
    {
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.Kind).HasMaxLength(Lengths.Code);
        delivery.Property(d => d.Subject).HasMaxLength(MailDelivery.SubjectMaxLength);
        delivery.Property(d => d.Error).HasMaxLength(StoredWork.ErrorMaxLength);
        delivery.Property(d => d.Tries).IsConcurrencyToken();
        delivery.HasOne<AppUser>().WithMany().HasForeignKey(d => d.RecipientId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.RecipientId, d.Kind, d.Day }).IsUnique();
        delivery.HasIndex(d => d.State);
    }
}
