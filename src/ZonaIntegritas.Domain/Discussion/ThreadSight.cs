using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Domain.Discussion;

/// <summary>What a line of a thread tells of, as far as it matters for who may read it.</summary>
public enum ThreadMatter
{
    /// <summary>Answers, notes and evidence of the unit, returns with their reasons, repairs, steps of the sheet.</summary>
    Common,

    /// <summary>What TPI holds: values, notes and reasons of its tiers.</summary>
    TpiJudgement,

    /// <summary>Catatan tim: a message for TPI only.</summary>
    TpiNote,
}

/// <summary>Who reads what in a thread. The unit sees what TPI holds only as far as an LHE has said it, and TPI's own notes never.</summary>
public static class ThreadSight
{
    /// <param name="inLhe">Whether the line is older than the latest LHE, which made it known.</param>
    public static bool Sees(Capacity viewer, ThreadMatter matter, bool inLhe) => viewer switch
    {
        Capacity.None => false,
        Capacity.Coordinator or Capacity.UnitHead => matter == ThreadMatter.Common || (matter == ThreadMatter.TpiJudgement && inLhe),
        Capacity.Head => matter != ThreadMatter.TpiNote,
        _ => true,
    };

    /// <summary>TPI of any tier and the administrator: those who read and write catatan tim.</summary>
    public static bool IsTpi(Capacity capacity) =>
        capacity is Capacity.Member or Capacity.Lead or Capacity.Controller or Capacity.Administrator;

    public static ThreadMatter MatterOf(Audience audience) => audience == Audience.TpiOnly ? ThreadMatter.TpiNote : ThreadMatter.Common;
}
