using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>The values of a workbook's cells, as a spreadsheet program left them.</summary>
internal sealed class Spreadsheet
{
    /// <summary>Of a test that starts LibreOffice, in milliseconds: longer than LibreOffice itself may take, which then is ended.</summary>
    public const int TimeLimit = 150_000;

    private readonly Dictionary<(string Sheet, string Cell), string> _values = [];

    public Spreadsheet(Stream file)
    {
        using var package = SpreadsheetDocument.Open(file, isEditable: false);
        var workbook = package.WorkbookPart!;
        string[] shared = [.. workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
        foreach (var sheet in workbook.Workbook!.Sheets!.Elements<Sheet>())
        {
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
            foreach (var cell in part.Worksheet!.Descendants<Cell>())
            {
                var value = cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "";
                _values[(sheet.Name!.Value!, cell.CellReference!.Value!)] =
                    cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(value, CultureInfo.InvariantCulture)] : value;
            }
        }
    }

    public string Text(string sheet, string cell) => _values.GetValueOrDefault((sheet, cell), "");

    public double Number(string sheet, string cell) => double.Parse(Text(sheet, cell), CultureInfo.InvariantCulture);

    /// <summary>The row of the sheet Hasil that begins with these words.</summary>
    public int RowOf(string label, int from) => Enumerable.Range(from, 80).First(row => Text("Hasil", $"A{row}") == label);

    /// <summary>Opens every workbook in LibreOffice, which calculates what has no value yet, and saves it.</summary>
    /// <returns>By name.</returns>
    public static async Task<IReadOnlyDictionary<string, Spreadsheet>> CalculateAsync(IReadOnlyDictionary<string, byte[]> books, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("zi-soffice-").FullName;
        try
        {
            foreach (var (name, file) in books)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".xlsx"), file, ct);
            }

            await ConvertAsync(folder, "xlsx:Calc MS Excel 2007 XML", [.. books.Keys.Select(name => Path.Combine(folder, name + ".xlsx"))], ct);
            return books.Keys.ToDictionary(name => name, name =>
            {
                using var saved = File.OpenRead(Path.Combine(folder, "out", name + ".xlsx"));
                return new Spreadsheet(saved);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The workbook as LibreOffice writes it after opening it.</summary>
    public static async Task<byte[]> SaveAgainAsync(byte[] book, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("zi-soffice-").FullName;
        try
        {
            var file = Path.Combine(folder, "lke.xlsx");
            await File.WriteAllBytesAsync(file, book, ct);
            await ConvertAsync(folder, "xlsx:Calc MS Excel 2007 XML", [file], ct);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "out", "lke.xlsx"), ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ConvertAsync(string folder, string format, IReadOnlyList<string> files, CancellationToken ct)
    {
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", format, "--outdir", Path.Combine(folder, "out"), .. files])
        {
            start.ArgumentList.Add(argument);
        }

        using var office = Start(start);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var (said, complained) = (office.StandardOutput.ReadToEndAsync(limit.Token), office.StandardError.ReadToEndAsync(limit.Token));
            await office.WaitForExitAsync(limit.Token);
            Assert.True(office.ExitCode == 0, $"{await said}{await complained}");
        }
        finally
        {
            // With its children: soffice is a script around the program that does the work.
            office.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("LibreOffice is missing: install libreoffice-calc-nogui (./test.sh does), for only a spreadsheet program proves the formulas.", missing);
        }
    }
}
