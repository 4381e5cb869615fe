using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Cli.History;

/// <summary>Prints the half hours of a time, those of which nothing is known too.</summary>
/// <param name="asJson">True: one JSON object a line.</param>
/// <param name="asTable">True: a table for a spreadsheet.</param>
/// <param name="channel">The channel of a queue.</param>
/// <param name="from">When the first half hour begins.</param>
/// <param name="to">When the last one ends.</param>
internal sealed class NumbersPrint(bool asJson, bool asTable, ContactChannel channel, DateTimeOffset from, DateTimeOffset to)
{
    /// <summary>Half hours of a queue.</summary>
    public void Queue(string queue, IReadOnlyList<QueueNumbers> known, HistoryLines lines)
    {
        Head(NumbersLines.QueueColumns);
        foreach (var (at, half) in HalfHours.WithGaps(known, static each => each.At, from, to))
        {
            var numbers = half?.In(channel);
            Console.WriteLine(
                asJson ? JsonSerializer.Serialize(new QueueLine(at, queue, channel, numbers), HistoryJson.Default.QueueLine)
                : asTable ? NumbersLines.Row(at, numbers)
                : NumbersLines.Line(lines.Time(at), numbers));
        }
    }

    /// <summary>Half hours of a routing profile.</summary>
    public void Profile(string profile, IReadOnlyList<ProfileNumbers> known, HistoryLines lines)
    {
        Head(NumbersLines.ProfileColumns);
        foreach (var (at, half) in HalfHours.WithGaps(known, static each => each.At, from, to))
        {
            Console.WriteLine(
                asJson ? JsonSerializer.Serialize(new ProfileLine(at, profile, half), HistoryJson.Default.ProfileLine)
                : asTable ? NumbersLines.Row(at, half)
                : NumbersLines.Line(lines.Time(at), half));
        }
    }

    private void Head(string columns)
    {
        if (asTable)
        {
            Console.WriteLine(columns);
        }
    }
}
