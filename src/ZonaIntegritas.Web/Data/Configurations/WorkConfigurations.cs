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
        request.HasOne<AssessmentPeriod>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        request.Property(r => r.Key).HasMaxLength(ReportRequest.KeyMaxLength);
        request.Property(r => r.Code).HasMaxLength(Lengths.Code);
        request.Property(r => r.Number).HasMaxLength(ReportRequest.TitleMaxLength);
        request.Property(r => r.Title).HasMaxLength(ReportRequest.TitleMaxLength);
        request.HasIndex(r => r.Key).IsUnique();
        request.HasIndex(r => r.Code).IsUnique();
        request.HasIndex(r => new { r.AssessmentId, r.Kind, r.Layer });
        request.HasIndex(r => new { r.PeriodId, r.Kind });
        request.HasIndex(r => r.State);
    }
}

internal sealed class AgencyProfileConfiguration : IEntityTypeConfiguration<AgencyProfile>
{
    public void Configure(EntityTypeBuilder<AgencyProfile> profile)
    {
        profile.Property(p => p.Id).ValueGeneratedNever();
        foreach (var text in AgencyProfile.Texts)
        {
            profile.Property<string>(text).HasMaxLength(AgencyProfile.TextMaxLength);
        }

        profile.Property(p => p.Version).IsConcurrencyToken();
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
