using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>Everything an LHE says, as it was frozen.</summary>
/// <param name="Eligible">What the LHE found; null only when not even the sheet remembers.</param>
public sealed record LheFacts(
    LheHead Head, Instrument Instrument, FrozenScore Unit, FrozenScore Tpi, FrozenVerdict? Verdict, bool Eligible,
    IReadOnlyDictionary<string, LheRemark> Remarks, LheEvidence Evidence, IReadOnlyList<LheSigner> Signers)
{
    /// <summary>Questions on which TPI holds another value than the unit, largest loss first.</summary>
    public IEnumerable<LheDifference> Differences =>
        Unit.Lines.Join(Tpi.Lines, own => own.Code, tpi => tpi.Code, (own, tpi) => new LheDifference(own, tpi))
            .Where(pair => !Equals(pair.Own.Answer, pair.Tpi.Answer))
            .OrderByDescending(pair => pair.Lost);

    /// <summary>The target's minimums that TPI's figures miss.</summary>
    public IReadOnlyList<FrozenGate> Missed => [.. Tpi.Gates.GetValueOrDefault(Head.Target, []).Where(gate => !gate.Met)];
}

public sealed record LheHead(
    string ShortName, int Year, string Target, string TargetName, int Edition, string Instrument, IndonesianZone Zone, DateTimeOffset FrozenAt, int EngineVersion);

/// <summary>What TPI wrote beside its value.</summary>
public sealed record LheRemark(string Note, DifferenceReason? Reason);

/// <param name="Documents">Different files and addresses.</param>
/// <param name="Links">How often they were put forward for a question.</param>
public sealed record LheEvidence(int Documents, int Links, int Questions);

/// <param name="Own">The unit's line.</param>
public sealed record LheDifference(FrozenLine Own, FrozenLine Tpi)
{
    /// <summary>Points from the unit's value to TPI's; negative where TPI gave more.</summary>
    public decimal Lost => Own.Points - Tpi.Points;
}
