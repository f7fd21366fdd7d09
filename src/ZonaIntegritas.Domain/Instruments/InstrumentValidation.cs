using System.Globalization;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Finds everything wrong with an instrument file at once, so that it is mended in one round.</summary>
internal static class InstrumentValidation
{
    // Far above any instrument; sums of larger ones could leave what a decimal holds.
    private const decimal MostWeight = 1_000_000m;

    public static IReadOnlyList<string> FaultsOf(InstrumentDraft draft)
    {
        var faults = new List<string>();
        CheckTitle(draft, faults);
        foreach (var scale in draft.Scales ?? [])
        {
            CheckScale(scale, faults);
        }

        CheckTree(draft, faults);
        QuestionValidation.Check(draft, faults);
        PredicateValidation.Check(draft, faults);
        return faults;
    }

    /// <summary>Says which of <paramref name="codes"/> is missing or stands twice.</summary>
    internal static void CheckCodes(string what, IEnumerable<string?> codes, List<string> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                faults.Add($"{what}: kode kosong.");
            }
            else if (!seen.Add(code))
            {
                faults.Add($"{what} {code}: kode ganda.");
            }
        }
    }

    internal static string Show(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "(kosong)";

    private static void CheckTitle(InstrumentDraft draft, List<string> faults)
    {
        Require(draft.Id, "id");
        Require(draft.Version, "version");
        Require(draft.Programme, "programme");
        Require(draft.Name, "name");
        Require(draft.Source, "source");

        void Require(string? value, string member)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                faults.Add($"{member}: wajib diisi.");
            }
        }
    }

    private static void CheckScale(ScaleDraft scale, List<string> faults)
    {
        var name = $"Skala {scale.Id}";
        switch (scale.Kind)
        {
            case null:
                faults.Add($"{name}: kind wajib diisi.");
                break;
            case ScaleKind.Choice when scale.Options is not { Count: >= 2 }:
                faults.Add($"{name}: paling sedikit dua pilihan.");
                break;
            case ScaleKind.Level when scale.Maximum is not > 0:
                faults.Add($"{name}: maximum harus lebih dari 0.");
                break;
            case ScaleKind.Level or ScaleKind.Counted when scale.Options is { Count: > 0 }:
                faults.Add($"{name}: pilihan hanya untuk skala choice.");
                break;
        }

        foreach (var (key, value) in (scale.Options ?? []).Where(option => option.Value is < 0 or > 1))
        {
            faults.Add($"{name}: nilai pilihan {key} = {Show(value)} di luar 0..1.");
        }
    }

    private static void CheckTree(InstrumentDraft draft, List<string> faults)
    {
        CheckCodes("Skala", (draft.Scales ?? []).Select(scale => scale.Id), faults);
        CheckCodes("Kelompok", (draft.Groups ?? []).Select(group => group.Code), faults);
        CheckCodes("Bagian", draft.AllSections().Select(section => section.Code), faults);
        if (draft.Components is not { Count: > 0 })
        {
            faults.Add("components: wajib diisi.");
            return;
        }

        CheckSum("Instrumen", draft.TotalWeight, draft.Components, faults);
        foreach (var section in draft.AllSections())
        {
            CheckSection(section, draft, faults);
        }

        foreach (var group in draft.Groups ?? [])
        {
            CheckGroup(group, draft, faults);
        }
    }

    private static void CheckGroup(GroupDraft group, InstrumentDraft draft, List<string> faults)
    {
        var name = $"Kelompok {group.Code}";
        List<SectionDraft> members = [.. draft.AllSections().Where(section => section.Group == group.Code)];
        if (string.IsNullOrWhiteSpace(group.Name))
        {
            faults.Add($"{name}: name wajib diisi.");
        }

        if (group.Code == Limit.TotalTarget || draft.AllSections().Any(section => section.Code == group.Code))
        {
            faults.Add($"{name}: kode ini sudah dipakai bagian lain.");
        }

        if (draft.Components?.FirstOrDefault(candidate => candidate.Code == group.Component) is not { } component)
        {
            faults.Add($"{name}: komponen {group.Component ?? "(kosong)"} tidak ada.");
        }
        else if (members.Except(component.SelfAndBelow()).Any())
        {
            faults.Add($"{name}: ada anggota di luar komponen {group.Component}.");
        }

        if (members.Count == 0)
        {
            faults.Add($"{name}: tidak ada bagian di dalamnya.");
        }

        if (members.Any(member => member.SelfAndBelow().Skip(1).Any(members.Contains)))
        {
            faults.Add($"{name}: ada anggota di dalam anggota, sehingga dihitung dua kali.");
        }
    }

    private static void CheckSection(SectionDraft section, InstrumentDraft draft, List<string> faults)
    {
        var name = $"Bagian {section.Code}";
        if (section.Code == Limit.TotalTarget)
        {
            faults.Add($"{name}: kode ini dipakai untuk nilai total.");
        }

        if (section.Kind is null)
        {
            faults.Add($"{name}: kind wajib diisi.");
        }

        if (string.IsNullOrWhiteSpace(section.Name))
        {
            faults.Add($"{name}: name wajib diisi.");
        }

        if (section.Weight is not (> 0 and <= MostWeight))
        {
            faults.Add($"{name}: bobot harus lebih dari 0{(section.Weight > 0 ? $" dan paling banyak {Show(MostWeight)}" : "")}.");
        }

        if (section.Group is not null && draft.Groups?.Any(group => group.Code == section.Group) != true)
        {
            faults.Add($"{name}: kelompok {section.Group} tidak ada.");
        }

        CheckContent(section, name, faults);
    }

    private static void CheckContent(SectionDraft section, string name, List<string> faults)
    {
        var (sections, questions) = (section.Sections?.Count ?? 0, section.Questions?.Count ?? 0);
        if (sections > 0 == questions > 0)
        {
            faults.Add($"{name}: berisi bagian atau soal, tidak keduanya dan tidak kosong.");
        }

        if (sections > 0)
        {
            CheckSum(name, section.Weight, section.Sections, faults);
        }
    }

    private static void CheckSum(string name, decimal? weight, List<SectionDraft>? children, List<string> faults)
    {
        if (children?.Any(child => child.Weight > MostWeight) == true)
        {
            return; // said of the child itself
        }

        var sum = (children ?? []).Sum(child => child.Weight ?? 0);
        if (weight != sum)
        {
            faults.Add($"{name}: bobot {Show(weight)}, tetapi jumlah bobot isinya {Show(sum)}.");
        }
    }
}
