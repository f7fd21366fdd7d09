using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Notices;
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
        delivery.Property(d => d.Key).HasMaxLength(MailDelivery.KeyMaxLength);
        delivery.Property(d => d.ContentHash).HasMaxLength(Lengths.Sha256);
        delivery.HasOne<Assessment>().WithMany().HasForeignKey(d => d.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.RecipientId, d.Kind, d.Channel, d.Key }).IsUnique();
        delivery.HasIndex(d => d.State);
    }
}

internal sealed class DigestTurnConfiguration : IEntityTypeConfiguration<DigestTurn>
{
    public void Configure(EntityTypeBuilder<DigestTurn> turn)
    {
        turn.HasKey(t => t.PersonId);
        turn.HasOne<AppUser>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReminderPreferenceConfiguration : IEntityTypeConfiguration<ReminderPreference>
{
    public void Configure(EntityTypeBuilder<ReminderPreference> preference)
    {
        preference.HasKey(p => p.PersonId);
        preference.Property(p => p.Muted).HasConversion<ReminderKindsConverter, ReminderKindsComparer>().HasMaxLength(200);
        preference.Property(p => p.Version).IsConcurrencyToken();
        preference.HasOne<AppUser>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Key).HasMaxLength(Notice.KeyMaxLength);
        notice.Property(n => n.Text).HasMaxLength(Notice.TextMaxLength);
        notice.Property(n => n.Link).HasMaxLength(Notice.LinkMaxLength);
        notice.HasOne<AppUser>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => new { n.PersonId, n.Key }).IsUnique();
        notice.HasIndex(n => new { n.PersonId, n.RaisedAt });
        notice.HasIndex(n => n.RaisedAt);
        // Settling looks among the open ones of a kind, of everybody.
        notice.HasIndex(n => n.Kind).HasFilter("\"SettledAt\" IS NULL");
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Job).HasMaxLength(JobRun.JobMaxLength);
        run.Property(r => r.Outcome).HasMaxLength(JobRun.OutcomeMaxLength);
        run.HasIndex(r => new { r.Job, r.StartedAt });
        run.HasIndex(r => r.StartedAt);
    }
}
