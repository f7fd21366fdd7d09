using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZonaIntegritas.Web.Data.Migrations
{
    /// <summary>
    /// Fills the new columns and tables from what was there. In a migration of its own: SQLite rebuilds the changed tables
    /// at the very end of the one before.
    /// </summary>
    public partial class CarryOverWhatWasJudged : Migration
    {
        // The random identifiers of rows made here; text in capitals, as the provider writes them.
        private const string NewId =
            "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";

        private static readonly string[] AppendOnly = ["FrozenSheets", "SheetTransitions", "TpnStages", "ThreadMessages", "PeriodChanges"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            if (migrationBuilder.ActiveProvider != "Microsoft.EntityFrameworkCore.Sqlite")
            {
                throw new NotSupportedException("Other databases begin with their own first migration.");
            }

            migrationBuilder.Sql("UPDATE Periods SET ReviewFrom = FillFrom, RepairUntil = ReviewUntil;");
            migrationBuilder.Sql(
                """
                UPDATE Assessments SET InstrumentVersionId = (SELECT InstrumentVersionId FROM Periods WHERE Periods.Id = PeriodId),
                    ReviewBegunAt = CASE WHEN Status IN ('InReview', 'InRepair', 'Concluded') THEN SubmittedAt END;
                """);
            migrationBuilder.Sql(
                """
                UPDATE Assessments SET Edition = 1, Outcome = CASE WHEN EXISTS (
                    SELECT 1 FROM StoredScores s WHERE s.AssessmentId = Assessments.Id AND s.Layer = 'Tpi' AND s.TargetMet = 1)
                    THEN 'Eligible' ELSE 'NotEligible' END
                WHERE Status = 'Concluded';
                """);
            migrationBuilder.Sql("UPDATE FrozenSheets SET Edition = 1;");
            // Whoever judged alone could also conclude: that is a ketua tim. A second pair of eyes is asked for from now on.
            migrationBuilder.Sql(
                $"""
                INSERT INTO ReviewAssignments (Id, EvaluatorId, UnitId, Tier, Areas, GivenAt, EndReason)
                SELECT {NewId}, EvaluatorId, UnitId, 'Lead', '[]', strftime('%Y-%m-%d %H:%M:%f', 'now'), '' FROM EvaluatorAssignments;
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO TierJudgements (AssessmentId, QuestionCode, Tier, Value, Note, "By", "At", Version, BasedOn)
                SELECT AssessmentId, QuestionCode, 'Lead', Value, Note, ChangedBy, ChangedAt, Version, 0 FROM Answers WHERE Layer = 'Tpi';
                """);
            KeepSteps(migrationBuilder, "Submit", "Draft", "Submitted", "SubmittedBy", "SubmittedAt");
            KeepSteps(migrationBuilder, "Conclude", "InReview", "Concluded", "ConcludedBy", "ConcludedAt");
            migrationBuilder.DropTable(name: "EvaluatorAssignments");
            foreach (var table in AppendOnly)
            {
                migrationBuilder.Sql(
                    $"""
                    CREATE TRIGGER {table}_are_not_changed BEFORE UPDATE ON {table}
                    BEGIN SELECT RAISE(ABORT, '{table} are history: rows are added, never changed.'); END;
                    """);
                migrationBuilder.Sql(
                    $"""
                    CREATE TRIGGER {table}_are_not_removed BEFORE DELETE ON {table}
                    BEGIN SELECT RAISE(ABORT, '{table} are history: rows are added, never removed.'); END;
                    """);
                KeepFromReplacement(migrationBuilder, table);
            }

            KeepFromReplacement(migrationBuilder, "AuditEntries");

            // Only now does every sheet name an instrument: SQLite copies the rows into a table that checks it.
            migrationBuilder.AddForeignKey(
                name: "FK_Assessments_InstrumentVersions_InstrumentVersionId",
                table: "Assessments",
                column: "InstrumentVersionId",
                principalTable: "InstrumentVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Judgements and history would be lost. Restore the copy that was made before migrating.");

        // INSERT OR REPLACE removes the row in its way without asking the triggers for removal.
        private static void KeepFromReplacement(MigrationBuilder migrationBuilder, string table)
        {
            var same = table == "FrozenSheets" ? "AssessmentId = NEW.AssessmentId AND Layer = NEW.Layer AND Edition = NEW.Edition" : "Id = NEW.Id";
            migrationBuilder.Sql(
                $"""
                CREATE TRIGGER {table}_are_not_replaced BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
                BEGIN SELECT RAISE(ABORT, '{table} are history: rows are added, never replaced.'); END;
                """);
        }

        private static void KeepSteps(MigrationBuilder migrationBuilder, string move, string from, string to, string by, string at) => migrationBuilder.Sql(
            $"""
            INSERT INTO SheetTransitions (Id, AssessmentId, Move, "From", "To", "By", "At", Reference, Note)
            SELECT {NewId}, Id, '{move}', '{from}', '{to}', {by}, {at}, '', '' FROM Assessments WHERE {at} IS NOT NULL;
            """);
    }
}
