using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZonaIntegritas.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class RememberScoresAndPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReportRequests_AssessmentId_Layer_Day",
                table: "ReportRequests");

            migrationBuilder.AddColumn<string>(
                name: "UnmetGates",
                table: "StoredScores",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<Guid>(
                name: "AssessmentId",
                table: "ReportRequests",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "ReportRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Done",
                table: "ReportRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "ExpiresAt",
                table: "ReportRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InputJson",
                table: "ReportRequests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "ReportRequests",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ReportRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Progress");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "ReportRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PeriodId",
                table: "ReportRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "ReportRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RequestedBy",
                table: "ReportRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Steps",
                table: "ReportRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "ReportRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "Laporan Kesiapan Zona Integritas");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ReportRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            // Reports of before: the same key as a new one of that day, so that none is made twice.
            migrationBuilder.Sql(
                """
                UPDATE "ReportRequests" SET
                    "Key" = 'Progress:' || lower("AssessmentId") || ':' || "Layer" || ':' || "Day",
                    "Code" = lower(hex(randomblob(12)));
                """);

            migrationBuilder.CreateTable(
                name: "ActionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Aim = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Gain = table.Column<decimal>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionItems_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencyProfiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeadTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeadNip = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TpiTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TpiName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TpiNip = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Logo = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GateAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Layer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Predicate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Gate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Crossing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minimum = table.Column<decimal>(type: "TEXT", nullable: false),
                    Actual = table.Column<decimal>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClearedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GateAlerts_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PageVisits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Before = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageVisits", x => new { x.PersonId, x.Place });
                    table.ForeignKey(
                        name: "FK_PageVisits_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionEfforts",
                columns: table => new
                {
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Effort = table.Column<int>(type: "INTEGER", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionEfforts", x => new { x.AssessmentId, x.QuestionCode });
                    table.ForeignKey(
                        name: "FK_QuestionEfforts_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreWeeks",
                columns: table => new
                {
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Layer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Total = table.Column<decimal>(type: "TEXT", nullable: false),
                    AnsweredQuestions = table.Column<int>(type: "INTEGER", nullable: false),
                    Questions = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetUnmet = table.Column<int>(type: "INTEGER", nullable: false),
                    Sections = table.Column<string>(type: "TEXT", nullable: false),
                    ScoredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreWeeks", x => new { x.AssessmentId, x.Layer, x.Week });
                    table.ForeignKey(
                        name: "FK_ScoreWeeks_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequests_AssessmentId_Kind_Layer",
                table: "ReportRequests",
                columns: new[] { "AssessmentId", "Kind", "Layer" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequests_Code",
                table: "ReportRequests",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequests_Key",
                table: "ReportRequests",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequests_PeriodId_Kind",
                table: "ReportRequests",
                columns: new[] { "PeriodId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_AssessmentId_State_DueOn",
                table: "ActionItems",
                columns: new[] { "AssessmentId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_GateAlerts_AssessmentId_Layer_Predicate_Gate",
                table: "GateAlerts",
                columns: new[] { "AssessmentId", "Layer", "Predicate", "Gate" },
                unique: true,
                filter: "\"ClearedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GateAlerts_ClearedAt_RaisedAt",
                table: "GateAlerts",
                columns: new[] { "ClearedAt", "RaisedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_ReportRequests_Periods_PeriodId",
                table: "ReportRequests",
                column: "PeriodId",
                principalTable: "Periods",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ReportRequests_Periods_PeriodId",
                table: "ReportRequests");

            migrationBuilder.DropTable(
                name: "ActionItems");

            migrationBuilder.DropTable(
                name: "AgencyProfiles");

            migrationBuilder.DropTable(
                name: "GateAlerts");

            migrationBuilder.DropTable(
                name: "PageVisits");

            migrationBuilder.DropTable(
                name: "QuestionEfforts");

            migrationBuilder.DropTable(
                name: "ScoreWeeks");

            migrationBuilder.DropIndex(
                name: "IX_ReportRequests_AssessmentId_Kind_Layer",
                table: "ReportRequests");

            migrationBuilder.DropIndex(
                name: "IX_ReportRequests_Code",
                table: "ReportRequests");

            migrationBuilder.DropIndex(
                name: "IX_ReportRequests_Key",
                table: "ReportRequests");

            migrationBuilder.DropIndex(
                name: "IX_ReportRequests_PeriodId_Kind",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "UnmetGates",
                table: "StoredScores");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Done",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "ExpiresAt",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "InputJson",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "PeriodId",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "RequestedBy",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "ReportRequests");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ReportRequests");

            migrationBuilder.AlterColumn<Guid>(
                name: "AssessmentId",
                table: "ReportRequests",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequests_AssessmentId_Layer_Day",
                table: "ReportRequests",
                columns: new[] { "AssessmentId", "Layer", "Day" },
                unique: true);
        }
    }
}
