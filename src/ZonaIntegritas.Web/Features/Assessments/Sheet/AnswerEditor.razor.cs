using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

public sealed partial class AnswerEditor
{
    private readonly Dictionary<string, string> _texts = [];
    private string _level = "";
    private string? _shown;
    private AnswerValue? _reported;
    private IReadOnlyList<string> _faults = [];

    [Parameter, EditorRequired]
    public required Question Question { get; set; }

    /// <summary>Points at most, to say what each option costs.</summary>
    [Parameter, EditorRequired]
    public Fraction Factor { get; set; }

    [Parameter]
    public AnswerValue? Value { get; set; }

    /// <summary>Raised only with an acceptable answer, or null when everything was taken out.</summary>
    [Parameter]
    public EventCallback<AnswerValue?> ValueChanged { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Whose answer this is, for screen readers and to keep two editors of a page apart.</summary>
    [Parameter]
    public string Legend { get; set; } = "Jawaban";

    private string GroupName => $"{Legend}-{Question.Code}".Replace(' ', '-').Replace('.', '-');

    private string Percentage =>
        Value is CountsAnswer counts && AnswerRules.IsComplete(Question, counts) && AnswerRules.FaultsOf(Question, counts).Count == 0
            ? Indonesian.Percent(CountScoring.Value(Question.Formula!, counts).Value)
            : "–";

    protected override void OnParametersSet()
    {
        // Texts are taken over when another question or another value comes in, not while this one is being typed.
        if (_shown == Question.Code && (ReferenceEquals(Value, _reported) || Equals(Value, _reported)))
        {
            return;
        }

        (_shown, _reported, _faults) = (Question.Code, Value, []);
        _texts.Clear();
        foreach (var (key, count) in (Value as CountsAnswer)?.Counts ?? new Dictionary<string, long>())
        {
            _texts[key] = count.ToString(CultureInfo.InvariantCulture);
        }

        _level = Value is LevelAnswer level ? Indonesian.Number(level.Value) : "";
    }

    private string InputId(CountInput input) => $"{GroupName}-{input.Key}";

    private string Cost(AnswerOption option)
    {
        var lost = Factor * (1m - option.Value);
        return lost.IsZero ? $"{Indonesian.Points(Factor)} poin" : $"−{Indonesian.Points(lost)} poin";
    }

    private async Task ChangeAsync(AnswerValue? value)
    {
        _faults = value is null ? [] : AnswerRules.FaultsOf(Question, value);
        if (_faults.Count == 0)
        {
            _reported = value;
            await ValueChanged.InvokeAsync(value);
        }
    }

    private Task TypeCountAsync(CountInput input, string? typed)
    {
        _texts[input.Key] = typed ?? "";
        var counts = new Dictionary<string, long>();
        foreach (var (key, text) in _texts.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)))
        {
            if (!long.TryParse(text.Replace(".", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                var label = Question.Formula!.Inputs.First(i => i.Key == key).Label;
                _faults = [$"{label}: isi dengan bilangan bulat 0 atau lebih."];
                return Task.CompletedTask;
            }

            counts[key] = count;
        }

        return ChangeAsync(counts.Count == 0 ? null : new CountsAnswer(counts));
    }

    private Task TypeLevelAsync(string? typed)
    {
        _level = typed ?? "";
        if (string.IsNullOrWhiteSpace(_level))
        {
            return ChangeAsync(null);
        }

        if (decimal.TryParse(_level.Replace(',', '.').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level))
        {
            return ChangeAsync(new LevelAnswer(level));
        }

        _faults = ["Isi dengan angka, misalnya 3,60."];
        return Task.CompletedTask;
    }
}
