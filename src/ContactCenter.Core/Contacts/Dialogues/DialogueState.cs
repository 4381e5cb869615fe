using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>Where a dialogue stands. It travels with the contact, as a text in one of its attributes.</summary>
/// <param name="Dialogue">Name of the dialogue.</param>
/// <param name="Step">What is waited for.</param>
public sealed record DialogueState(string Dialogue, DialogueStep Step)
{
    /// <summary>Version of the form: an attribute of another one begins nothing and ends nothing.</summary>
    private const string Version = "1";

    /// <summary>Parts before the values.</summary>
    private const int Parts = 9;

    /// <summary>Numbers of a state are small.</summary>
    private const int MaximumCount = 99;

    /// <summary>The field that is asked, counted from 0.</summary>
    public int Field { get; init; }

    /// <summary>How often the same has been asked without an answer.</summary>
    public int Missed { get; init; }

    /// <summary>How often the function was asked with the same values.</summary>
    public int Calls { get; init; }

    /// <summary>How many questions of the customer were answered between.</summary>
    public int Answered { get; init; }

    /// <summary>How often the customer said that it is not right.</summary>
    public int Refused { get; init; }

    /// <summary>Counts the values that were given to the function: each has a key of its own.</summary>
    public int Submission { get; init; } = 1;

    /// <summary>The values, in the order of the fields; empty: not known yet.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>As an attribute holds it: what could be cut or changed on its way is written as a number. Null: too long.</summary>
    public string? Write()
    {
        var text = new StringBuilder(string.Join(
            ';', Version, Dialogue, Step.ToString().ToLowerInvariant(), Field, Missed, Calls, Answered, Refused, Submission));
        foreach (var value in Values)
        {
            _ = text.Append(';');
            foreach (var letter in value)
            {
                _ = char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.' or ','
                    ? text.Append(letter)
                    : text.Append(CultureInfo.InvariantCulture, $"%{(int)letter:x4}");
            }
        }

        return text.Length <= FlowSpeech.MaximumLength ? text.ToString() : null;
    }

    /// <summary>The state of an attribute, or null: there is none, or it is none of this dialogue.</summary>
    /// <param name="text">The attribute.</param>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="today">The day: a day that was within its limits may be past by now.</param>
    public static DialogueState? Read(string? text, DialogueSettings dialogue, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        if (text?.Split(';') is not [Version, var name, var step, .. { Length: >= Parts - 3 } rest] || name != dialogue.Name
            || !Enum.TryParse<DialogueStep>(step, ignoreCase: true, out var at) || !Enum.IsDefined(at) || char.IsAsciiDigit(step[0]))
        {
            return null;
        }

        int[] counts = [.. rest.Take(Parts - 3).Select(Count)];
        string[] values = [.. rest.Skip(Parts - 3).Select(Value)];
        var isWhole = counts.All(static count => count >= 0)
            && values.Length == dialogue.Fields.Count
            && (counts[0] < dialogue.Fields.Count || at is not DialogueStep.Field)
            && dialogue.Fields.Zip(values).All(pair => pair.Second.Length == 0 || FieldReading.IsWithin(pair.First, pair.Second, today))
            && (at is DialogueStep.Field or DialogueStep.Ended || values.All(static value => value.Length > 0));
        return !isWhole ? null : new DialogueState(name, at)
        {
            Field = counts[0],
            Missed = counts[1],
            Calls = counts[2],
            Answered = counts[3],
            Refused = counts[4],
            Submission = counts[5],
            Values = [.. values],
        };
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaximumCount ? count : -1;

    private static string Value(string text)
    {
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 4 < text.Length
                && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
            {
                _ = value.Append((char)letter);
                i += 4;
            }
            else
            {
                _ = value.Append(text[i]);
            }
        }

        return value.ToString();
    }
}

/// <summary>What a dialogue waits for.</summary>
public enum DialogueStep
{
    /// <summary>The value of a field.</summary>
    Field,

    /// <summary>Yes or no.</summary>
    Confirm,

    /// <summary>The customer's function.</summary>
    Call,

    /// <summary>It is done: whether anything else is wished.</summary>
    Closing,

    /// <summary>Nothing any more.</summary>
    Ended,
}
