using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Configurations;

internal sealed class ReviewAssignmentConfiguration : IEntityTypeConfiguration<ReviewAssignment>
{
    public void Configure(EntityTypeBuilder<ReviewAssignment> assignment)
    {
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.Property(a => a.EndReason).HasMaxLength(ReviewAssignment.ReasonMaxLength);
        assignment.PrimitiveCollection(a => a.Areas).HasField("_areas");
        assignment.Ignore(a => a.Duty);
        assignment.HasOne<AppUser>().WithMany().HasForeignKey(a => a.EvaluatorId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<WorkUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        // One share at a time: whoever were anggota and ketua of the same unit would be both pairs of eyes.
        assignment.HasIndex(a => new { a.EvaluatorId, a.UnitId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        assignment.HasIndex(a => a.UnitId);
    }
}

internal sealed class TierJudgementConfiguration : IEntityTypeConfiguration<TierJudgement>
{
    public void Configure(EntityTypeBuilder<TierJudgement> judgement)
    {
        judgement.HasKey(j => new { j.AssessmentId, j.QuestionCode, j.Tier });
        judgement.Property(j => j.QuestionCode).HasMaxLength(Lengths.Code);
        judgement.Property(j => j.Note).HasMaxLength(Answer.NoteMaxLength);
        judgement.Property(j => j.Value).HasConversion<AnswerValueConverter>();
        judgement.Property(j => j.Version).IsConcurrencyToken();
        judgement.HasOne<Assessment>().WithMany().HasForeignKey(j => j.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuestionLookConfiguration : IEntityTypeConfiguration<QuestionLook>
{
    public void Configure(EntityTypeBuilder<QuestionLook> look)
    {
        look.HasKey(l => new { l.UserId, l.AssessmentId, l.QuestionCode });
        look.Property(l => l.QuestionCode).HasMaxLength(Lengths.Code);
        look.HasOne<Assessment>().WithMany().HasForeignKey(l => l.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThreadMessageConfiguration : IEntityTypeConfiguration<ThreadMessage>
{
    public void Configure(EntityTypeBuilder<ThreadMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.QuestionCode).HasMaxLength(Lengths.Code);
        message.Property(m => m.Text).HasMaxLength(ThreadMessage.TextMaxLength);
        message.HasOne<Assessment>().WithMany().HasForeignKey(m => m.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<ThreadMessage>().WithMany().HasForeignKey(m => m.Settles).OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => new { m.AssessmentId, m.QuestionCode, m.At });
    }
}

internal sealed class MessageMentionConfiguration : IEntityTypeConfiguration<MessageMention>
{
    public void Configure(EntityTypeBuilder<MessageMention> mention)
    {
        mention.HasKey(m => new { m.MessageId, m.UserId });
        mention.HasOne<ThreadMessage>().WithMany().HasForeignKey(m => m.MessageId).OnDelete(DeleteBehavior.Restrict);
        mention.HasIndex(m => new { m.UserId, m.ReadAt });
    }
}

internal sealed class ConditionRecordConfiguration : IEntityTypeConfiguration<ConditionRecord>
{
    public void Configure(EntityTypeBuilder<ConditionRecord> record)
    {
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Code).HasMaxLength(Lengths.Code);
        record.Property(r => r.Value).HasMaxLength(ConditionRecord.ValueMaxLength);
        record.Property(r => r.Basis).HasMaxLength(ConditionRecord.BasisMaxLength);
        record.Property(r => r.Url).HasMaxLength(2000);
        record.Property(r => r.Version).IsConcurrencyToken();
        record.HasOne<AssessmentPeriod>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<WorkUnit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        record.HasIndex(r => new { r.PeriodId, r.UnitId, r.Code }).IsUnique();
    }
}
