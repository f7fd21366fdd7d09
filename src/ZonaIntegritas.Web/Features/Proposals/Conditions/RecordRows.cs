using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>Reads records with the names and documents that a page shows beside them. The caller has asked who reads.</summary>
internal static class RecordRows
{
    /// <param name="unitId">Null for the instansi's alone; else the unit's and the instansi's.</param>
    public static async Task<IReadOnlyList<RecordRow>> OfAsync(AppDbContext db, Guid periodId, Guid? unitId, CancellationToken ct)
    {
        var rows = await (
            from record in db.ConditionRecords
            join recorder in db.Users on record.RecordedBy equals recorder.Id
            join someone in db.Users on record.ConfirmedBy equals (Guid?)someone.Id into confirmers
            from confirmer in confirmers.DefaultIfEmpty()
            join known in db.EvidenceVersions on record.EvidenceVersionId equals (Guid?)known.Id into versions
            from version in versions.DefaultIfEmpty()
            where record.PeriodId == periodId && (record.UnitId == null || record.UnitId == unitId)
            select new
            {
                Record = record,
                Recorder = recorder.FullName,
                Confirmer = confirmer == null ? null : confirmer.FullName,
                Version = version,
                Title = version == null ? null : db.EvidenceItems.Where(item => item.Id == version.ItemId).Select(item => item.Title).FirstOrDefault(),
                Content = version == null ? null : db.EvidenceContents.FirstOrDefault(content => content.Sha256 == version.Sha256),
            })
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new RecordRow(
            row.Record.Code,
            new(row.Record.Value, row.Record.Basis, row.Record.DocumentDate, row.Record.EvidenceVersionId, row.Record.Url),
            row.Version is { } version ? EvidenceOf(version, row.Title ?? version.Name, row.Content) : null,
            new(row.Recorder, row.Record.RecordedAt),
            row.Record.RecordedBy,
            row.Record.ConfirmedAt is { } at ? new(row.Confirmer ?? "", at) : null,
            row.Record.Version))];
    }

    public static EvidenceRef EvidenceOf(EvidenceVersion version, string title, EvidenceContent? content) => new(
        version.Id, title, version.Number, version.Type, version.Url,
        content is null || (content.Scan.MayBeServed() && content.Integrity != Integrity.Changed));

    public static IReadOnlyList<ConditionRow> Beside(IEnumerable<ConditionState> states, IReadOnlyList<RecordRow> records) =>
        [.. states.Select(state => new ConditionRow(state, records.FirstOrDefault(record => record.Code == state.Condition.Code)))];
}
