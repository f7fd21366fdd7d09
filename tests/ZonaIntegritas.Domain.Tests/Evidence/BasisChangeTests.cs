using Xunit;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Domain.Tests.Evidence;

public sealed class BasisChangeTests
{
    private static readonly Guid DecreeLink = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid MinutesLink = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    private static readonly Guid V1 = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid V2 = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void The_same_documents_in_another_order_are_the_same_basis() =>
        Assert.True(BasisChange.Between([new(DecreeLink, V1), new(MinutesLink, V1)], [new(MinutesLink, V1), new(DecreeLink, V1)]).IsNone);

    [Fact]
    public void Nothing_judged_on_nothing_is_the_same_basis() => Assert.True(BasisChange.Between([], []).IsNone);

    [Fact]
    public void A_new_version_replaces() =>
        Assert.Equal(new(0, 1, 0), BasisChange.Between([new(DecreeLink, V1)], [new(DecreeLink, V2)]));

    [Fact]
    public void What_came_later_is_added_and_what_was_taken_off_removed() =>
        Assert.Equal(new(1, 0, 1), BasisChange.Between([new(DecreeLink, V1)], [new(MinutesLink, V1)]));

    [Fact]
    public void Taking_off_and_attaching_the_same_document_again_is_a_change()
    {
        // Another link: somebody decided anew that this document proves the answer.
        var again = Guid.Parse("00000000-0000-0000-0000-00000000000c");

        Assert.Equal(new(1, 0, 1), BasisChange.Between([new(DecreeLink, V1)], [new(again, V1)]));
    }
}
