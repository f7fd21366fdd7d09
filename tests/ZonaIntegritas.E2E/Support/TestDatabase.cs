using Microsoft.Data.Sqlite;

namespace ZonaIntegritas.E2E.Support;

/// <summary>Looks into the app's database from outside, as an auditor with the file would.</summary>
public sealed class TestDatabase(string file)
{
    public Task<Guid> SheetAsync(string unit, int yearsAgo = 0) => OneAsync(
        $"""
        SELECT a.Id FROM Assessments a JOIN WorkUnits u ON u.Id = a.UnitId JOIN Periods p ON p.Id = a.PeriodId
        WHERE u.ShortName = $unit ORDER BY p.Year DESC LIMIT 1 OFFSET {yearsAgo}
        """,
        row => row.GetGuid(0),
        ("$unit", unit));

    public Task<Guid> UnitAsync(string unit) =>
        OneAsync("SELECT Id FROM WorkUnits WHERE ShortName = $unit", row => row.GetGuid(0), ("$unit", unit));

    public Task<int> NewestYearAsync() => OneAsync("SELECT MAX(Year) FROM Periods", row => row.GetInt32(0));

    /// <summary>Uploads that have not become evidence.</summary>
    public async Task<int> UnfinishedUploadsAsync() =>
        (await ReadAsync("SELECT Id FROM IncomingUploads WHERE VersionId IS NULL", row => row.GetGuid(0))).Count;

    public Task<Guid> FirstFileAsync(Guid sheet) => OneAsync(
        "SELECT VersionId FROM EvidenceLinks WHERE AssessmentId = $sheet AND DetachedAt IS NULL LIMIT 1", row => row.GetGuid(0), ("$sheet", sheet));

    /// <summary>Stored answers by question code, each as the JSON that an answer file holds too.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AnswersAsync(Guid sheet, string layer) =>
        (await ReadAsync(
            "SELECT QuestionCode, Value FROM Answers WHERE AssessmentId = $sheet AND Layer = $layer AND Value IS NOT NULL",
            row => (Code: row.GetString(0), Json: row.GetString(1)),
            ("$sheet", sheet), ("$layer", layer))).ToDictionary(answer => answer.Code, answer => answer.Json);

    public Task<string> NoteAsync(Guid sheet, string code) => OneAsync(
        "SELECT Note FROM Answers WHERE AssessmentId = $sheet AND Layer = 'Unit' AND QuestionCode = $code",
        row => row.GetString(0),
        ("$sheet", sheet), ("$code", code));

    public Task<IReadOnlyList<string>> FileHashesAsync() => ReadAsync("SELECT Sha256 FROM EvidenceContents", row => row.GetString(0));

    public async Task CloseAccountAsync(string email)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, "UPDATE AspNetUsers SET IsActive = 0 WHERE Email = $email", ("$email", email));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    /// <summary>From outside, so that no page is told: it must find out by itself.</summary>
    public async Task EndAssignmentAsync(string email, string unit)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(
            connection,
            """
            UPDATE ReviewAssignments SET EndedAt = GivenAt WHERE EndedAt IS NULL
              AND EvaluatorId = (SELECT Id FROM AspNetUsers WHERE Email = $email) AND UnitId = (SELECT Id FROM WorkUnits WHERE ShortName = $unit)
            """,
            ("$email", email), ("$unit", unit));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    /// <summary>Makes the file of a question a video that lies in the app's folder, as if it had been uploaded.</summary>
    public async Task TurnIntoVideoAsync(Guid sheet, string code, string hash, long size)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(
            connection,
            """
            INSERT OR IGNORE INTO EvidenceContents (Sha256, Size, Scan, Threat, StoredAt, Integrity, VerifiedAt)
              SELECT $hash, $size, 'NotScanned', '', StoredAt, Integrity, VerifiedAt FROM EvidenceContents LIMIT 1;
            UPDATE EvidenceVersions SET Sha256 = $hash, Size = $size, Type = 'Mp4', Name = 'Pelatihan.mp4'
              WHERE Id IN (SELECT VersionId FROM EvidenceLinks WHERE AssessmentId = $sheet AND QuestionCode = $code);
            """,
            ("$hash", hash), ("$size", size), ("$sheet", sheet), ("$code", code));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A copy of this moment, taken while the app runs.</summary>
    public async Task CopyToAsync(string copy)
    {
        await using var connection = await OpenAsync();
        await using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        await target.OpenAsync();
        connection.BackupDatabase(target);
    }

    private async Task<T> OneAsync<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] values) =>
        Assert.Single(await ReadAsync(sql, read, values));

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] values)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
        {
            found.Add(read(rows));
        }

        return found;
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={file};Default Timeout=30;Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        // Only the literals of this class are put into it.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
