using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.WorkUnits;

namespace ZonaIntegritas.Web.Data.Configurations;

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Name).HasMaxLength(EvidenceFile.NameMaxLength);
        file.Property(f => f.Sha256).HasMaxLength(Lengths.Sha256);
        file.HasOne<WorkUnit>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.UnitId, f.Sha256 });
    }
}

internal sealed class EvidenceLinkConfiguration : IEntityTypeConfiguration<EvidenceLink>
{
    public void Configure(EntityTypeBuilder<EvidenceLink> link)
    {
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.QuestionCode).HasMaxLength(Lengths.Code);
        link.HasOne<Assessment>().WithMany().HasForeignKey(l => l.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<EvidenceFile>().WithMany().HasForeignKey(l => l.FileId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => new { l.AssessmentId, l.QuestionCode });
        link.HasIndex(l => l.FileId);
    }
}
