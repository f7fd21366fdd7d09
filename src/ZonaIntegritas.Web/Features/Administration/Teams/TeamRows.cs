using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>One person's share of one unit.</summary>
/// <param name="WhyNot">Why this share does not count although nobody has ended it; null when it counts.</param>
public sealed record ShareRow(Guid Id, Guid EvaluatorId, string Name, UnitOption Unit, ReviewTier Tier, IReadOnlyList<string> Areas, string? WhyNot);

/// <summary>A unit with its team.</summary>
/// <param name="Areas">Every area of the unit's instrument.</param>
public sealed record TeamRow(UnitOption Unit, IReadOnlyList<ShareRow> Shares, IReadOnlyList<AreaOption> Areas)
{
    private IEnumerable<ShareRow> Counting => Shares.Where(share => share.WhyNot is null);

    public TeamGaps Gaps => TeamGaps.Of(
        new([.. Counting.Select(share => new ReviewDuty(share.Tier, share.Areas.ToHashSet()))]), [.. Areas.Select(area => area.Code)]);

    /// <summary>Why no LHE can come out of this team as it stands; null when one can.</summary>
    public string? Warning
    {
        get
        {
            var (people, gaps) = (Counting.Select(share => share.EvaluatorId).Distinct().Count(), Gaps);
            return people == 0 ? "Belum ada yang menilai unit ini. LHE tidak dapat terbit."
                : people == 1 ? "Baru satu orang; nilai akhir perlu dua orang. LHE tidak dapat terbit."
                : gaps.Uncovered.Count > 0 ? $"Belum ada yang menilai area {string.Join(", ", gaps.Uncovered)}. LHE tidak dapat terbit."
                : gaps.OneTier.Count > 0 ? $"Area {string.Join(", ", gaps.OneTier)} baru dinilai satu jenjang; perlu dua. LHE tidak dapat terbit."
                : null;
        }
    }
}

/// <summary>A share as it was given and ended.</summary>
public sealed record ShareHistoryRow(
    Guid Id, string Name, ReviewTier Tier, IReadOnlyList<string> Areas, DateTimeOffset GivenAt, string? GivenBy, DateTimeOffset? EndedAt, string? EndedBy,
    string EndReason, string? HandedTo);

/// <summary>A unit's team with what came before it.</summary>
public sealed record TeamView(TeamRow Team, IReadOnlyList<ShareHistoryRow> History, IndonesianZone Zone);

/// <summary>An evaluator where one is picked.</summary>
/// <param name="Units">How many units the person judges now.</param>
public sealed record EvaluatorOption(Guid Id, string Name, Guid? OwnUnitId, int Units);

/// <summary>What one evaluator has to do.</summary>
/// <param name="Tiers">How many units in which tier.</param>
public sealed record WorkloadRow(Guid EvaluatorId, string Name, bool IsActive, string? OwnUnit, IReadOnlyDictionary<ReviewTier, int> Tiers)
{
    public int Units => Tiers.Values.Sum();

    /// <summary>Questions that wait for this person's tiers now.</summary>
    public int Waiting { get; init; }

    /// <summary>Sheets among which they are.</summary>
    public int Sheets { get; init; }

    public int Minutes { get; init; }

    /// <summary>When the oldest of them was handed in, and by which unit.</summary>
    public DateOnly? Oldest { get; init; }

    public string? OldestUnit { get; init; }
}
