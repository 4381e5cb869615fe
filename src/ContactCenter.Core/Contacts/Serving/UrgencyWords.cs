namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// How urgent a contact is by its own words, English and German, where the model has not learned urgency. Only what is said outright
/// counts: most urgent contacts do not say so, and their topic tells it.
/// </summary>
internal static class UrgencyWords
{
    // A contact that is urgent says so early.
    private const int MaximumCharacters = 2000;

    private static readonly string[] Low =
    [
        "not urgent", "isn't urgent", "no hurry", "no rush", "when you have time", "whenever you", "take your time",
        "nicht dringend", "keine eile", "nicht eilig", "hat zeit", "in ruhe",
    ];

    private static readonly string[] High =
    [
        "urgent", "asap", "as soon as possible", "immediately", "right now", "right away", "at once", "emergency", "can't wait",
        "cannot wait",
        "dringend", "sofort", "umgehend", "eilig", "notfall", "so schnell wie möglich", "schnellstmöglich",
    ];

    /// <summary><c>high</c>, <c>low</c>, or null when the text does not say.</summary>
    public static string? Of(string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, MaximumCharacters));
        return Says(beginning, Low) ? "low" : Says(beginning, High) ? "high" : null;
    }

    private static bool Says(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            for (var from = 0; text[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from += at + 1)
            {
                // "urgently" is urgent, "insurgent" is not
                if (from + at == 0 || !char.IsLetter(text[from + at - 1]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
