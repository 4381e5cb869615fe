using System.Buffers;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>
/// Which alarms can make a composite alarm red, where its message names none that did: the ARNs in its reason
/// (<c>arn:…:alarm:a transitioned to ALARM at …</c>), and the alarms in its rule (<c>ALARM("a") AND NOT ALARM(b)</c>,
/// <c>AT_LEAST(2, ALARM, (a, b))</c>; API reference, PutCompositeAlarm).
/// </summary>
internal static class AlarmRuleReader
{
    private static readonly SearchValues<char> EndsWord = SearchValues.Create(" \t\r\n(),\"");

    private const string Alarm = ":alarm:";

    /// <summary>A rule has so many characters at most (API reference, PutCompositeAlarm).</summary>
    private const int MaximumRule = 10_240;

    /// <summary>ARNs of the alarms that a reason says changed; a name that goes on with a blank ends there.</summary>
    /// <param name="reason">CloudWatch's reason.</param>
    /// <param name="composite">ARN of the composite alarm, which is no child of its own.</param>
    public static List<string> InReason(string reason, string composite)
    {
        var arns = new List<string>();
        foreach (var word in reason.Split((char[])[' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (arns.Count < AlarmIdentity.MaximumChildren
                && word.StartsWith("arn:", StringComparison.Ordinal)
                && word.Contains(":cloudwatch:", StringComparison.Ordinal)
                && word.Contains(Alarm, StringComparison.Ordinal)
                && word != composite
                && !arns.Contains(word))
            {
                arns.Add(BoundedText.Of(word, AlarmIdentity.MaximumArn));
            }
        }

        return arns;
    }

    /// <summary>ARNs of the alarms that a rule wants red; those that it wants not to be are none.</summary>
    /// <param name="rule">The rule, or null.</param>
    /// <param name="composite">ARN of the composite alarm: names are of its account and Region.</param>
    public static List<string> InRule(string? rule, string composite)
    {
        var arns = new List<string>();
        if (rule is null || composite.IndexOf(Alarm, StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return arns;
        }

        var place = composite[..(end + Alarm.Length)];
        var words = Words(rule.AsSpan(0, Math.Min(rule.Length, MaximumRule)));
        var isDenied = new Stack<bool>([false]);
        var isRed = new Stack<bool>([false]);
        for (var i = 0; i < words.Count && arns.Count < AlarmIdentity.MaximumChildren; i++)
        {
            var word = words[i];
            if (word.Text == "(" && !word.IsQuoted)
            {
                isDenied.Push(isDenied.Peek() ^ IsNot(words, i));
                isRed.Push(IsArgument(words, i, isRed.Peek()));
            }
            else if (word.Text == ")" && !word.IsQuoted)
            {
                if (isRed.Count > 1)
                {
                    _ = isDenied.Pop();
                    _ = isRed.Pop();
                }
            }
            else if (isRed.Peek() && !isDenied.Peek() && Named(word, place) is { } arn && !arns.Contains(arn))
            {
                arns.Add(BoundedText.Of(arn, AlarmIdentity.MaximumArn));
            }
        }

        return arns;
    }

    /// <summary>
    /// Whether what an opening bracket begins is denied: <c>NOT (</c>, <c>NOT ALARM(</c>, <c>AT_LEAST(1, NOT ALARM, (</c>.
    /// </summary>
    private static bool IsNot(List<Word> words, int open)
    {
        var before = open - 1;
        before -= before >= 0 && words[before].Text == "," ? 1 : 0;
        before -= before >= 0 && IsState(words[before]) ? 1 : 0;
        return before >= 0 && Is(words[before], "NOT");
    }

    /// <summary>
    /// Whether names stand behind an opening bracket: <c>ALARM(</c>, and the last argument of <c>AT_LEAST(2, ALARM, (</c>.
    /// </summary>
    private static bool IsArgument(List<Word> words, int open, bool isInside)
    {
        var isLast = open > 1 && words[open - 1] is { Text: ",", IsQuoted: false };
        return isInside || (open > 0 && IsRed(words[open - (isLast ? 2 : 1)]));
    }

    private static bool IsRed(Word word) => Is(word, "ALARM") || Is(word, "INSUFFICIENT_DATA");

    private static bool IsState(Word word) => IsRed(word) || Is(word, "OK");

    private static bool Is(Word word, string text) => !word.IsQuoted && word.Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static string? Named(Word word, string place) => word switch
    {
        { Text: "," or "", IsQuoted: false } => null,
        { Text: var text } when text.StartsWith("arn:", StringComparison.Ordinal) => text,
        _ => $"{place}{word.Text}",
    };

    private static List<Word> Words(ReadOnlySpan<char> rule)
    {
        var words = new List<Word>();
        for (var i = 0; i < rule.Length;)
        {
            if (char.IsWhiteSpace(rule[i]))
            {
                i++;
            }
            else if (rule[i] is '(' or ')' or ',')
            {
                words.Add(new Word($"{rule[i++]}", IsQuoted: false));
            }
            else if (rule[i] is '"' or '\'')
            {
                var length = rule[(i + 1)..].IndexOf(rule[i]);
                length = length < 0 ? rule.Length - i - 1 : length;
                words.Add(new Word($"{rule.Slice(i + 1, length)}", IsQuoted: true));
                i += length + 2;
            }
            else
            {
                var length = rule[i..].IndexOfAny(EndsWord);
                length = length < 0 ? rule.Length - i : length;
                words.Add(new Word($"{rule.Slice(i, length)}", IsQuoted: false));
                i += length;
            }
        }

        return words;
    }

    /// <summary>A word or mark of a rule.</summary>
    private readonly record struct Word(string Text, bool IsQuoted);
}
