using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Configurations;

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> item)
    {
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Title).HasMaxLength(EvidenceItem.TitleMaxLength);
        item.Property(i => i.LetterNumber).HasMaxLength(EvidenceItem.LetterNumberMaxLength);
        item.Property(i => i.Description).HasMaxLength(EvidenceItem.DescriptionMaxLength);
        item.Property(i => i.Revision).IsConcurrencyToken();
        item.Property(i => i.LatestVersion).IsConcurrencyToken();
        item.HasOne<WorkUnit>().WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
        // A library lists, counts and sums up what is not discarded, the newest first.
        item.HasIndex(i => new { i.UnitId, i.DiscardedAt, i.CreatedAt });
        item.HasIndex(i => new { i.UnitId, i.ValidUntil });
    }
}

internal sealed class EvidenceVersionConfiguration : IEntityTypeConfiguration<EvidenceVersion>
{
    public void Configure(EntityTypeBuilder<EvidenceVersion> version)
    {
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Name).HasMaxLength(EvidenceVersion.NameMaxLength);
        version.Property(v => v.Sha256).HasMaxLength(Lengths.Sha256);
        version.Property(v => v.Url).HasMaxLength(EvidenceVersion.UrlMaxLength);
        version.Property(v => v.LinkRemark).HasMaxLength(EvidenceVersion.NameMaxLength);
        version.HasOne<EvidenceItem>().WithMany().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<EvidenceContent>().WithMany().HasForeignKey(v => v.Sha256).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
        // Holds all that a quota sums up and that finds the same bytes again.
        version.HasIndex(v => new { v.UnitId, v.Sha256, v.Size });
        version.HasIndex(v => new { v.Link, v.LinkCheckedAt });
    }
}

internal sealed class EvidenceContentConfiguration : IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<EvidenceContent> content)
    {
        content.HasKey(c => c.Sha256);
        content.Property(c => c.Sha256).HasMaxLength(Lengths.Sha256);
        content.Property(c => c.Threat).HasMaxLength(EvidenceContent.ThreatMaxLength);
        content.HasIndex(c => c.VerifiedAt);
        content.HasIndex(c => c.Scan);
    }
}

internal sealed class EvidenceLinkConfiguration : IEntityTypeConfiguration<EvidenceLink>
{
    public void Configure(EntityTypeBuilder<EvidenceLink> link)
    {
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.QuestionCode).HasMaxLength(Lengths.Code);
        link.Property(l => l.Passage).HasMaxLength(EvidenceLink.PassageMaxLength);
        link.Property(l => l.Suggestion).HasMaxLength(EvidenceLink.SuggestionMaxLength);
        link.HasOne<Assessment>().WithMany().HasForeignKey(l => l.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<EvidenceItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<EvidenceVersion>().WithMany().HasForeignKey(l => l.VersionId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => new { l.AssessmentId, l.QuestionCode });
        link.HasIndex(l => l.ItemId);
        link.HasIndex(l => l.VersionId);
    }
}

internal sealed class JudgedEvidenceConfiguration : IEntityTypeConfiguration<JudgedEvidence>
{
    public void Configure(EntityTypeBuilder<JudgedEvidence> judged)
    {
        judged.HasKey(j => new { j.AssessmentId, j.Layer, j.QuestionCode, j.LinkId });
        judged.Property(j => j.QuestionCode).HasMaxLength(Lengths.Code);
        judged.HasOne<EvidenceLink>().WithMany().HasForeignKey(j => j.LinkId).OnDelete(DeleteBehavior.Restrict);
        judged.HasOne<EvidenceVersion>().WithMany().HasForeignKey(j => j.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IncomingUploadConfiguration : IEntityTypeConfiguration<IncomingUpload>
{
    public void Configure(EntityTypeBuilder<IncomingUpload> upload)
    {
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.QuestionCode).HasMaxLength(Lengths.Code);
        upload.Property(u => u.Suggestion).HasMaxLength(EvidenceLink.SuggestionMaxLength);
        upload.Property(u => u.Name).HasMaxLength(EvidenceVersion.NameMaxLength);
        upload.HasOne<AppUser>().WithMany().HasForeignKey(u => u.OwnerId).OnDelete(DeleteBehavior.Cascade);
        upload.HasIndex(u => u.UnitId);
        upload.HasIndex(u => u.ExpiresAt);
    }
}

/// <summary>Keys of what an entry names are kept as plain values: the trail outlives what it tells of.</summary>
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.QuestionCode).HasMaxLength(Lengths.Code);
        entry.Property(e => e.Note).HasMaxLength(AuditEntry.NoteMaxLength);
        entry.HasIndex(e => new { e.ItemId, e.At });
        entry.HasIndex(e => new { e.AssessmentId, e.At });
        entry.HasIndex(e => new { e.UnitId, e.At });
        entry.HasIndex(e => new { e.VersionId, e.Action, e.By, e.At });
    }
}
