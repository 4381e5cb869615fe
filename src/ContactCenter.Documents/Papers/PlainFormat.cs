using System.Text;

namespace ContactCenter.Documents.Papers;

/// <summary>
/// A document as it is read on a screen: no sign is escaped, columns stand below each other, and what anybody wrote can move no cursor.
/// </summary>
public static class PlainFormat
{
    private const string Between = "  ";

    /// <summary>Writes it.</summary>
    public static string Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = new StringBuilder($"{Shown(paper.Title)}\n");
        foreach (var block in paper.Blocks)
        {
            _ = text.Append('\n');
            foreach (var line in Lines(block))
            {
                _ = text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(PaperBlock block) => block switch
    {
        HeadingBlock heading => [Shown(heading.Text), new string('-', heading.Text.Length)],
        TextBlock paragraph => [Shown(paragraph.Text)],
        ListBlock list => list.Items.Select(static item => $"- {Shown(item)}"),
        CardBlock cards => cards.Cards.Select(static card =>
            $"{Shown(card.Name)}: {Shown(card.Value)}{(card.Beside.Length > 0 ? $" ({Shown(card.Beside)})" : "")}"),
        TableBlock table => Rows(table),
        PlotBlock plot => [Shown(plot.Caption)],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static IEnumerable<string> Rows(TableBlock table)
    {
        string[][] rows = [[.. table.Columns.Select(Shown)], .. table.Rows.Select(static row => row.Select(Shown).ToArray())];
        int[] widths = [.. Enumerable.Range(0, table.Columns.Count).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join(
            Between,
            row.Select((cell, column) => column >= table.NumbersFrom ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])))
            .TrimEnd());
    }

    private static string Shown(string text) => string.Concat(text.Select(static sign => char.IsControl(sign) ? ' ' : sign));
}
