using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Discussion;

namespace ZonaIntegritas.Domain.Tests.Discussion;

/// <summary>Every capacity against every matter, before and after an LHE.</summary>
public sealed class ThreadSightTests
{
    // Columns: common, TPI's judgement before the LHE, in the LHE, catatan tim before, in the LHE.
    [Theory]
    [InlineData(Capacity.None, "- - - - -")]
    [InlineData(Capacity.Coordinator, "x - x - -")]
    [InlineData(Capacity.UnitHead, "x - x - -")]
    [InlineData(Capacity.Member, "x x x x x")]
    [InlineData(Capacity.Lead, "x x x x x")]
    [InlineData(Capacity.Controller, "x x x x x")]
    [InlineData(Capacity.Head, "x x x - -")]
    [InlineData(Capacity.Administrator, "x x x x x")]
    public void The_unit_never_reads_what_tpi_keeps_and_nobody_outside_reads_anything(Capacity viewer, string expected)
    {
        string[] seen =
        [
            Mark(ThreadMatter.Common, false), Mark(ThreadMatter.TpiJudgement, false), Mark(ThreadMatter.TpiJudgement, true),
            Mark(ThreadMatter.TpiNote, false), Mark(ThreadMatter.TpiNote, true),
        ];

        Assert.Equal(expected, string.Join(' ', seen));
        Assert.Equal(ThreadSight.Sees(viewer, ThreadMatter.Common, false), ThreadSight.Sees(viewer, ThreadMatter.Common, true));

        string Mark(ThreadMatter matter, bool inLhe) => ThreadSight.Sees(viewer, matter, inLhe) ? "x" : "-";
    }

    [Fact]
    public void The_table_names_every_capacity() => Assert.Equal(8, Enum.GetValues<Capacity>().Length);

    [Fact]
    public void Only_tpi_and_the_administrator_write_for_tpi_alone() => Assert.Equal(
        [Capacity.Member, Capacity.Lead, Capacity.Controller, Capacity.Administrator],
        Enum.GetValues<Capacity>().Where(ThreadSight.IsTpi));
}
