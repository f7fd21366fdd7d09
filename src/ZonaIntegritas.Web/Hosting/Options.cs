using System.ComponentModel.DataAnnotations;
using ZonaIntegritas.Web.Features.Reminders;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Section "Storage": one folder holds database, keys, evidence and reports, so one volume is enough.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Relative to where the program was started.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    [Range(1, 4096)]
    public int MaxFileMegabytes { get; set; } = 250;

    public long MaxFileBytes => MaxFileMegabytes * 1024L * 1024L;

    /// <summary>All files of one unit together, each counted once.</summary>
    [Range(1, 100_000)]
    public int UnitQuotaGigabytes { get; set; } = 50;

    public long UnitQuotaBytes => UnitQuotaGigabytes * 1024L * 1024L * 1024L;

    /// <summary>How long a broken-off upload waits for its next piece.</summary>
    [Range(1, 720)]
    public int UploadLifetimeHours { get; set; } = 72;

    /// <summary>Where clamd listens: "/run/clamav/clamd.ctl" or "host:3310". Empty: files are not scanned.</summary>
    public string ScannerAddress { get; set; } = "";

    /// <summary>With less room than this the app is not ready: nothing could be saved.</summary>
    [Range(1, 1_000_000)]
    public int MinFreeMegabytes { get; set; } = 256;

    public long MinFreeBytes => MinFreeMegabytes * 1024L * 1024L;

    public string DatabaseFile => Path.Combine(DataFolder, "zona-integritas.db");

    public string KeysFolder => Path.Combine(DataFolder, "keys");

    public string EvidenceFolder => Path.Combine(DataFolder, "evidence");

    /// <summary>Made again whenever it is missing; needs no backup.</summary>
    public string ThumbnailsFolder => Path.Combine(DataFolder, "thumbnails");

    public string ReportsFolder => Path.Combine(DataFolder, "reports");

    /// <summary>Made again by whoever asks; needs no backup.</summary>
    public string PacksFolder => Path.Combine(DataFolder, "packs");

    public string MailFolder => Path.Combine(DataFolder, "mail");
}

/// <summary>Section "Agency": who this installation belongs to, for letterheads, mails and screens.</summary>
public sealed class AgencyOptions
{
    public const string Section = "Agency";

    [Required]
    public string Name { get; set; } = "Pemerintah Provinsi Contoh";

    [Required]
    public string Secretariat { get; set; } = "Sekretariat Reformasi Birokrasi";

    public string Address { get; set; } = "";

    [Required]
    public string City { get; set; } = "Kota Contoh";

    /// <summary>Address of the app as people reach it; links in mails begin with it.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "http://localhost:5080";
}

/// <summary>Section "Email": without a host, mails are written to a folder as .eml files and shown on a page.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    [Required, EmailAddress]
    public string From { get; set; } = "zona-integritas@contoh.invalid";

    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    public EmailTls Tls { get; set; } = EmailTls.Auto;
}

/// <summary>Section "Webhook": each message also as signed JSON to the agency's own relay, for instance to WhatsApp. See docs/webhook.md.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhook";

    public bool Enabled { get; set; }

    /// <summary>A public https address; nothing inside the office's network.</summary>
    public string Url { get; set; } = "";

    /// <summary>Shared with the relay, which checks the signature with it; at least 32 letters.</summary>
    public string Secret { get; set; } = "";

    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 20;
}

/// <summary>Section "Jobs": when recurring work runs, as cron expressions in WIB.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Off only for tests and for nodes that serve pages alone.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Each hour, because each person has an hour of their own; who is due is decided by the person's zone, day and wishes.</summary>
    [Required]
    public string Digest { get; set; } = "5 * * * *";

    [Required]
    public string ProgressReports { get; set; } = "0 5 1 * *";

    /// <summary>Each night a seventh of the evidence is hashed again.</summary>
    [Required]
    public string VerifyEvidence { get; set; } = "0 1 * * *";

    /// <summary>Evidence packs whose time is over lose their file.</summary>
    [Required]
    public string RemovePacks { get; set; } = "30 2 * * *";

    /// <summary>Runs and notices older than they are kept.</summary>
    [Required]
    public string CleanUp { get; set; } = "0 3 * * *";

    /// <summary>Due work that waits longer makes /health/ready say "Degraded".</summary>
    [Range(1, 1440)]
    public int QueueWarnMinutes { get; set; } = 15;

    /// <summary>Which addresses are looked at in a run is decided by how they stood last time.</summary>
    [Required]
    public string LinkChecks { get; set; } = "20 * * * *";
}

/// <summary>Section "Telemetry": measures and traces leave the app only when this names a collector.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>An OTLP collector (gRPC), such as "http://localhost:4317". Empty: off.</summary>
    public string OtlpEndpoint { get; set; } = "";
}

/// <summary>Section "Seed": demo data are loaded into an empty database in Development, unless this says false.</summary>
public sealed class SeedOptions
{
    public const string Section = "Seed";

    public bool? Demo { get; set; }
}
