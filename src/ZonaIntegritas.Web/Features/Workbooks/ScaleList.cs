using System.Globalization;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>Where each scale's options stand on the sheet Skala: what an answer is worth is written there once.</summary>
internal sealed class ScaleList
{
    public const string SheetName = "Skala";
    public const int FirstRow = 2;

    private readonly Dictionary<string, (int From, int To)> _places = [];

    public ScaleList(Instrument instrument)
    {
        List<(AnswerScale, ScaleOption)> rows = [];
        foreach (var scale in instrument.Places.Select(place => place.Question.Scale).Where(scale => scale.Kind == ScaleKind.Choice).DistinctBy(scale => scale.Id))
        {
            _places[scale.Id] = (FirstRow + rows.Count, FirstRow + rows.Count + scale.Options.Count - 1);
            rows.AddRange(scale.Options.Select(option => (scale, option)));
        }

        Rows = rows;
    }

    public IReadOnlyList<(AnswerScale Scale, ScaleOption Option)> Rows { get; }

    public string Keys(AnswerScale scale) => Range("B", _places[scale.Id]);

    public string Values(AnswerScale scale) => Range("C", _places[scale.Id]);

    private static string Range(string column, (int From, int To) place) =>
        string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${column}${place.From}:${column}${place.To}");
}
