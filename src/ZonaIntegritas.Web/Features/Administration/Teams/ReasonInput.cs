namespace ZonaIntegritas.Web.Features.Administration.Teams;

public sealed class ReasonInput
{
    public Guid? ToId { get; set; }

    public string Reason { get; set; } = "";
}
