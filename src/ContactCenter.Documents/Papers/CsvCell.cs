namespace ContactCenter.Documents.Papers;

/// <summary>A text as a cell of comma-separated values.</summary>
internal static class CsvCell
{
    /// <summary>Quoted where it must be, and never what a spreadsheet takes for a formula.</summary>
    public static string Of(string text)
    {
        var safe = text is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
