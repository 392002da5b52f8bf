using System.Collections;
using System.Text;
using QRCoder;

namespace SiteGen.Cli.Terminal;

/// <summary>A text as a QR code (ISO/IEC 18004) of half-block characters, two rows of it in a line.</summary>
internal static class QrPicture
{
    /// <summary>The lines of the picture.</summary>
    /// <param name="text">What is encoded.</param>
    /// <param name="hasColours">Whether it is black on white whatever the terminal's colours are; else it is right on a light one.</param>
    public static string Draw(string text, bool hasColours)
    {
        var modules = ModulesOf(text);
        var picture = new StringBuilder();
        for (var row = 0; row < modules.Length; row += 2)
        {
            var line = LineOf(modules[row], row + 1 < modules.Length ? modules[row + 1] : null);
            picture.Append(hasColours ? Paint.BlackOnWhite(line) : line).Append('\n');
        }

        return picture.ToString();
    }

    /// <summary>The rows of the code, dark modules set, with the quiet zone of four light ones around it.</summary>
    internal static BitArray[] ModulesOf(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix];
    }

    private static string LineOf(BitArray upper, BitArray? lower) => string.Create(upper.Length, (upper, lower), static (line, rows) =>
    {
        for (var column = 0; column < line.Length; column++)
        {
            line[column] = (rows.upper[column], rows.lower?[column] ?? false) switch
            {
                (true, true) => '\u2588',
                (true, false) => '\u2580',
                (false, true) => '\u2584',
                _ => ' ',
            };
        }
    });
}
