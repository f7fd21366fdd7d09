using Xunit;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Tests.Architecture;

public class PurityTests
{
    [Fact]
    public void Domain_knows_only_the_base_class_library()
    {
        var references = typeof(ScoringEngine).Assembly.GetReferencedAssemblies();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));
    }
}
