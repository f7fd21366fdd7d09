using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>One line of the trail as a person reads it.</summary>
public sealed record TrailRow(Guid Id, DateTimeOffset At, IndonesianZone Zone, AuditAction Action)
{
    /// <summary>Null for the program itself.</summary>
    public string? Who { get; init; }

    public string? Role { get; init; }

    public string? Unit { get; init; }

    public Guid? AssessmentId { get; init; }

    /// <summary>The year of the sheet.</summary>
    public int? Year { get; init; }

    public string? Question { get; init; }

    public Layer? Layer { get; init; }

    /// <summary>The document or the person it is about.</summary>
    public string? Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string Note { get; init; } = "";

    /// <summary>Where the person worked from; null for readers who are not administrators.</summary>
    public string? Origin { get; init; }

    public string What => TrailWords.Say(this);
}

/// <summary>Some lines, newest first.</summary>
/// <param name="Next">Names the last line when there are older ones.</param>
public sealed record TrailPageRows(IReadOnlyList<TrailRow> Rows, Guid? Next);

/// <summary>The sheet whose trail is shown.</summary>
public sealed record TrailSheet(Guid Id, string UnitName, string UnitShortName, int Year, AssessmentStatus Status);

/// <summary>Who or what can be filtered by.</summary>
public sealed record TrailChoice(Guid Id, string Name);

/// <summary>A page of the trail with what its head needs.</summary>
/// <param name="Sheet">Null for the whole trail.</param>
public sealed record TrailView(TrailPageRows Page, TrailSheet? Sheet, bool ShowsOrigin, IReadOnlyList<TrailChoice> People, IReadOnlyList<TrailChoice> Units);
