using Xunit;

namespace ZonaIntegritas.Web.Tests.Data;

/// <summary>Tests that read one seeded demo, for seeding it takes longer than reading it.</summary>
[CollectionDefinition]
public sealed class SharedDemo : ICollectionFixture<SeededDemo>;
