using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>
/// Judging one question or many of a sheet inside the caller's transaction: loaded once, each question asked on its own
/// merits, saved and scored once. The caller has checked who.
/// </summary>
internal sealed class JudgementPad
{
    private readonly AppDbContext _db;
    private readonly OpenSheet _sheet;
    private readonly Actor _actor;
    private readonly ILookup<(string Code, Layer Layer), Answer> _answers;
    private readonly Dictionary<string, IReadOnlyCollection<PutForward>?> _shown = [];

    private JudgementPad(AppDbContext db, OpenSheet sheet, Actor actor, TierTable table, IEnumerable<Answer> answers)
    {
        (_db, _sheet, _actor, Table) = (db, sheet, actor, table);
        Duty = actor.DutyOn(sheet.Unit.Id)!;
        _answers = answers.ToLookup(answer => (answer.QuestionCode, answer.Layer));
    }

    public TierTable Table { get; }

    public ReviewDuty Duty { get; }

    /// <param name="onlyCode">One question; null for the whole sheet.</param>
    public static async Task<JudgementPad> OpenAsync(AppDbContext db, OpenSheet sheet, Actor actor, string? onlyCode, CancellationToken ct)
    {
        var table = await TierTable.LoadAsync(db, sheet, onlyCode, ct);
        var answers = await db.Answers
            .Where(answer => answer.AssessmentId == sheet.Assessment.Id && answer.Layer != Layer.Tpn && (onlyCode == null || answer.QuestionCode == onlyCode))
            .ToListAsync(ct);
        return new(db, sheet, actor, table, answers);
    }

    public Answer? UnitAnswer(string code) => _answers[(code, Layer.Unit)].FirstOrDefault();

    public bool DiffersFromUnit(string code, AnswerValue? value) => value is not null && !value.Equals(UnitAnswer(code)?.Value);

    /// <summary>TPI holds another value than the unit and nobody has said why.</summary>
    public bool IsUnreasoned(string code) =>
        _answers[(code, Layer.Tpi)].FirstOrDefault() is { Reason: null } held && DiffersFromUnit(code, held.Value);

    /// <summary>Why this person's tier cannot judge this question now; null when it can.</summary>
    public Problem? Refusal(string code) =>
        _sheet.Instrument.Place(code) is not { } place ? AssessmentProblems.UnknownQuestion
        : !Duty.Covers(place.Area.Code) ? ReviewProblems.NotYourArea
        : Table.Review(place).MayJudge(Duty.Tier).Problem;

    /// <param name="basedOn">Version of the judgement below that this one rests on; null for the present one.</param>
    public Result<TierJudgement> Judge(SaveAnswerCommand command, int? basedOn = null)
    {
        if (Refusal(command.QuestionCode) is { } notNow)
        {
            return notNow;
        }

        var place = _sheet.Instrument.Place(command.QuestionCode)!;
        var review = Table.Review(place);
        if (AnswerWriter.ProblemOf(place.Question, command.Value, command.Note) is { } unacceptable)
        {
            return unacceptable;
        }

        if (Stale(place.Question, review, command) is { } stale)
        {
            return stale;
        }

        var judgement = Write(command, basedOn ?? review.BelowVersion(Duty.Tier));
        AnswerWriter.Put(_db, _sheet, place.Question, _answers[(command.QuestionCode, Layer.Tpi)].FirstOrDefault(), Effective(judgement), _actor);
        _sheet.Assessment.CloseRepaired(command.QuestionCode, _actor.UserId, _sheet.Now);
        _shown[command.QuestionCode] = command.Shown;
        return judgement;
    }

    /// <returns>TPI's score, and what each judged question rested on before.</returns>
    public async Task<(ScoreSheet Score, ILookup<string, PutForward> Before)> SaveAsync(CancellationToken ct)
    {
        if (_shown.Count > 0 && _sheet.Assessment.BeginReview(_actor.UserId, _sheet.Now))
        {
            _db.RecordMove(_sheet.Assessment, _actor);
        }

        var before = await ReviewBasis.RecordAsync(_db, _sheet.Assessment.Id, Layer.Tpi, _shown, ct);
        return (await SheetKeeper.RescoreAsync(_db, _sheet, Layer.Tpi, ct), before);
    }

    private Problem? Stale(Question question, TierReview review, SaveAnswerCommand command)
    {
        var mine = Table.Of(question.Code, Duty.Tier);
        return (mine?.Version ?? 0) != command.SeenVersion ? AssessmentProblems.Stale(AnswerWriter.Describe(question, mine?.Value))
            : command.SeenBelow is { } seen && seen != review.BelowVersion(Duty.Tier)
                ? ReviewProblems.BelowChanged(review.Tiers.Last(tier => tier < Duty.Tier))
            : null;
    }

    private TierJudgement Write(SaveAnswerCommand command, int basedOn)
    {
        var judgement = Table.Of(command.QuestionCode, Duty.Tier);
        if (judgement is null)
        {
            _db.TierJudgements.Add(judgement = new(_sheet.Assessment.Id, command.QuestionCode, Duty.Tier));
        }

        // Where the values are the same, there is nothing to give a reason for.
        var reason = DiffersFromUnit(command.QuestionCode, command.Value) ? command.Reason : null;
        judgement.Change(new(command.Value, command.Note, reason), basedOn, _actor.UserId, _sheet.Now);
        return judgement;
    }

    /// <summary>What TPI holds after this: this tier's value, or the tier's below while this one has written only a note.</summary>
    private AnswerWrite Effective(TierJudgement judgement)
    {
        var holds = judgement.Value is not null
            ? judgement
            : Table.Of(judgement.QuestionCode).Where(lower => lower.Tier < judgement.Tier && lower.Value is not null).MaxBy(lower => lower.Tier) ?? judgement;
        return new(Layer.Tpi, judgement.QuestionCode, holds.Value, holds.Note, null, holds.Reason, judgement.Tier);
    }
}
