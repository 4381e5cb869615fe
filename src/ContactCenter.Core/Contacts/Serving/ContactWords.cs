using System.Text;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>What a contact says about its topic, taken from wherever a flow puts it: parameters of the block before attributes.</summary>
/// <param name="Words">
/// What the customer said or wrote; empty when there is nothing. <c>text</c>, <c>transcript</c>, <c>inputTranscript</c>,
/// <c>message</c> or <c>utterance</c>; else <c>subject</c>, or the name of the contact, and <c>body</c> of an e-mail; else name and
/// description of a task or e-mail, without a name that is only how the description begins.
/// </param>
/// <param name="Intent">
/// Intent that Lex has recognised, or null: <c>intent</c> or <c>intentName</c>. A fallback intent is none, nor are those that Lex brings
/// (<c>AMAZON.CancelIntent</c> ends a dialogue and no contract).
/// </param>
/// <param name="IntentConfidence">How sure Lex is of it, 0 to 1, or null: <c>intentConfidence</c>.</param>
/// <param name="MenuTopic">
/// Topic that the customer has chosen by a key, or null: <c>dtmf</c> or <c>digits</c> looked up in <c>menu</c>, as in
/// <c>1=billing,2=delivery</c>.
/// </param>
public sealed record ContactWords(string Words, string? Intent, double? IntentConfidence, string? MenuTopic)
{
    /// <summary>What names of the intents begin with that Lex brings.</summary>
    private const string BuiltIn = "AMAZON.";

    /// <summary>Takes them from a request.</summary>
    public static ContactWords Of(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var intent = request.FindFirst("intent", "intentName");
        return new ContactWords(
            request.FindFirst("text", "transcript", "inputTranscript", "message", "utterance")
                ?? Join(request.Find("subject") ?? (request.Find("body") is null ? null : Titled(request.Name)), request.Find("body"))
                ?? Join(Begins(request.Description, request.Name) ? null : Titled(request.Name), Titled(request.Description))
                ?? "",
            IsOfTheCenter(intent) ? intent?.Trim() : null,
            Share(request.Find("intentConfidence")),
            Choice(request.FindFirst("dtmf", "digits"), request.Find("menu")));
    }

    /// <summary>The intent as words: <c>ReportLost_card</c> is "report lost card".</summary>
    public string IntentAsWords()
    {
        var words = new StringBuilder();
        var previous = ' ';
        foreach (var letter in Intent ?? "")
        {
            if (char.IsUpper(letter) && char.IsLower(previous))
            {
                _ = words.Append(' ');
            }

            _ = words.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            previous = letter;
        }

        return words.ToString().Trim();
    }

    private static bool IsOfTheCenter(string? intent) =>
        intent?.Contains("fallback", StringComparison.OrdinalIgnoreCase) == false
        && !intent.AsSpan().TrimStart().StartsWith(BuiltIn, StringComparison.OrdinalIgnoreCase);

    private static string? Titled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>As with a post, whose title is its text cut short: its words would count twice.</summary>
    private static bool Begins(string? text, string? title) => text is not null
        && title?.TrimEnd('…', ' ') is { Length: > 0 } start
        && text.Replace('\n', ' ').StartsWith(start, StringComparison.Ordinal);

    private static string? Join(string? first, string? second) => (first, second) switch
    {
        (null, null) => null,
        (null, _) => second,
        (_, null) => first,
        _ => $"{first}. {second}",
    };

    private static double? Share(string? text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var share)
            && share is >= 0 and <= 1
            ? share
            : null;

    private static string? Choice(string? key, string? menu)
    {
        if (key is null || menu is null)
        {
            return null;
        }

        foreach (var entry in menu.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=', 2, StringSplitOptions.TrimEntries) is [var digits, { Length: > 0 } topic] && digits == key.Trim())
            {
                return topic;
            }
        }

        return null;
    }
}
