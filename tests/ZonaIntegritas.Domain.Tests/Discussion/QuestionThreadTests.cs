using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Tests.Discussion;

public sealed class QuestionThreadTests
{
    private const string Code = "A.I.1.i.a";

    private static readonly DateTimeOffset Start = new(2026, 10, 10, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Sheet = Guid.CreateVersion7(Start);
    private static readonly Guid Ratih = Guid.CreateVersion7(Start);
    private static readonly Guid Tono = Guid.CreateVersion7(Start);

    [Fact]
    public void Everything_stands_in_one_order_of_time()
    {
        var item = new ReturnedItem(Guid.CreateVersion7(Start), Sheet, Code, "SK belum sah.", Tono, At(30));

        var lines = QuestionThread.Merge(
            Source(
                [Message(20, "Halaman berapa?", Tono, Capacity.Member)],
                [Saved(0, null, "B"), Saved(40, "B", "A"), Entry(10, AuditAction.EvidenceAttached, Layer.Unit, note: "versi 1")],
                [item]),
            Capacity.Coordinator);

        Assert.Equal(
            [ThreadKind.Answered, ThreadKind.EvidenceAttached, ThreadKind.Message, ThreadKind.Returned, ThreadKind.Answered],
            lines.Select(line => line.Kind));
        Assert.Equal(["", "versi 1", "Halaman berapa?", "SK belum sah.", ""], lines.Select(line => line.Text));
        Assert.Equal([Capacity.Coordinator, Capacity.Coordinator, Capacity.Member, null, Capacity.Coordinator], lines.Select(line => line.Role));
    }

    // Minutes of saves by one person; lines that come of them, each "first-last: before>after".
    [Theory]
    [InlineData(new[] { 0, 1, 2 }, "0-2:v0>v3")]
    [InlineData(new[] { 0, 10 }, "0-10:v0>v2")]
    [InlineData(new[] { 0, 11 }, "0-0:v0>v1 11-11:v1>v2")]
    [InlineData(new[] { 0, 6, 12 }, "0-6:v0>v2 12-12:v2>v3")]
    public void Saves_of_one_person_within_ten_minutes_of_the_first_are_one_line(int[] minutes, string expected)
    {
        var trail = minutes.Select((minute, index) => Saved(minute, $"v{index}", $"v{index + 1}")).ToArray();

        var lines = QuestionThread.Merge(Source([], trail), Capacity.Coordinator);

        Assert.Equal(expected, string.Join(' ', lines.Select(line => $"{Minute(line.Since ?? line.At)}-{Minute(line.At)}:{line.Before}>{line.After}")));
    }

    [Fact]
    public void Another_person_a_message_or_another_layer_ends_the_line()
    {
        var lines = QuestionThread.Merge(
            Source(
                [Message(2, "Sudah?", Tono, Capacity.Member)],
                [Saved(0, "v0", "v1"), Saved(1, "v1", "v2", by: Tono), Saved(3, "v2", "v3", by: Tono), Judged(4, "v3", "v4", by: Tono)]),
            Capacity.Member);

        Assert.Equal(["v0>v1", "v1>v2", ">", "v2>v3", "v3>v4"], lines.Select(line => $"{line.Before}>{line.After}"));
    }

    [Fact]
    public void What_the_unit_may_not_read_does_not_show_by_breaking_a_line_in_two()
    {
        var source = Source(
            [Message(1, "Curiga SK lama.", Tono, Capacity.Member, Audience.TpiOnly)],
            [Saved(0, "v0", "v1"), Judged(2, "(kosong)", "C"), Saved(3, "v1", "v2")]);

        var line = Assert.Single(QuestionThread.Merge(source, Capacity.Coordinator));

        Assert.Equal(("v0", "v2"), (line.Before, line.After));
        Assert.Equal(4, QuestionThread.Merge(source, Capacity.Lead).Count);
        Assert.Empty(QuestionThread.Merge(source, Capacity.None));
    }

    [Theory]
    [InlineData(Capacity.Coordinator)]
    [InlineData(Capacity.UnitHead)]
    public void An_lhe_makes_the_judgements_before_it_known_and_no_later_ones(Capacity unitSide)
    {
        var steps = DiscussedSheet.Reopened(Start);
        var trail = (AuditEntry[])[Judged(0, null, "A", "anggota tim"), Judged(60, "A", "B", "ketua tim"), Judged(200, "B", "C", "pengendali teknis")];
        Assert.Empty(QuestionThread.Merge(Source([], trail), unitSide));

        // Issued after the second judgement, then reopened and judged again.
        var lines = QuestionThread.Merge(Source([], trail, steps: steps), unitSide);

        Assert.Equal([ThreadKind.Answered, ThreadKind.Answered, ThreadKind.Concluded, ThreadKind.Reopened], lines.Select(line => line.Kind));
        Assert.Equal([Capacity.Member, Capacity.Lead, null, Capacity.Administrator], lines.Select(line => line.Role));
        Assert.Equal("Bukti baru.", lines[^1].Text);
        Assert.Equal(5, QuestionThread.Merge(Source([], trail, steps: steps), Capacity.Controller).Count);
    }

    [Fact]
    public void A_settled_message_stays_and_a_new_one_opens_it_again()
    {
        var asked = Message(0, "Halaman berapa?", Tono, Capacity.Member);
        var settling = Message(1, "", Ratih, Capacity.Coordinator, settles: asked.Id);
        var reopening = Message(2, "Halaman itu kosong.", Tono, Capacity.Member, settles: settling.Id);
        var again = Message(3, "", Ratih, Capacity.Coordinator, settles: asked.Id);

        Assert.Equal(["Halaman berapa? open"], States(asked));
        Assert.Equal(["Halaman berapa? settled"], States(asked, settling));
        Assert.Equal(["Halaman berapa? open", "Halaman itu kosong. open reopening"], States(asked, settling, reopening));
        Assert.Equal(["Halaman berapa? settled", "Halaman itu kosong. open reopening"], States(asked, settling, reopening, again));

        static IEnumerable<string> States(params ThreadMessage[] messages) => QuestionThread.Merge(Source(messages, []), Capacity.Lead)
            .Select(line => $"{line.Text} {(line.Message!.IsOpen ? "open" : "settled")}{(line.Message.IsReopening ? " reopening" : "")}");
    }

    [Fact]
    public void A_repair_and_a_return_taken_back_have_their_lines()
    {
        var lines = QuestionThread.Merge(Source([], [], DiscussedSheet.Returned(Start)), Capacity.Lead);

        Assert.Equal([ThreadKind.Returned, ThreadKind.Repaired, ThreadKind.Returned, ThreadKind.ReturnTakenBack], lines.Select(line => line.Kind));
        Assert.Equal(["SK belum sah.", "Sudah sah.", "Keliru.", ""], lines.Select(line => line.Text));
    }

    private static ThreadSource Source(
        IReadOnlyList<ThreadMessage> messages, IReadOnlyList<AuditEntry> trail, IReadOnlyList<ReturnedItem>? returns = null, IReadOnlyList<SheetTransition>? steps = null) =>
        new(messages, returns ?? [], trail, steps ?? []);

    private static ThreadMessage Message(
        int minute, string text, Guid by, Capacity capacity, Audience audience = Audience.Everybody, Guid? settles = null) =>
        new(Guid.CreateVersion7(At(minute)), Sheet, Code, new(by, capacity), At(minute), new(text, audience, settles));

    private static AuditEntry Saved(int minute, string? before, string after, Guid? by = null) => Entry(minute, AuditAction.AnswerSaved, Layer.Unit, before, after, "", by ?? Ratih);

    private static AuditEntry Judged(int minute, string? before, string after, string tier = "anggota tim", Guid? by = null) =>
        Entry(minute, AuditAction.AnswerSaved, Layer.Tpi, before, after, tier, by ?? Tono);

    private static AuditEntry Entry(
        int minute, AuditAction action, Layer layer, string? before = null, string? after = null, string note = "", Guid? by = null) =>
        new(Guid.CreateVersion7(At(minute)), At(minute), by ?? Ratih, action, new(AssessmentId: Sheet, QuestionCode: Code, Layer: layer), note, new(before, after), null);

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    private static int Minute(DateTimeOffset at) => (int)(at - Start).TotalMinutes;
}
