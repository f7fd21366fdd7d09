using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Discussion;

/// <summary>
/// Percakapan: everything that happened to one question, in order, as one person may read it. Made from what is kept
/// anyway, so that no line can be wiped.
/// </summary>
public static class QuestionThread
{
    /// <summary>Saves of one person within this time are one change to whoever reads them: a page saves while one types.</summary>
    public static readonly TimeSpan OneChange = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<ThreadLine> Merge(ThreadSource source, Capacity viewer)
    {
        if (viewer == Capacity.None)
        {
            return [];
        }

        IEnumerable<ThreadLine> lines =
        [
            .. MessageLines(source, viewer),
            .. source.Returns.SelectMany(ReturnLines),
            .. source.Trail.Where(entry => ThreadSight.Sees(viewer, MatterOf(entry), source.IsInLhe(entry.At))).Select(TrailLine).OfType<ThreadLine>(),
            .. source.Steps.Select(StepLine).OfType<ThreadLine>(),
        ];
        return OneLineForOneChange(lines.OrderBy(line => line.At));
    }

    private static IEnumerable<ThreadLine> MessageLines(ThreadSource source, Capacity viewer)
    {
        var messages = source.MessagesFor(viewer).ToList();
        var settled = new SettledMessages(messages);
        return messages.Where(message => !settled.IsSettling(message) || message.Text.Length > 0).Select(message =>
        {
            // What only says "settled" waits for nobody; its remark is read, and folded with what it settles.
            var settling = settled.IsSettling(message) ? message : settled.SettlingOf(message.Id);
            return new ThreadLine(message.At, ThreadKind.Message, message.By, message.Capacity, message.Text)
            {
                Message = new(message.Id, message.Audience, settling?.By, settling?.At, settled.IsReopening(message)),
            };
        });
    }

    private static IEnumerable<ThreadLine> ReturnLines(ReturnedItem item)
    {
        yield return new(item.ReturnedAt, ThreadKind.Returned, item.ReturnedBy, null, item.Reason);
        if (item is { RepairedAt: { } repaired })
        {
            yield return new(repaired, ThreadKind.Repaired, item.RepairedBy, Capacity.Coordinator, item.Response);
        }

        if (item is { TakenBack: true, ClosedAt: { } closed })
        {
            yield return new(closed, ThreadKind.ReturnTakenBack, item.ClosedBy, null);
        }
    }

    private static ThreadLine? StepLine(SheetTransition step) => step.Move switch
    {
        SheetMove.Conclude => new(step.At, ThreadKind.Concluded, step.By, null),
        SheetMove.Reopen => new(step.At, ThreadKind.Reopened, step.By, Capacity.Administrator, step.Note),
        _ => null,
    };

    private static ThreadMatter MatterOf(AuditEntry entry) => entry.Layer == Layer.Tpi ? ThreadMatter.TpiJudgement : ThreadMatter.Common;

    private static ThreadLine? TrailLine(AuditEntry entry) => KindOf(entry.Action) is not { } kind ? null
        : new(entry.At, kind, entry.By, RoleOf(entry), kind == ThreadKind.Answered ? "" : entry.Note)
        {
            Layer = entry.Layer,
            Before = entry.Before,
            After = entry.After,
            VersionId = entry.VersionId,
        };

    private static ThreadKind? KindOf(AuditAction action) => action switch
    {
        AuditAction.AnswerSaved => ThreadKind.Answered,
        AuditAction.AnswerCarriedOver => ThreadKind.CarriedOver,
        AuditAction.EvidenceAttached => ThreadKind.EvidenceAttached,
        AuditAction.EvidenceDetached => ThreadKind.EvidenceDetached,
        AuditAction.EvidencePointed => ThreadKind.EvidencePointed,
        _ => null,
    };

    /// <summary>The unit's work is done by its coordinators; for TPI the trail's note names the tier.</summary>
    private static Capacity? RoleOf(AuditEntry entry) => entry.Layer switch
    {
        null or Layer.Unit => Capacity.Coordinator,
        Layer.Tpn => Capacity.Administrator,
        _ => Enum.GetValues<ReviewTier>().Where(tier => ReviewProblems.Say(tier) == entry.Note).Select(tier => (Capacity?)CapacityOf(tier)).FirstOrDefault(),
    };

    private static Capacity CapacityOf(ReviewTier tier) => tier switch
    {
        ReviewTier.Member => Capacity.Member,
        ReviewTier.Lead => Capacity.Lead,
        ReviewTier.Controller => Capacity.Controller,
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    /// <summary>After what may not be read was left out: a hidden line must not show by breaking a run.</summary>
    private static List<ThreadLine> OneLineForOneChange(IEnumerable<ThreadLine> lines)
    {
        var told = new List<ThreadLine>();
        foreach (var line in lines)
        {
            if (told is [.., var last] && IsSameChange(last, line))
            {
                told[^1] = line with { Since = last.Since ?? last.At, Before = last.Before };
            }
            else
            {
                told.Add(line);
            }
        }

        return told;
    }

    private static bool IsSameChange(ThreadLine earlier, ThreadLine later) =>
        (earlier.Kind, later.Kind) == (ThreadKind.Answered, ThreadKind.Answered)
        && (earlier.By, earlier.Layer, earlier.Role) == (later.By, later.Layer, later.Role)
        && later.At - (earlier.Since ?? earlier.At) <= OneChange;
}
