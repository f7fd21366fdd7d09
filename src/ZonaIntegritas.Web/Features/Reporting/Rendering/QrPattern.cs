using QRCoder;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>The dark squares of a QR, as runs row by row, so that paper and screen draw the same one.</summary>
/// <param name="Size">Squares per side, without the quiet zone.</param>
public sealed record QrPattern(int Size, IReadOnlyList<QrRun> Runs)
{
    /// <summary>Light squares that scanners want around the pattern.</summary>
    public const int QuietZone = 4;

    /// <summary>For the seal: survives a fold or a stamp.</summary>
    public static QrPattern Sturdy(string text) => Of(text, QRCodeGenerator.ECCLevel.M);

    /// <summary>For the foot of a page: the fewest, so the largest squares.</summary>
    public static QrPattern Coarse(string text) => Of(text, QRCodeGenerator.ECCLevel.L);

    private static QrPattern Of(string text, QRCodeGenerator.ECCLevel level)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, level, forceUtf8: false, utf8BOM: false, QRCodeGenerator.EciMode.Default, -1);
        // QRCoder's matrix brings its own quiet zone; layouts leave theirs.
        var size = data.ModuleMatrix.Count - 2 * QuietZone;
        var runs = new List<QrRun>();
        for (var row = 0; row < size; row++)
        {
            var line = data.ModuleMatrix[row + QuietZone];
            for (var column = 0; column < size; column++)
            {
                var start = column;
                while (column < size && line[column + QuietZone])
                    column++;
                if (column > start)
                    runs.Add(new(start, row, column - start));
            }
        }
        return new(size, runs);
    }
}

public readonly record struct QrRun(int Column, int Row, int Length);
