namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Compares the weighted tree, section by section.</summary>
internal static class SectionComparison
{
    private sealed record Standing(Section Section, Section? Parent, Section Area);

    /// <returns>Each changed section with the code of the area it is shown under: the new one, or the old one of what is gone.</returns>
    public static IEnumerable<(string Area, SectionChange Change)> Between(Instrument before, Instrument after) =>
        from pair in Differences.Pair<Standing>(Standings(before), Standings(after), standing => standing.Section.Code)
        let change = Compare(pair.Before, pair.After)
        where change is not null
        select ((pair.After ?? pair.Before)!.Area.Code, change);

    private static SectionChange? Compare(Standing? before, Standing? after)
    {
        if (before is null || after is null)
        {
            var (kind, section) = before is null ? (ChangeKind.Added, after!.Section) : (ChangeKind.Removed, before.Section);
            var weight = Differences.Number(section.Weight);
            return new(kind, section.Code, section.Name, [new(Aspect.Weight, before is null ? null : weight, before is null ? weight : null)]);
        }

        List<Difference> found = [];
        var (old, now) = (before.Section, after.Section);
        // A parent that was only renamed says so where it stands itself.
        var moved = before.Parent?.Code != after.Parent?.Code;
        if (moved)
        {
            found.AddText(Aspect.Place, Say(before.Parent), Say(after.Parent));
        }

        found.AddText(Aspect.Name, old.Name, now.Name);
        found.AddNumber(Aspect.Weight, old.Weight, now.Weight);
        found.AddText(Aspect.Kind, Say(old.Kind), Say(now.Kind));
        found.AddText(Aspect.Group, old.Group, now.Group);
        found.AddText(Aspect.Source, old.Source, now.Source);
        found.AddOrder(Inside(old), Inside(now));
        return found.Count == 0 ? null : new(moved ? ChangeKind.Moved : ChangeKind.Changed, now.Code, now.Name, found);
    }

    private static List<Standing> Standings(Instrument instrument)
    {
        List<Standing> all = [];
        foreach (var component in instrument.Components)
        {
            Walk(component, null, component);
        }

        return all;

        void Walk(Section section, Section? parent, Section area)
        {
            area = section.Kind is SectionKind.Area or SectionKind.Outcome ? section : area;
            all.Add(new(section, parent, area));
            foreach (var child in section.Sections)
            {
                Walk(child, section, area);
            }
        }
    }

    private static string[] Inside(Section section) =>
        [.. section.Sections.Select(child => child.Code), .. section.Questions.Select(question => question.Code)];

    private static string? Say(Section? section) => section is null ? null : $"{section.Code} {section.Name}";

    private static string Say(SectionKind kind) => kind switch
    {
        SectionKind.Component => "komponen",
        SectionKind.Area => "area",
        SectionKind.Aspect => "aspek",
        SectionKind.Subcriterion => "sub-kriteria",
        SectionKind.Outcome => "komponen hasil",
        SectionKind.OutcomeItem => "butir hasil",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
