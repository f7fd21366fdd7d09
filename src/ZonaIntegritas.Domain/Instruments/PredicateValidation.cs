using static ZonaIntegritas.Domain.Instruments.InstrumentValidation;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Faults of predicates, their limits, and bands.</summary>
internal static class PredicateValidation
{
    public static void Check(InstrumentDraft draft, List<string> faults)
    {
        CheckCodes("Predikat", (draft.Predicates ?? []).Select(predicate => predicate.Code), faults);
        foreach (var predicate in draft.Predicates ?? [])
        {
            CheckPredicate(predicate, draft, faults);
        }

        CheckBands(draft, faults);
    }

    private static void CheckPredicate(PredicateDraft predicate, InstrumentDraft draft, List<string> faults)
    {
        var name = $"Predikat {predicate.Code}";
        if (predicate.Requires is not null && draft.Predicates?.Any(other => other.Code == predicate.Requires) != true)
        {
            faults.Add($"{name}: predikat prasyarat {predicate.Requires} tidak ada.");
        }

        if (predicate.Limits is not { Count: > 0 })
        {
            faults.Add($"{name}: tidak punya batas.");
        }

        foreach (var limit in predicate.Limits ?? [])
        {
            CheckLimit(limit, $"{name}, batas {limit.Target ?? limit.EachOf?.ToString()}", draft, faults);
        }
    }

    private static void CheckLimit(LimitDraft limit, string name, InstrumentDraft draft, List<string> faults)
    {
        if (limit.Target is null == limit.EachOf is null)
        {
            faults.Add($"{name}: isi salah satu dari target dan eachOf.");
        }

        if (limit.Minimum is null == limit.MinimumPercent is null)
        {
            faults.Add($"{name}: isi salah satu dari minimum dan minimumPercent.");
        }

        var weights = WeightsOf(limit, draft);
        if (weights.Count == 0)
        {
            faults.Add($"{name}: bagian yang dituju tidak ada.");
        }

        if (limit.MinimumPercent is < 0 or > 100 || limit.Minimum < 0 || weights.Any(weight => limit.Minimum > weight))
        {
            faults.Add($"{name}: minimum {Show(limit.Minimum ?? limit.MinimumPercent)} tidak dapat dicapai.");
        }
    }

    private static List<decimal> WeightsOf(LimitDraft limit, InstrumentDraft draft) =>
        limit.Target == Limit.TotalTarget
            ? [draft.TotalWeight ?? 0]
            : [.. draft.AllSections()
                .Where(section => limit.Target is not null ? section.Code == limit.Target : section.Kind == limit.EachOf)
                .Select(section => section.Weight ?? 0)];

    private static void CheckBands(InstrumentDraft draft, List<string> faults)
    {
        var bands = draft.Bands ?? [];
        CheckCodes("Rentang", bands.Select(band => band.Name), faults);
        if (bands.Count > 0 && bands.All(band => band.Minimum != 0))
        {
            faults.Add("Rentang: harus ada yang dimulai dari 0.");
        }

        if (bands.Select(band => band.Minimum).Distinct().Count() != bands.Count || bands.Any(band => band.Minimum is null or < 0))
        {
            faults.Add("Rentang: batas bawah harus ada, tidak negatif, dan berbeda-beda.");
        }
    }
}
