namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Faults of questions: their scale, options and formulas.</summary>
internal static class QuestionValidation
{
    public static void Check(InstrumentDraft draft, List<string> faults)
    {
        InstrumentValidation.CheckCodes("Soal", draft.AllQuestions().Select(question => question.Code), faults);
        foreach (var question in draft.AllQuestions())
        {
            CheckQuestion(question, draft, faults);
        }
    }

    private static void CheckQuestion(QuestionDraft question, InstrumentDraft draft, List<string> faults)
    {
        var name = $"Soal {question.Code}";
        if (string.IsNullOrWhiteSpace(question.Statement))
        {
            faults.Add($"{name}: statement wajib diisi.");
        }

        var scale = (draft.Scales ?? []).FirstOrDefault(candidate => candidate.Id == question.Scale);
        if (scale is null)
        {
            faults.Add($"{name}: skala {question.Scale ?? "(kosong)"} tidak dikenal.");
            return;
        }

        CheckOptions(question, scale, name, faults);
        CheckFormula(question, scale, name, faults);
    }

    private static void CheckOptions(QuestionDraft question, ScaleDraft scale, string name, List<string> faults)
    {
        var expected = scale.Kind == ScaleKind.Choice ? scale.Options?.Keys.ToList() ?? [] : [];
        var actual = question.Options ?? [];
        faults.AddRange(expected
            .Where(key => string.IsNullOrWhiteSpace(actual.GetValueOrDefault(key)))
            .Select(key => $"{name}: teks pilihan {key} tidak ada."));
        faults.AddRange(actual.Keys
            .Where(key => !expected.Contains(key))
            .Select(key => $"{name}: pilihan {key} tidak ada di skala {scale.Id}."));
    }

    private static void CheckFormula(QuestionDraft question, ScaleDraft scale, string name, List<string> faults)
    {
        if (scale.Kind == ScaleKind.Counted != question.Formula is not null)
        {
            faults.Add(question.Formula is null
                ? $"{name}: rumus wajib ada pada soal hitungan."
                : $"{name}: rumus hanya untuk soal hitungan.");
        }

        if (question.Formula is { } formula)
        {
            CheckFormulaParts(formula, name, faults);
        }
    }

    private static void CheckFormulaParts(FormulaDraft formula, string name, List<string> faults)
    {
        if (formula.Kind is null || formula.WhenWholeIsZero is null || string.IsNullOrWhiteSpace(formula.Text))
        {
            faults.Add($"{name}: kind, whenWholeIsZero dan text wajib ada pada rumus.");
        }

        InstrumentValidation.CheckCodes($"{name}: isian", (formula.Inputs ?? []).Select(input => input.Key), faults);
        faults.AddRange((formula.Inputs ?? [])
            .Where(input => string.IsNullOrWhiteSpace(input.Label))
            .Select(input => $"{name}: isian {input.Key} tanpa label."));
        CheckInputs("part", formula.Part);
        CheckInputs("whole", formula.Whole);
        foreach (var limit in formula.Limits ?? [])
        {
            CheckInputs("limits.parts", limit.Parts);
            CheckInputs("limits.atMost", limit.AtMost);
            if (string.IsNullOrWhiteSpace(limit.Reason))
            {
                faults.Add($"{name}: batas hitungan tanpa reason.");
            }
        }

        void CheckInputs(string member, List<string>? keys)
        {
            if (keys is not { Count: > 0 })
            {
                faults.Add($"{name}: {member} pada rumus kosong.");
            }

            faults.AddRange((keys ?? [])
                .Where(key => formula.Inputs?.Any(input => input.Key == key) != true)
                .Select(key => $"{name}: {member} memakai isian {key} yang tidak ada."));
        }
    }
}
