using System.Globalization;

namespace ContactCenter.Cli.Forecast;

/// <summary>A value and when it was.</summary>
internal readonly record struct SeriesRow(DateTimeOffset At, double Value);

/// <summary>
/// Reads <c>timestamp,value</c>: what CloudWatch, spreadsheets and benchmarks write; and of <c>history numbers --csv</c> the contacts.
/// </summary>
internal static class SeriesFile
{
    /// <summary>A year of minutes, and more than any plot shows.</summary>
    private const int MaximumRows = 1_000_000;

    /// <summary>The column of contacts where the center's own numbers are printed.</summary>
    private const string Contacts = "offered";

    /// <summary>The rows, or null after it was told why not.</summary>
    public static List<SeriesRow>? Read(string path)
    {
        try
        {
            using var reader = new StreamReader(InputFile.OpenUtf8(path));
            return Read(path, reader);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, failure));
            return null;
        }
    }

    private static List<SeriesRow>? Read(string path, TextReader reader)
    {
        var rows = new List<SeriesRow>();
        var column = 1;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line, column) is not { } row)
            {
                // the first line may name its columns
                if (number == 1)
                {
                    column = Math.Max(1, Array.FindIndex(line.Split(','), static name => name.Trim().Trim('"') == Contacts));
                    continue;
                }

                Console.Error.WriteLine(Say.SeriesLineWrong(path, $"{number}"));
                return null;
            }

            if (rows.Count > 0 && row.At <= rows[^1].At)
            {
                Console.Error.WriteLine(Say.SeriesOutOfOrder(path, $"{number}"));
                return null;
            }

            if (rows.Count == MaximumRows)
            {
                Console.Error.WriteLine(Say.SeriesTooLong(path, $"{MaximumRows}"));
                return null;
            }

            rows.Add(row);
        }

        if (rows.Count == 0)
        {
            Console.Error.WriteLine(Say.SeriesEmpty(path));
            return null;
        }

        return rows;
    }

    /// <summary>A line; an empty value is one that nobody measured.</summary>
    private static SeriesRow? Parse(string line, int column)
    {
        var fields = line.Split(',');
        if (fields.Length <= column || !DateTimeOffset.TryParse(
            fields[0].AsSpan().Trim().Trim('"'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var text = fields[column].AsSpan().Trim().Trim('"');
        if (text.IsEmpty)
        {
            return new(at, double.NaN);
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
        return isNumber ? new(at, value) : null;
    }
}
