using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Importing;
using ZonaIntegritas.Web.Features.Workbooks.Writing;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

public sealed class ImportTests
{
    public static TheoryData<string> Strangers { get; } = [.. Intruders.OfFilling.Keys];

    [Theory, MemberData(nameof(Strangers))]
    public async Task Who_may_not_fill_in_may_not_import(string who)
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Ya") });
        var seen = (await scene.PreviewAsync(file)).Changes;
        var import = scene.Import(await Intruders.OfFilling[who](scene));
        var before = await scene.PrintAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => import.BeginAsync(scene.Sheet.Id, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => import.PreviewAsync(scene.Sheet.Id, file, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => import.ExecuteAsync(new(scene.Sheet.Id, file, seen, []), default));
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Differences_are_shown_first_and_written_together_with_their_trail()
    {
        using var scene = await Scene.CreateAsync();
        await scene.WriteAsync([(Scene.YesNo, new ChoiceAnswer("Tidak"), "lama")]);
        var file = await scene.FileAsync(
            new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Ya"), [Scene.Abc] = new ChoiceAnswer("B") },
            new Dictionary<string, string> { [Scene.YesNo] = "baru" });
        var before = await scene.PrintAsync();

        var preview = await scene.PreviewAsync(file);

        Assert.Equal(before, await scene.PrintAsync());
        Assert.Equal(
            (BookChange[])[new(Scene.YesNo, BookPart.Answer, "Tidak", "Ya", false, 1), new(Scene.YesNo, BookPart.Note, "lama", "baru", false, 1), new(Scene.Abc, BookPart.Answer, "(kosong)", "B", false, 0)],
            preview.Changes);
        Assert.True(preview.TotalAfter > preview.TotalBefore);
        var done = await scene.ImportAsync(file);
        Assert.Equal(2, done.Imported);
        Assert.Equal((new ChoiceAnswer("Ya"), "baru", 2), ((await scene.AnswerAsync(Scene.YesNo))!.Value, (await scene.AnswerAsync(Scene.YesNo))!.Note, (await scene.AnswerAsync(Scene.YesNo))!.Version));
        Assert.Equal(preview.TotalAfter, (await scene.StoredScoreAsync())!.Total);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(line => line.Action == AuditAction.AnswerSaved));
        Assert.Equal("2 jawaban dan 1 catatan dari LKE Excel", (await db.AuditEntries.SingleAsync(line => line.Action == AuditAction.WorkbookImported)).Note);
    }

    [Fact]
    public async Task What_the_file_leaves_empty_is_emptied_only_when_ticked()
    {
        using var scene = await Scene.CreateAsync();
        await scene.WriteAsync([(Scene.YesNo, new ChoiceAnswer("Ya"), "alasan"), (Scene.Abc, new ChoiceAnswer("A"), "")]);
        var file = await scene.FileAsync(
            new Dictionary<string, AnswerValue?> { [Scene.YesNo] = null, [Scene.Abc] = new ChoiceAnswer("C") }, new Dictionary<string, string> { [Scene.YesNo] = "" });

        Assert.Equal([true, true, false], (await scene.PreviewAsync(file)).Changes.Select(change => change.Empties));
        Assert.Equal(1, (await scene.ImportAsync(file)).Imported);
        Assert.Equal((new ChoiceAnswer("Ya"), "alasan"), ((await scene.AnswerAsync(Scene.YesNo))!.Value, (await scene.AnswerAsync(Scene.YesNo))!.Note));
        Assert.Equal("workbook.nothing-chosen", (await scene.Import().ExecuteAsync(new(scene.Sheet.Id, file, (await scene.PreviewAsync(file)).Changes, []), default)).Problem?.Code);
        Assert.Equal(1, (await scene.ImportAsync(file, $"{Scene.YesNo}/Answer")).Imported);
        Assert.Equal((null, "alasan"), ((await scene.AnswerAsync(Scene.YesNo))!.Value, (await scene.AnswerAsync(Scene.YesNo))!.Note));
    }

    [Fact]
    public async Task A_lost_count_is_an_emptying_too()
    {
        using var scene = await Scene.CreateAsync();
        var full = new CountsAnswer(new Dictionary<string, long> { ["jumlah_agen"] = 3, ["jumlah_perubahan"] = 2 });
        await scene.WriteAsync([("A.II.1.i.a", full, "")]);

        var change = Assert.Single((await scene.PreviewAsync(await scene.FileAsync(
            new Dictionary<string, AnswerValue?> { ["A.II.1.i.a"] = new CountsAnswer(new Dictionary<string, long> { ["jumlah_agen"] = 4 }) }))).Changes);

        Assert.True(change.Empties);
    }

    [Fact]
    public async Task Somebody_elses_save_in_between_refuses_all_of_it()
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Ya"), [Scene.Abc] = new ChoiceAnswer("B") });
        var seen = (await scene.PreviewAsync(file)).Changes;
        Assert.True((await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C")), default)).Succeeded);
        var before = await scene.PrintAsync();

        var outcome = (await scene.Import().ExecuteAsync(new(scene.Sheet.Id, file, seen, []), default)).Value;

        Assert.Equal("assessment.stale", outcome.Stale?.Code);
        Assert.Equal("C", outcome.Preview.Changes.Single(change => change.Code == Scene.Abc).Before);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Another_units_workbook_is_refused_by_name()
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        var theirs = await scene.Database.AddSheetAsync(other, scene.Period);
        var clerk = await scene.Database.AddUserAsync(ZonaIntegritas.Domain.Access.Role.Koordinator, other);
        var file = BookWriter.Write(await scene.Export(TestDatabase.SignIn(clerk)).ExecuteAsync(theirs.Id, default));

        var refused = (await scene.Import().PreviewAsync(scene.Sheet.Id, file, default)).Problem!;

        Assert.Equal("workbook.other-sheet", refused.Code);
        Assert.Contains("LKE Dinas Dinas Sosial tahun 2026, sedangkan lembar ini Dinas DPMPTSP tahun 2026", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_of_another_instrument_is_refused()
    {
        using var scene = await Scene.CreateAsync();
        var book = await scene.BookAsync();

        var file = BookWriter.Write(book with { Identity = book.Identity with { InstrumentSha256 = new string('0', 64) } });

        Assert.Equal("workbook.other-instrument", (await scene.Import().PreviewAsync(scene.Sheet.Id, file, default)).Problem?.Code);
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    public async Task A_sheet_that_is_not_with_the_unit_takes_nothing(AssessmentStatus status, string code)
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Tidak") });
        var seen = (await scene.PreviewAsync(file)).Changes;
        await scene.MoveToAsync(status);

        Assert.Equal(code, (await scene.Import().BeginAsync(scene.Sheet.Id, default)).Problem?.Code);
        Assert.Equal(code, (await scene.Import().ExecuteAsync(new(scene.Sheet.Id, file, seen, []), default)).Problem?.Code);
    }

    [Fact]
    public async Task Outside_the_window_nothing_is_taken()
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Ya") });
        scene.Database.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal("assessment.outside-filling", (await scene.Import().PreviewAsync(scene.Sheet.Id, file, default)).Problem?.Code);
    }

    [Fact]
    public async Task In_repair_only_returned_questions_are_taken()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        var both = await scene.PreviewAsync(await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Tidak"), [Scene.Abc] = new ChoiceAnswer("C") }));
        var returned = await scene.ImportAsync(await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Tidak"), [Scene.Abc] = null }));

        Assert.Contains($"Soal {Scene.Abc}: Selama perbaikan", Assert.Single(both.Faults), StringComparison.Ordinal);
        Assert.Equal((1, "1 sel kosong"), (returned.Imported, Assert.Single(returned.Preview.Remarks)[..12]));
        Assert.Equal(new ChoiceAnswer("Tidak"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
    }

    [Fact]
    public async Task Nonsense_is_refused_cell_by_cell_and_nothing_is_written()
    {
        using var scene = await Scene.CreateAsync();
        var plan = new BookPlan((await scene.BookAsync()).Instrument);
        string Place(string key) => $"E{plan.Row(key).Number}";
        var file = Tampering.Set(
            await scene.FileAsync(),
            (Place(Scene.YesNo), "Mungkin"), (Place("A.II.1.i.a#jumlah_agen"), "2,5"), (Place("A.II.1.i.b#jumlah_perubahan"), "1"),
            (Place("A.II.1.i.b#jumlah_terintegrasi"), "3"), (Place("B.I.a"), "4,1"), (Place("B.II.a"), "tiga"), ($"G{plan.Row(Scene.Abc).Number}", new string('x', 4001)));

        var preview = await scene.PreviewAsync(file);

        Assert.Equal(
        [
            $"Kolom E baris {plan.Row(Scene.YesNo).Number}: jawaban \"Mungkin\" tidak ada di pilihan Ya/Tidak.",
            $"Kolom G baris {plan.Row(Scene.Abc).Number}: catatan 4.001 huruf, paling panjang 4.000.",
            $"Kolom E baris {plan.Row("A.II.1.i.a#jumlah_agen").Number}: \"2,5\" harus bilangan bulat, 0 atau lebih.",
            $"Baris {plan.Row("A.II.1.i.b").Number}, soal A.II.1.i.b: Perubahan yang terintegrasi tidak boleh melebihi perubahan yang dibuat.",
            $"Kolom E baris {plan.Row("B.I.a").Number}: nilai 4,1 di luar 0 sampai 4.",
            $"Kolom E baris {plan.Row("B.II.a").Number}: \"tiga\" bukan angka 0 sampai 4.",
        ], preview.Faults);
        var before = await scene.PrintAsync();
        Assert.Equal(0, (await scene.Import().ExecuteAsync(new(scene.Sheet.Id, file, preview.Changes, []), default)).Value.Imported);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task What_an_office_types_loosely_is_understood()
    {
        using var scene = await Scene.CreateAsync();
        var plan = new BookPlan((await scene.BookAsync()).Instrument);

        var done = await scene.ImportAsync(Tampering.Set(
            await scene.FileAsync(), ($"E{plan.Row(Scene.YesNo).Number}", " ya "), ($"E{plan.Row("B.I.a").Number}", "3,65"), ($"E{plan.Row("A.II.1.i.a#jumlah_agen").Number}", "4")));

        Assert.Equal(3, done.Imported);
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
        Assert.Equal(new LevelAnswer(3.65m), (await scene.AnswerAsync("B.I.a"))!.Value);
    }

    [Fact]
    public async Task Files_that_are_no_workbook_are_refused_kindly()
    {
        using var scene = await Scene.CreateAsync();
        var good = await scene.FileAsync();

        Assert.Equal("workbook.not-excel", await CodeAsync(SmallFiles.Pdf));
        Assert.Equal("workbook.not-excel", await CodeAsync([]));
        Assert.Equal("workbook.not-excel", await CodeAsync(good[..^200]));
        Assert.Equal("workbook.too-large", await CodeAsync(new byte[BookReader.MaxBytes + 1]));
        Assert.Equal("workbook.unpacks-too-large", await CodeAsync(Tampering.AddPart(good, "xl/media/bomb.bin", 65 * 1024 * 1024)));
        Assert.Equal("workbook.not-lke", await CodeAsync(Tampering.RenameSheet(good, "Identitas", "Lain")));
        Assert.Equal("workbook.header-missing", await CodeAsync(Tampering.Set(good, ("E4", "Jawab"))));

        async Task<string?> CodeAsync(byte[] file) => (await scene.Import().PreviewAsync(scene.Sheet.Id, file, default)).Problem?.Code;
    }

    [Fact]
    public async Task Any_broken_byte_ends_in_a_sentence_and_not_in_an_error()
    {
        using var scene = await Scene.CreateAsync();
        var good = await scene.FileAsync();
        var random = new Random(7);
        for (var round = 0; round < 150; round++)
        {
            var broken = good.ToArray();
            for (var hits = 0; hits < 4; hits++)
            {
                broken[random.Next(broken.Length)] ^= (byte)(1 + random.Next(255));
            }

            _ = BookReader.Read(broken);
        }
    }
}
