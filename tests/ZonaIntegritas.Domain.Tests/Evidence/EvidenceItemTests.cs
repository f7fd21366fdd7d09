using Xunit;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Domain.Tests.Evidence;

public sealed class EvidenceItemTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid By = Guid.CreateVersion7(Now);

    private static readonly EvidenceDetails Decree = new(
        "SK Tim Kerja 2026", EvidenceKind.Decree, new(2026, 1, 19), new(2026, 1, 1), new(2026, 12, 31), new(2026, 12, 31), "000.8/2026", "");

    [Fact]
    public void What_a_unit_says_is_kept_trimmed_and_counts_one_revision()
    {
        var item = New();

        Assert.True(item.Describe(Decree with { Title = "  SK Tim Kerja 2026 ", LetterNumber = " 000.8/2026 " }).Succeeded);

        Assert.Equal(("SK Tim Kerja 2026", EvidenceKind.Decree, "000.8/2026", 1), (item.Title, item.Kind, item.LetterNumber, item.Revision));
        Assert.Equal((new DateOnly(2026, 1, 19), new DateOnly(2026, 12, 31)), (item.DocumentDate, item.ValidUntil));
    }

    public static TheoryData<string, EvidenceDetails, string> Faulty => new()
    {
        { "no title", Decree with { Title = " " }, "evidence.title-missing" },
        { "long title", Decree with { Title = new('x', EvidenceItem.TitleMaxLength + 1) }, "evidence.too-long" },
        { "long number", Decree with { LetterNumber = new('x', EvidenceItem.LetterNumberMaxLength + 1) }, "evidence.too-long" },
        { "long description", Decree with { Description = new('x', EvidenceItem.DescriptionMaxLength + 1) }, "evidence.too-long" },
        { "covers backwards", Decree with { CoversFrom = new(2026, 7, 1), CoversUntil = new(2026, 6, 30) }, "evidence.covers-backwards" },
        { "expires before its date", Decree with { ValidUntil = new(2026, 1, 18) }, "evidence.expires-before-date" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_cannot_be_is_refused_and_changes_nothing(string what, EvidenceDetails details, string problem)
    {
        var item = New();

        var result = item.Describe(details);

        Assert.True(problem == result.Problem?.Code, $"{what}: {result.Problem}");
        Assert.Equal(("sk-tim.pdf", 0), (item.Title, item.Revision));
    }

    [Fact]
    public void One_day_may_be_covered_and_a_document_may_expire_on_its_own_day() =>
        Assert.Null((Decree with { CoversFrom = new(2026, 7, 1), CoversUntil = new(2026, 7, 1), ValidUntil = new(2026, 1, 19) }).Fault);

    [Fact]
    public void Versions_are_numbered_from_one()
    {
        var item = New();

        Assert.Equal((1, 2, 3), (item.NextVersion(), item.NextVersion(), item.NextVersion()));
        Assert.Equal(3, item.LatestVersion);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(100_000, true)]
    [InlineData(0, false)]
    [InlineData(-3, false)]
    [InlineData(100_001, false)]
    public void A_link_points_at_a_page_that_can_be(int? page, bool accepted)
    {
        var link = new EvidenceLink(By, By, "A.I.1.i.a", Version(By), By, Now);

        Assert.Equal(accepted, link.PointAt(page, " diktum kedua ").Succeeded);
        Assert.Equal(accepted ? (page, "diktum kedua") : (null, ""), (link.Page, link.Passage));
    }

    [Fact]
    public void A_link_never_puts_a_version_of_another_item_forward()
    {
        var link = new EvidenceLink(By, By, "A.I.1.i.a", Version(By), By, Now);

        Assert.Throws<ArgumentException>(() => link.PutForward(Version(Guid.CreateVersion7(Now.AddDays(1)))));
    }

    private static EvidenceItem New() => new(By, By, "sk-tim.pdf", By, Now);

    private static EvidenceVersion Version(Guid itemId) =>
        EvidenceVersion.OfFile(new(Guid.CreateVersion7(Now), itemId, By, 1, By, Now), "a.pdf", EvidenceType.Pdf, 9, new('0', 64), ContentWarning.None);
}
