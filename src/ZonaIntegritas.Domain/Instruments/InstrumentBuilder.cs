namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Turns a draft without faults into an instrument; each "!" here was checked by <see cref="InstrumentValidation"/>.</summary>
internal static class InstrumentBuilder
{
    public static Instrument Build(InstrumentDraft draft)
    {
        var scales = (draft.Scales ?? []).Select(BuildScale).ToDictionary(scale => scale.Id);
        List<Section> components = [.. draft.Components!.Select(section => BuildSection(section, scales))];
        return new(
            new(draft.Id!, draft.Version!, draft.Programme!, draft.Name!, draft.Source!),
            components,
            [.. (draft.Groups ?? []).Select(group => new SectionGroup(group.Code!, group.Name!, group.Component!))],
            [.. (draft.Predicates ?? []).Select(predicate => BuildPredicate(predicate, components))],
            [.. (draft.Bands ?? []).Select(band => new Band(band.Name!, band.Minimum!.Value)).OrderByDescending(band => band.Minimum)]);
    }

    private static AnswerScale BuildScale(ScaleDraft scale) => new(
        scale.Id!,
        scale.Kind!.Value,
        [.. (scale.Options ?? []).Select(option => new ScaleOption(option.Key, option.Value))],
        scale.Maximum ?? 1m);

    private static Section BuildSection(SectionDraft section, Dictionary<string, AnswerScale> scales) => new(
        section.Code!,
        section.Kind!.Value,
        section.Name!,
        section.Weight!.Value,
        section.Group,
        [.. (section.Sections ?? []).Select(child => BuildSection(child, scales))],
        [.. (section.Questions ?? []).Select(question => BuildQuestion(question, scales[question.Scale!]))],
        section.Source);

    private static Question BuildQuestion(QuestionDraft question, AnswerScale scale) => new(
        question.Code!,
        question.Statement!,
        question.Guidance,
        scale,
        [.. scale.Options.Select(option => new AnswerOption(option.Key, option.Value, question.Options![option.Key]))],
        question.Formula is { } formula ? BuildFormula(formula) : null,
        question.Evidence ?? [],
        question.PortalRbId,
        question.Source);

    private static CountFormula BuildFormula(FormulaDraft formula) => new(
        formula.Kind!.Value,
        [.. formula.Inputs!.Select(input => new CountInput(input.Key!, input.Label!, input.PortalRbId))],
        formula.Part!,
        formula.Whole!,
        formula.WhenWholeIsZero!.Value,
        [.. (formula.Limits ?? []).Select(limit => new CountLimit(limit.Parts!, limit.AtMost!, limit.Reason!, limit.WaivedWhenFull))],
        formula.Text!);

    private static Predicate BuildPredicate(PredicateDraft predicate, List<Section> components) => new(
        predicate.Code!,
        predicate.Name!,
        predicate.Requires,
        predicate.RequiresSource,
        [.. predicate.Limits!.SelectMany(limit => BuildLimits(limit, components))]);

    /// <summary>A limit on "each area" becomes one limit per area, so that each is listed by its name.</summary>
    private static IEnumerable<Limit> BuildLimits(LimitDraft limit, List<Section> components)
    {
        if (limit.Target == Limit.TotalTarget)
        {
            return [BuildLimit(limit, Limit.TotalTarget, "Nilai total", components.Sum(component => component.Weight))];
        }

        return components
            .SelectMany(component => component.SelfAndBelow())
            .Where(section => limit.Target is not null ? section.Code == limit.Target : section.Kind == limit.EachOf)
            .Select(section => BuildLimit(limit, section.Code, section.Name, section.Weight));
    }

    private static Limit BuildLimit(LimitDraft limit, string target, string name, decimal weight) => new(
        target,
        limit.Label ?? name,
        limit.Minimum ?? (limit.MinimumPercent!.Value * weight / 100m),
        limit.MinimumPercent,
        limit.Source);
}
