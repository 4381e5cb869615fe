using System.Text;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Training;

/// <summary>
/// Reads labelled texts from comma-separated values (RFC 4180: quoted fields may hold commas, quotes and line ends); semicolons and tabs,
/// which spreadsheets write in some countries, separate as well where the first line has them. The first line names the columns:
/// <c>text</c>; <c>topic</c>, <c>category</c>, <c>label</c> or <c>intent</c>; and, if there is one, <c>urgency</c> or <c>priority</c>.
/// </summary>
public static class LabelledCsv
{
    private const int MaximumRows = 2_000_000;

    // Longer than anything that somebody said or wrote: a quote is missing, and the field goes on through the whole file.
    private const int MaximumField = 16 * 1024 * 1024;

    // Names of columns, however many, are shorter; what goes on is no text file.
    private const int MaximumHeader = 64 * 1024;

    /// <summary>Characters of the first line that a message quotes.</summary>
    private const int MaximumQuotation = 80;

    private static readonly char[] Separators = [',', ';', '\t'];
    private static readonly string[] TextColumns = ["text", "utterance", "message"];
    private static readonly string[] TopicColumns = ["topic", "category", "label", "intent"];
    private static readonly string[] UrgencyColumns = ["urgency", "priority"];

    /// <summary>Reads all rows; empty lines are passed over.</summary>
    /// <exception cref="FormatException">A column is missing or a row is broken; the message names the line.</exception>
    public static IReadOnlyList<TrainingExample> Read(TextReader reader) => Read<TrainingExample>(
        reader,
        [TextColumns, TopicColumns],
        static header =>
        {
            var text = Column(header, TextColumns)!.Value;
            var topic = Column(header, TopicColumns)!.Value;
            var urgency = Column(header, UrgencyColumns);
            return (row, line) => Example(row, text, topic, urgency, line);
        });

    /// <summary>Reads texts of which nobody needs to have said what they are about: the first line names a column <c>text</c>.</summary>
    /// <exception cref="FormatException">The column is missing or a row is broken; the message names the line.</exception>
    public static IReadOnlyList<string> ReadTexts(TextReader reader) => Read<string>(
        reader,
        [TextColumns],
        static header =>
        {
            var text = Column(header, TextColumns)!.Value;
            return (row, _) => row[text];
        });

    /// <summary>Reads the rows of any such file.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="needed">Columns that must be there, each with the names by which it may go.</param>
    /// <param name="rows">Given the columns, makes something of a row and the number of its line.</param>
    /// <param name="maximumRows">More are refused.</param>
    /// <param name="example">A first line that would be right.</param>
    /// <exception cref="FormatException">A column is missing or a row is broken; the message names the line.</exception>
    internal static List<T> Read<T>(
        TextReader reader, string[][] needed, Func<List<string>, Func<List<string>, int, T>> rows, int maximumRows = MaximumRows,
        string example = "text,topic")
    {
        ArgumentNullException.ThrowIfNull(reader);
        var line = 2;
        var characters = new CharacterReader(reader);
        var (separator, header) = Header(FirstLine(characters, example).TrimStart('\uFEFF'), needed);
        if (Array.Find(needed, names => Column(header, names) is null) is { } missing)
        {
            throw Missing(header, missing, example);
        }

        var read = rows(header);
        var examples = new List<T>();
        while (true)
        {
            var at = line;
            var row = ReadRow(characters, separator, ref line);
            if (row is null)
            {
                return examples;
            }

            if (row.Count == 1 && string.IsNullOrWhiteSpace(row[0]))
            {
                continue;
            }

            if (row.Count != header.Count)
            {
                throw new FormatException(Problems.RowFields($"{at}", $"{row.Count}", $"{header.Count}", Name(separator)));
            }

            examples.Add(read(row, at));
            if (examples.Count > maximumRows)
            {
                throw new FormatException(Problems.TooManyRows($"{maximumRows:N0}"));
            }
        }
    }

    private static string FirstLine(CharacterReader reader, string example)
    {
        if (reader.Peek() < 0)
        {
            throw new FormatException(Problems.FileEmpty(example));
        }

        var line = new StringBuilder();
        var next = reader.Read();
        for (; next >= 0 && next is not ('\n' or '\r'); next = reader.Read())
        {
            if (line.Append((char)next).Length > MaximumHeader)
            {
                throw new FormatException(Problems.HeaderTooLong($"{MaximumHeader:N0}", example));
            }
        }

        if (next == '\r' && reader.Peek() == '\n')
        {
            _ = reader.Read();
        }

        return line.ToString();
    }

    // The separator under which the first line names what is needed; a comma when none does.
    private static (char Separator, List<string> Columns) Header(string line, string[][] needed)
    {
        foreach (var separator in Separators)
        {
            if (Split(separator) is var columns && needed.All(names => Column(columns, names) is not null))
            {
                return (separator, columns);
            }
        }

        return (Separators[0], Split(Separators[0]));

        List<string> Split(char separator)
        {
            using var reader = new StringReader(line);
            var at = 1;
            return ReadRow(new CharacterReader(reader), separator, ref at) ?? [""];
        }
    }

    private static string Name(char separator) => separator switch
    {
        ';' => Problems.SeparatorSemicolon,
        '\t' => Problems.SeparatorTab,
        _ => Problems.SeparatorComma,
    };

    private static TrainingExample Example(List<string> row, int text, int topic, int? urgency, int line)
    {
        var name = row[topic].Trim();
        var level = urgency is { } column && !string.IsNullOrWhiteSpace(row[column]) ? row[column].Trim() : null;
        return name.Length == 0
            ? throw new FormatException(Problems.RowTopic($"{line}", TrainingExample.OutOfScope))
            : new TrainingExample(row[text], name, level);
    }

    /// <summary>The place of a column that goes by one of these names; null: there is none.</summary>
    internal static int? Column(List<string> header, string[] names)
    {
        var index = header.FindIndex(column => names.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }

    private static FormatException Missing(List<string> header, string[] names, string example) =>
        new(Problems.ColumnMissing(Quotable(string.Join(", ", header)), string.Join(", ", names), example));

    /// <summary>What a file that is no text may say on a terminal: its beginning, without what terminals obey.</summary>
    private static string Quotable(string text)
    {
        var beginning = text.Length > MaximumQuotation ? string.Concat(text.AsSpan(0, MaximumQuotation), "…") : text;
        return string.Concat(beginning.Select(static letter =>
            char.IsControl(letter) || char.IsSurrogate(letter) || letter == '\uFFFD' ? '·' : letter));
    }

    private static List<string>? ReadRow(CharacterReader reader, char separator, ref int line)
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
            if (field.Length > MaximumField)
            {
                throw new FormatException(Problems.FieldTooLong($"{start}", $"{MaximumField:N0}"));
            }

            line += c == '\n' || (c == '\r' && reader.Peek() != '\n') ? 1 : 0;
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
            else if (c == separator)
            {
                row.Add(field.ToString());
                _ = field.Clear();
            }
            else if (c == '\n' || (c == '\r' && reader.Peek() != '\n'))
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
            throw new FormatException(Problems.QuoteOpen($"{start}"));
        }

        row.Add(field.ToString());
        return row;
    }
}
