namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>Which questions a sheet's list shows.</summary>
public enum SheetFilter
{
    All,

    /// <summary>Where this layer, or this person's tier, still has something to do.</summary>
    Waiting,

    /// <summary>Sent back: to the unit, those it has to repair; to TPI, those not looked at again either.</summary>
    Returned,

    /// <summary>Changed by others since this person last looked.</summary>
    Changed,
}
