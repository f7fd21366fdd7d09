using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZonaIntegritas.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepEvidenceInVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EvidenceContents",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Scan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Threat = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Integrity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceContents", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CoversFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CoversUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LetterNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LatestVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DiscardedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceItems_WorkUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "WorkUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Warning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LinkRemark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LinkCheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceVersions_EvidenceContents_Sha256",
                        column: x => x.Sha256,
                        principalTable: "EvidenceContents",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceVersions_EvidenceItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncomingUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Suggestion = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingUploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncomingUploads_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AssessmentId_At",
                table: "AuditEntries",
                columns: new[] { "AssessmentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ItemId_At",
                table: "AuditEntries",
                columns: new[] { "ItemId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_UnitId_At",
                table: "AuditEntries",
                columns: new[] { "UnitId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_VersionId_Action_By_At",
                table: "AuditEntries",
                columns: new[] { "VersionId", "Action", "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContents_Scan",
                table: "EvidenceContents",
                column: "Scan");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContents_VerifiedAt",
                table: "EvidenceContents",
                column: "VerifiedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_UnitId_CreatedAt",
                table: "EvidenceItems",
                columns: new[] { "UnitId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_UnitId_ValidUntil",
                table: "EvidenceItems",
                columns: new[] { "UnitId", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceVersions_ItemId_Number",
                table: "EvidenceVersions",
                columns: new[] { "ItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceVersions_Link_LinkCheckedAt",
                table: "EvidenceVersions",
                columns: new[] { "Link", "LinkCheckedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceVersions_Sha256",
                table: "EvidenceVersions",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceVersions_UnitId_Sha256_Size",
                table: "EvidenceVersions",
                columns: new[] { "UnitId", "Sha256", "Size" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingUploads_ExpiresAt",
                table: "IncomingUploads",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_IncomingUploads_OwnerId",
                table: "IncomingUploads",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_IncomingUploads_UnitId",
                table: "IncomingUploads",
                column: "UnitId");

            // What units uploaded before keeps its identifiers: one item with one version each.
            migrationBuilder.Sql(
                """
                INSERT INTO EvidenceContents (Sha256, Size, Scan, Threat, StoredAt, Integrity, VerifiedAt)
                SELECT Sha256, MAX(Size), 'NotScanned', '', MIN(UploadedAt), 'Intact', MIN(UploadedAt) FROM EvidenceFiles GROUP BY Sha256;

                INSERT INTO EvidenceItems (Id, UnitId, Title, Kind, LetterNumber, Description, CreatedBy, CreatedAt, LatestVersion, Revision)
                SELECT Id, UnitId, Name, 'Other', '', '', UploadedBy, UploadedAt, 1, 0 FROM EvidenceFiles;

                INSERT INTO EvidenceVersions (Id, ItemId, UnitId, Number, Name, Type, Size, Sha256, Warning, Link, LinkRemark, AddedBy, AddedAt)
                SELECT Id, Id, UnitId, 1, Name, Type, Size, Sha256, 'None', 'None', '', UploadedBy, UploadedAt FROM EvidenceFiles;
                """);

            // The table is made anew by hand: a rebuild by the tool would not be part of the transaction.
            migrationBuilder.Sql("CREATE TABLE FormerLinks AS SELECT * FROM EvidenceLinks");
            migrationBuilder.DropTable(name: "EvidenceLinks");
            migrationBuilder.CreateTable(
                name: "EvidenceLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Page = table.Column<int>(type: "INTEGER", nullable: true),
                    Passage = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Suggestion = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AttachedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttachedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DetachedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DetachedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceLinks", x => x.Id);
                    table.ForeignKey("FK_EvidenceLinks_Assessments_AssessmentId", x => x.AssessmentId, "Assessments", "Id", onDelete: ReferentialAction.Restrict);
                    table.ForeignKey("FK_EvidenceLinks_EvidenceItems_ItemId", x => x.ItemId, "EvidenceItems", "Id", onDelete: ReferentialAction.Restrict);
                    table.ForeignKey("FK_EvidenceLinks_EvidenceVersions_VersionId", x => x.VersionId, "EvidenceVersions", "Id", onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.CreateIndex(name: "IX_EvidenceLinks_AssessmentId_QuestionCode", table: "EvidenceLinks", columns: new[] { "AssessmentId", "QuestionCode" });
            migrationBuilder.CreateIndex(name: "IX_EvidenceLinks_ItemId", table: "EvidenceLinks", column: "ItemId");
            migrationBuilder.CreateIndex(name: "IX_EvidenceLinks_VersionId", table: "EvidenceLinks", column: "VersionId");
            migrationBuilder.Sql(
                """
                INSERT INTO EvidenceLinks (Id, AssessmentId, QuestionCode, ItemId, VersionId, Passage, Suggestion, AttachedBy, AttachedAt, DetachedBy, DetachedAt)
                SELECT Id, AssessmentId, QuestionCode, FileId, FileId, '', '', AttachedBy, AttachedAt, DetachedBy, DetachedAt FROM FormerLinks;

                DROP TABLE FormerLinks;
                """);

            migrationBuilder.CreateTable(
                name: "JudgedEvidence",
                columns: table => new
                {
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Layer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LinkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JudgedEvidence", x => new { x.AssessmentId, x.Layer, x.QuestionCode, x.LinkId });
                    table.ForeignKey(
                        name: "FK_JudgedEvidence_EvidenceLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "EvidenceLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JudgedEvidence_EvidenceVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "EvidenceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_JudgedEvidence_LinkId",
                table: "JudgedEvidence",
                column: "LinkId");

            migrationBuilder.CreateIndex(
                name: "IX_JudgedEvidence_VersionId",
                table: "JudgedEvidence",
                column: "VersionId");

            // Nothing was recorded about what lay before TPI; what is attached now is the nearest to it.
            migrationBuilder.Sql(
                """
                INSERT INTO JudgedEvidence (AssessmentId, Layer, QuestionCode, LinkId, VersionId)
                SELECT link.AssessmentId, answer.Layer, link.QuestionCode, link.Id, link.VersionId
                FROM EvidenceLinks AS link
                JOIN Answers AS answer ON answer.AssessmentId = link.AssessmentId AND answer.QuestionCode = link.QuestionCode
                WHERE answer.Layer = 'Tpi' AND answer.Value IS NOT NULL AND link.DetachedAt IS NULL;
                """);

            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            if (migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
            {
                migrationBuilder.Sql(
                    """
                    CREATE TRIGGER AuditEntries_are_not_changed BEFORE UPDATE ON AuditEntries
                    BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END;
                    """);
                migrationBuilder.Sql(
                    """
                    CREATE TRIGGER AuditEntries_are_not_removed BEFORE DELETE ON AuditEntries
                    BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END;
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Versions would be lost. Restore the copy that was made before migrating.");
    }
}
