using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;

namespace ZonaIntegritas.Web.Data.Configurations;

internal static class Lengths
{
    public const int Code = 40;
    public const int Sha256 = 64;
}

internal sealed class WorkUnitConfiguration : IEntityTypeConfiguration<WorkUnit>
{
    public void Configure(EntityTypeBuilder<WorkUnit> unit)
    {
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.Property(u => u.Name).HasMaxLength(WorkUnit.NameMaxLength);
        unit.Property(u => u.ShortName).HasMaxLength(WorkUnit.ShortNameMaxLength);
        unit.Property(u => u.HeldPredicate).HasMaxLength(Lengths.Code);
        unit.Property(u => u.City).HasMaxLength(WorkUnit.NameMaxLength);
        unit.Property(u => u.HeadName).HasMaxLength(WorkUnit.NameMaxLength);
        unit.Property(u => u.HeadNip).HasMaxLength(Lengths.Code);
        unit.Property(u => u.AffirmationBasis).HasMaxLength(WorkUnit.AffirmationBasisMaxLength);
        unit.HasIndex(u => u.ShortName);
    }
}

internal sealed class InstrumentVersionConfiguration : IEntityTypeConfiguration<InstrumentVersion>
{
    public void Configure(EntityTypeBuilder<InstrumentVersion> version)
    {
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.InstrumentId).HasMaxLength(Lengths.Code);
        version.Property(v => v.Version).HasMaxLength(Lengths.Code);
        version.Property(v => v.Sha256).HasMaxLength(Lengths.Sha256);
        version.HasIndex(v => new { v.InstrumentId, v.Version, v.Sha256 }).IsUnique();
    }
}

internal sealed class PeriodConfiguration : IEntityTypeConfiguration<AssessmentPeriod>
{
    public void Configure(EntityTypeBuilder<AssessmentPeriod> period)
    {
        period.Property(p => p.Id).ValueGeneratedNever();
        period.HasOne<InstrumentVersion>().WithMany().HasForeignKey(p => p.InstrumentVersionId).OnDelete(DeleteBehavior.Restrict);
        period.Ignore(p => p.Windows);
        period.HasIndex(p => p.Year);
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.Property(a => a.Id).ValueGeneratedNever();
        assessment.Property(a => a.Target).HasMaxLength(Lengths.Code);
        assessment.HasOne<WorkUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasOne<AssessmentPeriod>().WithMany().HasForeignKey(a => a.PeriodId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasOne<InstrumentVersion>().WithMany().HasForeignKey(a => a.InstrumentVersionId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasMany(a => a.Transitions).WithOne().HasForeignKey(step => step.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasMany(a => a.ReturnedItems).WithOne().HasForeignKey(item => item.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => new { a.UnitId, a.PeriodId }).IsUnique();
        assessment.HasIndex(a => a.Status);
    }
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.QuestionCode).HasMaxLength(Lengths.Code);
        answer.Property(a => a.Note).HasMaxLength(Answer.NoteMaxLength);
        answer.Property(a => a.Value).HasConversion<AnswerValueConverter>();
        answer.Property(a => a.Version).IsConcurrencyToken();
        answer.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.AssessmentId, a.Layer, a.QuestionCode }).IsUnique();
    }
}

internal sealed class ReturnedItemConfiguration : IEntityTypeConfiguration<ReturnedItem>
{
    public void Configure(EntityTypeBuilder<ReturnedItem> item)
    {
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.QuestionCode).HasMaxLength(Lengths.Code);
        item.Property(i => i.Reason).HasMaxLength(ReturnedItem.TextMaxLength);
        item.Property(i => i.Response).HasMaxLength(ReturnedItem.TextMaxLength);
        item.HasIndex(i => new { i.AssessmentId, i.State });
    }
}

internal sealed class StoredScoreConfiguration : IEntityTypeConfiguration<StoredScore>
{
    public void Configure(EntityTypeBuilder<StoredScore> score)
    {
        score.HasKey(s => new { s.AssessmentId, s.Layer });
        score.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        score.Property(s => s.Sections).HasConversion<PointsConverter, PointsComparer>();
    }
}

internal sealed class FrozenSheetConfiguration : IEntityTypeConfiguration<FrozenSheet>
{
    public void Configure(EntityTypeBuilder<FrozenSheet> sheet)
    {
        sheet.HasKey(s => new { s.AssessmentId, s.Layer, s.Edition });
        sheet.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<InstrumentVersion>().WithMany().HasForeignKey(s => s.InstrumentVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetTransitionConfiguration : IEntityTypeConfiguration<SheetTransition>
{
    public void Configure(EntityTypeBuilder<SheetTransition> step)
    {
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.Reference).HasMaxLength(SheetTransition.ReferenceMaxLength);
        step.Property(s => s.Note).HasMaxLength(SheetTransition.NoteMaxLength);
        step.HasIndex(s => new { s.AssessmentId, s.At });
    }
}

internal sealed class TpnStageConfiguration : IEntityTypeConfiguration<TpnStage>
{
    public void Configure(EntityTypeBuilder<TpnStage> stage)
    {
        stage.Property(s => s.Id).ValueGeneratedNever();
        stage.Property(s => s.Note).HasMaxLength(TpnStage.NoteMaxLength);
        stage.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        stage.HasIndex(s => s.AssessmentId);
    }
}

internal sealed class PeriodChangeConfiguration : IEntityTypeConfiguration<PeriodChange>
{
    public void Configure(EntityTypeBuilder<PeriodChange> change)
    {
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Reason).HasMaxLength(PeriodChange.ReasonMaxLength);
        change.HasOne<AssessmentPeriod>().WithMany().HasForeignKey(c => c.PeriodId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.PeriodId, c.At });
    }
}
