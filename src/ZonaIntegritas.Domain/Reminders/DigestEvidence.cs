using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>What a digest says of a sheet's evidence.</summary>
public static class DigestEvidence
{
    /// <summary>From here on a document that ends is told of; the library calls it near as well.</summary>
    public const int SoonDays = 30;

    private const string Library = "/pustaka?keadaan=";

    internal static IEnumerable<DigestLine> Of(SheetState sheet) => BrokenLinks(sheet).Concat(Expiring(sheet));

    // Also while TPI has the sheet: opening up a folder's sharing needs no change of the sheet.
    private static IEnumerable<DigestLine> BrokenLinks(SheetState sheet)
    {
        if (sheet.BrokenLinks > 0 && !SheetLife.IsAfterLhe(sheet.Status) && (sheet.FillDaysLeft ?? sheet.ReviewDaysLeft) is not null)
        {
            yield return Line(
                sheet,
                $"{sheet.BrokenLinks} tautan data dukung LKE {sheet.Period.Year} terkunci atau mati. Perbaiki sebelum evaluator membukanya.",
                "tautan-bermasalah");
        }
    }

    // Only while the unit may put another version forward.
    private static IEnumerable<DigestLine> Expiring(SheetState sheet)
    {
        if (sheet.UnitWindow is null)
        {
            yield break;
        }

        var (today, year) = (sheet.Today, sheet.Period.Year);
        if (sheet.Expiring.Where(items => items.DueOn < today).Sum(items => items.Count) is > 0 and var over)
        {
            yield return Line(
                sheet, $"{over} dokumen data dukung LKE {year} sudah berakhir masa berlakunya. Unggah versi yang berlaku.", $"sudah-berakhir&tahun={year}");
        }

        List<DueItems> soon = [.. sheet.Expiring.Where(items => items.DueOn >= today && items.DueOn <= today.AddDays(SoonDays))];
        if (soon.Count > 0)
        {
            var first = soon.Min(items => items.DueOn);
            yield return Line(
                sheet,
                $"{soon.Sum(items => items.Count)} dokumen data dukung LKE {year} berakhir dalam {SoonDays} hari, "
                + $"yang pertama {DigestWords.Until(first, first.DayNumber - today.DayNumber)}. Siapkan versi penggantinya.",
                $"segera-berakhir&tahun={year}");
        }
    }

    private static DigestLine Line(SheetState sheet, string text, string state) => new(ReminderKind.Evidence, text, Library + state) { UnitId = sheet.UnitId };
}
