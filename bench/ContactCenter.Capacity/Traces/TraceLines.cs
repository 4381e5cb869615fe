using System.IO.Compression;
using System.Text;

namespace ContactCenter.Capacity.Traces;

/// <summary>
/// The lines of a file, plain or gzip (told by its first bytes, not by its name), with the number that an editor shows for each.
/// </summary>
public static class TraceLines
{
    private const int MaximumLine = 200;
    private const byte GzipFirst = 0x1f;
    private const byte GzipSecond = 0x8b;

    /// <summary>All lines that are not empty, trimmed.</summary>
    /// <exception cref="FormatException">No such file, a folder, a broken gzip file, or a line longer than any trace has.</exception>
    public static IEnumerable<(int Number, string Text)> Of(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FormatException($"{path}: found a folder; a file with one count per line, or time,count, would be right.");
        }

        if (!File.Exists(path))
        {
            throw new FormatException($"{path}: there is no such file.");
        }

        using var file = File.OpenRead(path);
        var isGzip = file.ReadByte() == GzipFirst && file.ReadByte() == GzipSecond;
        file.Position = 0;
        using Stream stream = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var wasReturn = false;
        for (var number = 1; Next(reader, path, number, ref wasReturn) is { } line; number++)
        {
            if (line.Trim() is { Length: > 0 } text)
            {
                yield return (number, text);
            }
        }
    }

    private static string? Next(StreamReader reader, string path, int number, ref bool wasReturn)
    {
        string? line;
        try
        {
            line = Line(reader, ref wasReturn);
        }
        catch (InvalidDataException broken)
        {
            throw new FormatException($"{path}, line {number}: found a broken gzip file ({broken.Message}).", broken);
        }

        return line?.Length > MaximumLine
            ? throw new FormatException(
                $"{path}, line {number}: found more than {MaximumLine} characters; one count, or time,count, would be right.")
            : line;
    }

    // A device or a compressed file may have a line that never ends: no more of it is read than shows that it is too long.
    private static string? Line(StreamReader reader, ref bool wasReturn)
    {
        var next = reader.Read();
        if (wasReturn && next == '\n')
        {
            next = reader.Read();
        }

        wasReturn = false;
        if (next < 0)
        {
            return null;
        }

        var line = new StringBuilder();
        for (; next >= 0 && next is not ('\n' or '\r') && line.Length <= MaximumLine; next = reader.Read())
        {
            _ = line.Append((char)next);
        }

        wasReturn = next == '\r';
        return line.ToString();
    }
}
