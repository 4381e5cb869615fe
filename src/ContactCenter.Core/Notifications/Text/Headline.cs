using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>The line that must be understood at three in the morning: at most ten words, the thing first, then the symptom.</summary>
public static class Headline
{
    /// <summary>Most words in a headline.</summary>
    public const int MaximumWords = 10;

    /// <summary>So many characters of a name stay whatever the symptom takes.</summary>
    private const int MinimumName = 16;

    /// <summary>More of a name or a symptom cannot be shown by anything that takes ASCII alone, so no more is spelled.</summary>
    private const int MaximumSpelled = 300;

    /// <summary>"Queue Billing: customers wait too long".</summary>
    public static string Of(IncidentMessage message) => Of(message, int.MaxValue);

    /// <summary>The same within a number of characters: a long name is cut before the symptom is.</summary>
    public static string Of(IncidentMessage message, int maximumCharacters)
    {
        var symptom = message.Symptom.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var subject = message.Subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        if (subject.Length == 0)
        {
            return string.Join(' ', symptom.Take(MaximumWords));
        }

        // a long name gives way before the symptom does: its end tells less than what is wrong
        var room = Math.Max(1, MaximumWords - symptom.Length);
        var name = subject.Length <= room ? string.Join(' ', subject)
            : room == 1 ? $"{subject[0]}…"
            : $"{string.Join(' ', subject.Take(room - 1))}… {subject[^1]}";
        var rest = $": {string.Join(' ', symptom.Take(MaximumWords - Math.Min(room, subject.Length)))}";
        var left = Math.Max(MinimumName, maximumCharacters - rest.Length);
        return name.Length <= left ? name + rest : $"{Middle(name, left)}{rest}";
    }

    /// <summary>
    /// Begin and end of a name: names that differ at their end only must not read the same. Words stay whole where the last of them fits.
    /// </summary>
    private static string Middle(string name, int length)
    {
        var words = name.Split(' ');
        var kept = words[^1].Length + 2;
        if (words.Length > 1 && kept <= length)
        {
            var first = words.TakeWhile(word => (kept += word.Length + 1) <= length).Count();
            return first == 0 ? $"… {words[^1]}" : $"{string.Join(' ', words.Take(first))}… {words[^1]}";
        }

        var end = (length - 1) / 3;
        var tail = name.Length - end;
        tail += char.IsLowSurrogate(name[tail]) ? 1 : 0;
        var head = length - 1 - end;
        head -= char.IsHighSurrogate(name[head - 1]) ? 1 : 0;
        return $"{name[..head]}…{name[tail..]}";
    }

    /// <summary>The same on one clean line; what is cut ends in <c>…</c>, after a whole word where one fits.</summary>
    /// <param name="message">The message.</param>
    /// <param name="maximumCharacters">At most so many UTF-16 units, at least 1.</param>
    public static string Line(IncidentMessage message, int maximumCharacters)
    {
        var line = CleanText.Line(Of(message, maximumCharacters), int.MaxValue);
        return Words(line, maximumCharacters) is { } words ? $"{words}…" : CleanText.Line(line, maximumCharacters);
    }

    /// <summary>
    /// The same in printable ASCII, for what takes nothing else; what is cut ends in <c>~</c>, after a whole word where one fits.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="maximumCharacters">At most so many characters.</param>
    public static string Ascii(IncidentMessage message, int maximumCharacters)
    {
        // spelled before it is cut, because a letter may take two
        var spelled = message with
        {
            Subject = AsciiText.Line(message.Subject, MaximumSpelled),
            Symptom = AsciiText.Line(message.Symptom, MaximumSpelled),
        };
        var line = AsciiText.Line(Of(spelled, maximumCharacters), 3 * MaximumSpelled).Trim();
        return Words(line, maximumCharacters) is { } words ? $"{words}~" : AsciiText.Line(line, maximumCharacters).Trim();
    }

    /// <summary>The whole words of a line that is too long; null where it is not, and where they are less than half of what fits.</summary>
    private static string? Words(string line, int maximumCharacters)
    {
        if (line.Length <= maximumCharacters || maximumCharacters < 2)
        {
            return null;
        }

        var end = line.LastIndexOf(' ', maximumCharacters - 1);
        return end * 2 >= maximumCharacters ? line[..end].TrimEnd(':', ',') : null;
    }
}
