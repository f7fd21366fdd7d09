using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZonaIntegritas.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexWhatALibraryLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_UnitId_CreatedAt",
                table: "EvidenceItems");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_UnitId_DiscardedAt_CreatedAt",
                table: "EvidenceItems",
                columns: new[] { "UnitId", "DiscardedAt", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_UnitId_DiscardedAt_CreatedAt",
                table: "EvidenceItems");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_UnitId_CreatedAt",
                table: "EvidenceItems",
                columns: new[] { "UnitId", "CreatedAt" });
        }
    }
}
