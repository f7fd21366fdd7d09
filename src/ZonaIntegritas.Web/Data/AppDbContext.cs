using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data;

/// <summary>Everything that is kept. One context per operation, from the factory; never injected into a component.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options)
    : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<WorkUnit> WorkUnits => Set<WorkUnit>();

    public DbSet<ReviewAssignment> ReviewAssignments => Set<ReviewAssignment>();

    public DbSet<InstrumentVersion> InstrumentVersions => Set<InstrumentVersion>();

    public DbSet<AssessmentPeriod> Periods => Set<AssessmentPeriod>();

    public DbSet<PeriodChange> PeriodChanges => Set<PeriodChange>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<SheetTransition> SheetTransitions => Set<SheetTransition>();

    public DbSet<TpnStage> TpnStages => Set<TpnStage>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<TierJudgement> TierJudgements => Set<TierJudgement>();

    public DbSet<ReturnedItem> ReturnedItems => Set<ReturnedItem>();

    public DbSet<QuestionLook> QuestionLooks => Set<QuestionLook>();

    public DbSet<ThreadMessage> ThreadMessages => Set<ThreadMessage>();

    public DbSet<MessageMention> MessageMentions => Set<MessageMention>();

    public DbSet<ConditionRecord> ConditionRecords => Set<ConditionRecord>();

    public DbSet<StoredScore> StoredScores => Set<StoredScore>();

    public DbSet<ScoreWeek> ScoreWeeks => Set<ScoreWeek>();

    public DbSet<GateAlert> GateAlerts => Set<GateAlert>();

    public DbSet<PageVisit> PageVisits => Set<PageVisit>();

    public DbSet<QuestionEffort> QuestionEfforts => Set<QuestionEffort>();

    public DbSet<ActionItem> ActionItems => Set<ActionItem>();

    public DbSet<FrozenSheet> FrozenSheets => Set<FrozenSheet>();

    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();

    public DbSet<EvidenceVersion> EvidenceVersions => Set<EvidenceVersion>();

    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();

    public DbSet<EvidenceLink> EvidenceLinks => Set<EvidenceLink>();

    public DbSet<JudgedEvidence> JudgedEvidence => Set<JudgedEvidence>();

    public DbSet<IncomingUpload> IncomingUploads => Set<IncomingUpload>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<ReportRequest> ReportRequests => Set<ReportRequest>();

    public DbSet<AgencyProfile> AgencyProfiles => Set<AgencyProfile>();

    public DbSet<MailDelivery> MailDeliveries => Set<MailDelivery>();

    public DbSet<DigestTurn> DigestTurns => Set<DigestTurn>();

    public DbSet<ReminderPreference> ReminderPreferences => Set<ReminderPreference>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite sorts text: one UTC form makes moments sortable there, and PostgreSQL wants UTC as well.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMomentConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
