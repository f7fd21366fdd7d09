using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>What, who and until when, as somebody typed it.</summary>
/// <param name="DueOn">Null for a date that was left empty.</param>
public sealed record ActionText(string What, string Who, DateOnly? DueOn)
{
    public ActionText Trimmed => new(What.Trim(), Who.Trim(), DueOn);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="before">The date it had: one that has passed may stay.</param>
    public Problem? Fault(UnitDay today, DateOnly? before = null) =>
        string.IsNullOrWhiteSpace(What) ? PlanningProblems.WhatMissing
        : string.IsNullOrWhiteSpace(Who) ? PlanningProblems.WhoMissing
        : DueOn is not { } due ? PlanningProblems.DueMissing
        : What.Trim().Length > ActionItem.TextMaxLength ? PlanningProblems.TooLong("Uraian", ActionItem.TextMaxLength)
        : Who.Trim().Length > ActionItem.WhoMaxLength ? PlanningProblems.TooLong("Penanggung jawab", ActionItem.WhoMaxLength)
        : due < today.Date && due != before ? PlanningProblems.DueInPast(today)
        : null;
}
