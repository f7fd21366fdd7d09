using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

public enum ShareStepKind
{
    Add,
    Change,
    End,
    HandOver,
}

/// <summary>Which form of a panel is open, and on what.</summary>
/// <param name="Share">Null for a new one, and for handing over everything.</param>
public sealed record ShareStepState(ShareStepKind Kind, ShareRow? Share, UnitOption? Unit, Guid? EvaluatorId)
{
    public static ShareStepState On(ShareStepKind kind, ShareRow share) => new(kind, share, share.Unit, share.EvaluatorId);
}
