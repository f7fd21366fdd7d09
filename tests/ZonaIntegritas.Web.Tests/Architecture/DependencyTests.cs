using Microsoft.AspNetCore.Components;
using NetArchTest.Rules;
using Xunit;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Architecture;

/// <summary>R1, R5 and R7 of the house: who may know whom. Each rule first shows that it looks at something (R9).</summary>
public sealed class DependencyTests
{
    private const string Features = "ZonaIntegritas.Web.Features";

    /// <summary>
    /// One feature using another's page or use case, agreed upon: the evaluator's desk is built from the worksheet's
    /// parts, both show documents and the thread of each question, a worksheet takes documents off and says what is wrong
    /// with them, last year's too, the first screens say who is named in a thread, and uploads are checked by the sheet's own rules.
    /// </summary>
    private static readonly (string From, string To)[] Agreed =
    [
        ("Reviews", "Assessments.Sheet"),
        ("Reviews", "Evidence.EvidencePanel"),
        ("Reviews", "Evidence.EvidenceViewer"),
        ("Assessments", "Evidence.EvidencePanel"),
        ("Assessments", "Evidence.EvidenceViewer"),
        ("Assessments", "Evidence.DetachEvidence"),
        ("Assessments", "Evidence.Troubles"),
        ("Assessments", "Discussion.QuestionTalk"),
        ("Assessments", "Discussion.MentionsNotice"),
        ("Reviews", "Discussion.QuestionTalk"),
        ("Reviews", "Discussion.MentionsNotice"),
        ("Readiness", "Discussion.MentionsNotice"),
        // Moves of the whole sheet on the worksheet and on the desk; TPN's values typed as the unit's are.
        ("Assessments", "Proposals.Journey"),
        ("Reviews", "Proposals.Journey"),
        ("Proposals", "Assessments.Sheet"),
        ("Assessments", "Evidence.Library.EvidenceSigns"),
        // Papers check what was typed, then have the same paper made as everybody else.
        ("Papers", "Reporting.IssuePaper"),
        // The unit's page issues its paper; the letterhead is set beside a paper that shows it.
        ("Readiness", "Reporting.Preview.ExportButton"),
        ("Administration", "Reporting.Preview.PaperView"),
        ("Papers", "Reporting.Preview.PaperView"),
        // A pack is a stored paper like any other, asked for where there is not one under way.
        ("EvidencePacks", "Reporting.IssuePaper"),
        ("EvidencePacks", "Reporting.CancelPaper"),
    ];

    [Fact]
    public void R1_the_domain_knows_only_the_base_class_library()
    {
        var references = typeof(ScoringEngine).Assembly.GetReferencedAssemblies();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void R5_a_feature_uses_no_other_features_page_or_use_case()
    {
        var names = House.FeatureNames.ToList();
        var guarded = House.FeatureTypes.Where(type => typeof(IComponent).IsAssignableFrom(type) || House.IsUseCase(type)).ToList();
        Assert.NotEmpty(names);
        Assert.NotEmpty(guarded);

        var uses = names.SelectMany(from => UsesOf(from, guarded)).ToList();

        // Not hollow: what was agreed upon is found.
        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, use => !Agreed.Any(agreed => use.From == agreed.From && use.To.StartsWith(agreed.To, StringComparison.Ordinal)));
        Assert.All(Agreed, agreed => Assert.Contains(uses, use => use.From == agreed.From && use.To.StartsWith(agreed.To, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SkiaSharp", new[] { Features + ".Reporting.Rendering", Features + ".Evidence.Serving" })]
    [InlineData("QRCoder", new[] { Features + ".Reporting.Rendering" })]
    [InlineData("Hangfire", new[] { "ZonaIntegritas.Web.Hosting.Jobs" })]
    [InlineData("MailKit", new[] { Features + ".Reminders" })]
    [InlineData("MimeKit", new[] { Features + ".Reminders" })]
    [InlineData("Microsoft.Data.Sqlite", new[] { "ZonaIntegritas.Web.Data", Features + ".BackgroundWork" })]
    public void R7_a_library_with_a_home_is_named_only_there(string library, string[] homes)
    {
        var users = Types.InAssembly(House.Web).That().HaveDependencyOn(library).GetTypes().Where(type => type.Namespace is not null).ToList();

        Assert.NotEmpty(users);
        Assert.Empty(users.Where(type => !homes.Any(home => type.FullName!.StartsWith(home, StringComparison.Ordinal))).Select(type => type.FullName));
    }

    [Fact]
    public void Features_do_not_know_the_hosting_that_starts_them_except_its_options_and_limits()
    {
        var hosting = House.Web.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ZonaIntegritas.Web.Hosting", StringComparison.Ordinal) == true
                && !type.IsNested && !type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Name != "RateLimits")
            .Select(type => type.FullName!).ToArray();
        Assert.NotEmpty(hosting);

        var result = Types.InAssembly(House.Web).That().ResideInNamespaceStartingWith(Features).ShouldNot().HaveDependencyOnAny(hosting).GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    private static IEnumerable<(string From, string To)> UsesOf(string feature, IReadOnlyList<Type> guarded) =>
        UsedOf(feature, [.. guarded.Where(target => House.FeatureOf(target) != feature).Select(target => target.FullName!)])
            .Select(target => (feature, target[(Features.Length + 1)..]));

    // By halves: each question reads the whole assembly, and nearly all of them are answered "none".
    private static IEnumerable<string> UsedOf(string feature, string[] targets)
    {
        var isUsed = targets.Length > 0 && Types.InAssembly(House.Web).That().ResideInNamespaceStartingWith($"{Features}.{feature}")
            .And().HaveDependencyOnAny(targets).GetTypes().Any(type => House.FeatureOf(type) == feature);
        return !isUsed ? []
            : targets.Length == 1 ? targets
            : UsedOf(feature, targets[..(targets.Length / 2)]).Concat(UsedOf(feature, targets[(targets.Length / 2)..]));
    }
}
