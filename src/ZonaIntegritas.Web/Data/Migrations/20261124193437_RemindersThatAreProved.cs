using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZonaIntegritas.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class RemindersThatAreProved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MailDeliveries_RecipientId_Kind_Day",
                table: "MailDeliveries");

            migrationBuilder.AddColumn<Guid>(
                name: "AssessmentId",
                table: "MailDeliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "MailDeliveries",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Mail");

            migrationBuilder.AddColumn<string>(
                name: "ContentHash",
                table: "MailDeliveries",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "MailDeliveries",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "WrittenAt",
                table: "MailDeliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrittenFor",
                table: "MailDeliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // What was written before keeps its day as its key.
            migrationBuilder.Sql("UPDATE \"MailDeliveries\" SET \"Key\" = \"Day\", \"WrittenAt\" = \"CreatedAt\"");

            migrationBuilder.CreateTable(
                name: "DigestTurns",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestTurns", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_DigestTurns_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Job = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Failed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 340, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderPreferences",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    Muted = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderPreferences", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_ReminderPreferences_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_AssessmentId",
                table: "MailDeliveries",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_RecipientId_Kind_Channel_Key",
                table: "MailDeliveries",
                columns: new[] { "RecipientId", "Kind", "Channel", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_StartedAt",
                table: "JobRuns",
                columns: new[] { "Job", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_StartedAt",
                table: "JobRuns",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId_Key",
                table: "Notices",
                columns: new[] { "PersonId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId_RaisedAt",
                table: "Notices",
                columns: new[] { "PersonId", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RaisedAt",
                table: "Notices",
                column: "RaisedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_MailDeliveries_Assessments_AssessmentId",
                table: "MailDeliveries",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_MailDeliveries_Assessments_AssessmentId",
                table: "MailDeliveries");

            migrationBuilder.DropTable(
                name: "DigestTurns");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "ReminderPreferences");

            migrationBuilder.DropIndex(
                name: "IX_MailDeliveries_AssessmentId",
                table: "MailDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_MailDeliveries_RecipientId_Kind_Channel_Key",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "AssessmentId",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "ContentHash",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "WrittenFor",
                table: "MailDeliveries");

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_RecipientId_Kind_Day",
                table: "MailDeliveries",
                columns: new[] { "RecipientId", "Kind", "Day" },
                unique: true);
        }
    }
}
