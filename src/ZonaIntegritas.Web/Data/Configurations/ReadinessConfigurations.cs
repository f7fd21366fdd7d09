using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Configurations;

internal sealed class ScoreWeekConfiguration : IEntityTypeConfiguration<ScoreWeek>
{
    public void Configure(EntityTypeBuilder<ScoreWeek> week)
    {
        week.HasKey(w => new { w.AssessmentId, w.Layer, w.Week });
        week.Property(w => w.Sections).HasConversion<PointsConverter, PointsComparer>();
        week.HasOne<Assessment>().WithMany().HasForeignKey(w => w.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GateAlertConfiguration : IEntityTypeConfiguration<GateAlert>
{
    public void Configure(EntityTypeBuilder<GateAlert> alert)
    {
        alert.Property(a => a.Id).ValueGeneratedNever();
        alert.Property(a => a.Predicate).HasMaxLength(Lengths.Code);
        alert.Property(a => a.Gate).HasMaxLength(Lengths.Code);
        alert.Property(a => a.Label).HasMaxLength(GateAlert.LabelMaxLength);
        alert.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        // One open alert per limit, whoever raises it.
        alert.HasIndex(a => new { a.AssessmentId, a.Layer, a.Predicate, a.Gate }).IsUnique().HasFilter("\"ClearedAt\" IS NULL");
        alert.HasIndex(a => new { a.ClearedAt, a.RaisedAt });
    }
}

internal sealed class PageVisitConfiguration : IEntityTypeConfiguration<PageVisit>
{
    public void Configure(EntityTypeBuilder<PageVisit> visit)
    {
        visit.HasKey(v => new { v.PersonId, v.Place });
        visit.Property(v => v.Place).HasMaxLength(PageVisit.PlaceMaxLength);
        visit.HasOne<AppUser>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuestionEffortConfiguration : IEntityTypeConfiguration<QuestionEffort>
{
    public void Configure(EntityTypeBuilder<QuestionEffort> effort)
    {
        effort.HasKey(e => new { e.AssessmentId, e.QuestionCode });
        effort.Property(e => e.QuestionCode).HasMaxLength(Lengths.Code);
        effort.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActionItemConfiguration : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> item)
    {
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.QuestionCode).HasMaxLength(Lengths.Code);
        item.Property(i => i.What).HasMaxLength(ActionItem.TextMaxLength);
        item.Property(i => i.Outcome).HasMaxLength(ActionItem.TextMaxLength);
        item.Property(i => i.Who).HasMaxLength(ActionItem.WhoMaxLength);
        item.Property(i => i.Aim).HasMaxLength(ActionItem.TextMaxLength);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.HasOne<Assessment>().WithMany().HasForeignKey(i => i.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.AssessmentId, i.State, i.DueOn });
    }
}
