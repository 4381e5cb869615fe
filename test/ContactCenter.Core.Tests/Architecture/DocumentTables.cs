namespace ContactCenter.Core.Tests.Architecture;

/// <summary>Tables of a document.</summary>
internal static class DocumentTables
{
    /// <summary>The cells of the rows of the table that begins with a heading.</summary>
    public static IReadOnlyList<string[]> Rows(IEnumerable<string> page, string heading) =>
    [
        .. page.SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    /// <summary>What stands between backticks in the first cells, which may name several things.</summary>
    public static IEnumerable<string> Names(IEnumerable<string[]> rows) =>
        rows.SelectMany(static row => row[0].Split('`').Where(static (_, part) => part % 2 == 1));
}
