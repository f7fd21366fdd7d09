using Xunit;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>A table kept as text in Cases: cells between bars, the first row its heads, lines with # for the reader.</summary>
internal sealed record CaseTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static CaseTable Read(string name)
    {
        List<string[]> lines = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", name))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        return new(lines[0], [.. lines.Skip(1)]);
    }

    /// <summary>The cell in the row and the column with these names.</summary>
    public string Cell(string row, string column) => Rows.Single(cells => cells[0] == row)[Heads.ToList().IndexOf(column)];
}
