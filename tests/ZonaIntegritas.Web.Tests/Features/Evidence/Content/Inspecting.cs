using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Content;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

/// <summary>Short ways to have bytes looked at.</summary>
internal static class Inspecting
{
    public static Result<ContentWarning> Inspect(byte[] content, string name)
    {
        using var stream = new MemoryStream(content);
        return EvidenceInspection.Inspect(stream, EvidenceTypes.FromName(name)!.Value);
    }

    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", name));
}
