using System.Text;

namespace ContactCenter.Core.Contacts.Classification;

/// <summary>
/// Reads labelled texts from comma-separated values (RFC 4180: quoted fields may hold commas, quotes and line ends). The first line names
/// the columns: <c>text</c>; <c>topic</c>, <c>category</c>, <c>label</c> or <c>intent</c>; and, if there is one, <c>urgency</c> or <c>priority</c>.
/// </summary>
public static class LabelledCsv
{
    private const int MostRows = 2_000_000;

    /// <summary>Characters of the first line that a message quotes.</summary>
    private const int LongestQuotation = 80;

    private static readonly string[] TextColumns = ["text", "utterance", "message"];
    private static readonly string[] TopicColumns = ["topic", "category", "label", "intent"];
    private static readonly string[] UrgencyColumns = ["urgency", "priority"];

    /// <summary>Reads all rows; empty lines are passed over.</summary>
    /// <exception cref="FormatException">A column is missing or a row is broken; the message names the line.</exception>
    public static IReadOnlyList<TrainingExample> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var line = 1;
        var header = ReadRow(reader, ref line) ?? throw new FormatException("The file is empty; its first line should be 'text,topic'.");
        header[0] = header[0].TrimStart('\uFEFF');
        var text = Column(header, TextColumns) ?? throw Missing(header, TextColumns);
        var topic = Column(header, TopicColumns) ?? throw Missing(header, TopicColumns);
        var urgency = Column(header, UrgencyColumns);
        var examples = new List<TrainingExample>();
        while (true)
        {
            var at = line;
            var row = ReadRow(reader, ref line);
            if (row is null)
            {
                return examples;
            }

            if (row.Count == 1 && string.IsNullOrWhiteSpace(row[0]))
            {
                continue;
            }

            examples.Add(Example(row, header.Count, text, topic, urgency, at));
            if (examples.Count > MostRows)
            {
                throw new FormatException($"The file has more than {MostRows:N0} rows; split it.");
            }
        }
    }

    private static TrainingExample Example(List<string> row, int columns, int text, int topic, int? urgency, int line)
    {
        if (row.Count != columns)
        {
            throw new FormatException($"Line {line} has {row.Count} fields, the first line has {columns}. A field with a comma needs double quotes around it.");
        }

        var name = row[topic].Trim();
        var level = urgency is { } column && !string.IsNullOrWhiteSpace(row[column]) ? row[column].Trim() : null;
        return name.Length == 0
            ? throw new FormatException($"Line {line} has no topic; use '{TrainingExample.OutOfScope}' for a text that is about none of the topics.")
            : new TrainingExample(row[text], name, level);
    }

    private static int? Column(List<string> header, string[] names)
    {
        var index = header.FindIndex(column => names.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }

    private static FormatException Missing(List<string> header, string[] names) =>
        new($"The first line names the columns '{Quotable(string.Join("', '", header))}'; one of them should be '{string.Join("' or '", names)}'.");

    /// <summary>What a file that is no text may say on a terminal: its beginning, without what terminals obey.</summary>
    private static string Quotable(string text)
    {
        var beginning = text.Length > LongestQuotation ? string.Concat(text.AsSpan(0, LongestQuotation), "…") : text;
        return string.Concat(beginning.Select(static letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter == '\uFFFD' ? '·' : letter));
    }

    private static List<string>? ReadRow(TextReader reader, ref int line)
    {
        var next = reader.Read();
        if (next < 0)
        {
            return null;
        }

        var row = new List<string>();
        var field = new StringBuilder();
        var start = line;
        var quoted = false;
        for (; next >= 0; next = reader.Read())
        {
            var c = (char)next;
            line += c == '\n' ? 1 : 0;
            if (quoted)
            {
                if (c != '"')
                {
                    _ = field.Append(c);
                }
                else if (reader.Peek() == '"')
                {
                    _ = field.Append((char)reader.Read());
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                row.Add(field.ToString());
                _ = field.Clear();
            }
            else if (c == '\n')
            {
                break;
            }
            else if (c != '\r')
            {
                _ = field.Append(c);
            }
        }

        if (quoted)
        {
            throw new FormatException($"The quoted field that starts on line {start} has no closing quote.");
        }

        row.Add(field.ToString());
        return row;
    }
}
