using System.IO.Compression;

namespace ContactCenter.Capacity.Traces;

/// <summary>The lines of a file, plain or gzip (told by its first bytes, not by its name), with the number that an editor shows for each.</summary>
public static class TraceLines
{
    private const int LongestLine = 200;
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
        for (var number = 1; Next(reader, path, number) is { } line; number++)
        {
            if (line.AsSpan().Trim() is { Length: > 0 } text)
            {
                yield return text.Length <= LongestLine
                    ? (number, text.ToString())
                    : throw new FormatException($"{path}, line {number}: found {text.Length} characters; one count, or time,count, would be right.");
            }
        }
    }

    private static string? Next(StreamReader reader, string path, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException broken)
        {
            throw new FormatException($"{path}, line {number}: found a broken gzip file ({broken.Message}).", broken);
        }
    }
}
