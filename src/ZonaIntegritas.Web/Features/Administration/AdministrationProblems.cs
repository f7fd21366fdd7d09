using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration;

public static class AdministrationProblems
{
    public static Problem Gone { get; } = new(
        "admin.gone", "Data ini tidak ditemukan lagi. Tutup panel ini dan muat ulang halaman.");

    public static Problem NameMissing { get; } = new("admin.name-missing", "Isi nama.");

    public static Problem ShortNameMissing { get; } = new("unit.short-name-missing", "Isi nama singkat.");

    public static Problem HeldSinceMissing { get; } = new("unit.held-since-missing", "Isi tahun predikat diterima.");

    public static Problem HeldPredicateMissing { get; } = new(
        "unit.held-predicate-missing", "Pilih predikat, atau kosongkan tahunnya.");

    public static Problem UnknownPredicate { get; } = new(
        "unit.unknown-predicate", "Predikat ini tidak ada di instrumen mana pun. Pilih dari daftar.");

    public static Problem AffirmationBasisMissing { get; } = new(
        "unit.affirmation-basis", "Tulis dasarnya: nomor dan judul dokumen. Afirmasi belum berubah.");

    public static Problem AffirmationUnchanged { get; } = new(
        "unit.affirmation-unchanged", "Afirmasi sudah seperti itu, dengan dasar yang sama. Tidak ada yang berubah.");

    public static Problem CoordinatorNeedsUnit { get; } = new("person.unit-missing", "Koordinator harus punya unit. Pilih unitnya.");

    public static Problem AdministratorHasNoUnit { get; } = new(
        "person.unit-not-for-role", "Administrator bekerja untuk seluruh instansi. Kosongkan unitnya.");

    public static Problem UnknownUnit { get; } = new("person.unknown-unit", "Unit ini tidak ditemukan lagi. Pilih unit lain.");

    public static Problem NotYourself { get; } = new(
        "account.not-yourself", "Anda tidak dapat menutup akun Anda sendiri. Minta administrator lain melakukannya.");

    public static Problem LastAdministrator { get; } = new(
        "account.last-administrator",
        "Ini administrator aktif terakhir. Tambahkan atau buka akun administrator lain lebih dahulu, agar instansi tidak terkunci di luar.");

    public static Problem NotAnEvaluator { get; } = new(
        "assignment.not-evaluator", "Hanya evaluator yang dapat ditugasi menilai unit. Ubah perannya lebih dahulu.");

    public static Problem UnknownInstrument { get; } = new("period.unknown-instrument", "Pilih instrumen dari daftar.");

    public static Problem AffirmationStale(string current) => new(
        "unit.affirmation-stale", $"Afirmasi unit ini baru saja diubah orang lain menjadi: {current}. Isian Anda masih ada di layar; periksa, lalu ulangi bila perlu.");

    public static Problem ShortNameTaken(string shortName) => new(
        "unit.short-name-taken", $"Nama singkat {shortName} sudah dipakai unit lain. Beri nama lain.");

    public static Problem HeldSinceOutOfRange(int from, int until) => new(
        "unit.held-since-range", $"Tahun predikat antara {from} dan {until}.");

    public static Problem TooLong(string field, int maximum) => new($"too-long.{field}", $"Paling panjang {maximum} huruf.");

    public static Problem OwnUnit(string shortName) => new(
        "assignment.own-unit",
        $"{shortName} adalah unit evaluator ini sendiri. TPI tidak menilai unitnya sendiri; tugaskan evaluator lain.");

    public static Problem YearTaken(int year) => new(
        "period.year-taken", $"Periode {year} untuk instrumen ini sudah dibuka. Tambahkan unit pada periode itu, atau pilih tahun lain.");

    public static Problem YearOutOfRange(int from, int until) => new("period.year-range", $"Tahun antara {from} dan {until}.");

    public static Problem UnknownTarget(string shortName) => new(
        "sheet.unknown-target", $"Target untuk {shortName} tidak ada di instrumen ini. Pilih dari daftar.");

    public static Problem TargetNotOpen(string shortName, string target, string requires) => new(
        "sheet.target-not-open",
        $"{shortName} belum memegang {requires}, sehingga belum dapat menuju {target}. Pilih {requires}, atau catat predikatnya di data unit.");

    public static Problem SheetExists(string shortName) => new(
        "sheet.exists", $"{shortName} sudah punya lembar kerja di periode ini. Hapus dari pilihan.");

    public static Problem NothingChosen { get; } = new("sheet.nothing-chosen", "Pilih paling sedikit satu unit.");

    public static Problem From(IdentityResult refused) => new(
        "account." + refused.Errors.First().Code, string.Join(' ', refused.Errors.Select(IdentityWords.Say).Distinct()));

    /// <summary>The form field a problem is about, so that its words stand beside it; null when it is about the whole.</summary>
    public static string? FieldOf(Problem problem) => problem.Code switch
    {
        "admin.name-missing" => "Name",
        "unit.short-name-missing" or "unit.short-name-taken" => "ShortName",
        "unit.held-since-missing" or "unit.held-since-range" => "HeldSinceYear",
        "unit.held-predicate-missing" or "unit.unknown-predicate" => "HeldPredicate",
        "unit.affirmation-basis" => "Basis",
        "person.unit-missing" or "person.unit-not-for-role" or "person.unknown-unit" => "UnitId",
        "account.last-administrator" => "Role",
        "period.year-taken" or "period.year-range" => "Year",
        "period.unknown-instrument" => "InstrumentVersionId",
        "period.filling-order" => "FillUntil",
        "period.review-order" => "ReviewUntil",
        "period.review-begin" => "ReviewFrom",
        "period.repair-order" => "RepairUntil",
        "period.proposal-order" => "ProposeUntil",
        "period.reason-missing" or "period.reason-too-long" => "Reason",
        var code when code.StartsWith("too-long.", StringComparison.Ordinal) => code["too-long.".Length..],
        var code when code.StartsWith("account.Password", StringComparison.Ordinal) => "Password",
        "account.DuplicateEmail" or "account.DuplicateUserName" or "account.InvalidEmail" or "account.InvalidUserName" => "Email",
        _ => null,
    };
}
