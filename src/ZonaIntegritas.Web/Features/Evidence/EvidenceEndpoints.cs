using ZonaIntegritas.Web.Features.Evidence.Serving;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Files travel over HTTP, not through the circuit: streamed, and checked at each request.</summary>
public static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder endpoints) => endpoints.MapServing();

    public static string Url(Guid versionId) => $"/berkas/{versionId}";
}
