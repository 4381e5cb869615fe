using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Hearing;

/// <summary>
/// How urgent a contact is by its own words, English and German, where the model has not learned urgency. Only what is said outright, in
/// whole words, counts: most urgent contacts do not say so, and their topic tells it.
/// </summary>
public static class UrgencyWords
{
    // A contact that is urgent says so early.
    private const int MaximumCharacters = 2000;

    // "It does not need to be all that urgent": so many words stand between a denial and what it denies.
    private const int MaximumBetween = 6;

    private static readonly HashSet<string> Urgent = Words(
        "urgent urgently urgency emergency emergencies dringend dringende dringender dringendes dringenden dringendem dringlich dringliche "
        + "dringlicher dringliches eilig eilige eiliger eiliges eiligen notfall notfalle notfallen");

    // they name a moment; what is not at once is not therefore unhurried
    private static readonly HashSet<string> AtOnce = Words(
        "asap immediately immediate sofort sofortige sofortiger sofortiges sofortigen umgehend umgehende umgehenden schnellstmoglich "
        + "schnellstmogliche schnellstens");

    private static readonly string[][] High =
    [
        ["as", "soon", "as", "possible"], ["right", "now"], ["right", "away"], ["straight", "away"], ["at", "once"], ["cant", "wait"],
        ["cannot", "wait"], ["can", "not", "wait"], ["so", "schnell", "wie", "moglich"], ["so", "schnell", "es", "geht"],
        ["kann", "nicht", "warten"], ["eilt", "sehr"], ["es", "eilt"],
    ];

    private static readonly string[][] Low =
    [
        ["no", "hurry"], ["no", "rush"], ["not", "in", "a", "hurry"], ["when", "you", "have", "time"], ["whenever", "you", "can"],
        ["whenever", "you", "like"], ["whenever", "you", "want"], ["whenever", "you", "have"], ["whenever", "you", "get"],
        ["whenever", "it", "suits"], ["take", "your", "time"], ["keine", "eile"], ["eilt", "nicht"], ["hat", "zeit"],
        ["in", "aller", "ruhe"], ["in", "ruhe"],
    ];

    private static readonly HashSet<string> Denying = Words(
        "not no nothing never none isnt arent wasnt werent dont doesnt didnt neednt nor neither hardly nicht nichts kein keine keinen "
        + "keinem keiner keines nie niemals keineswegs keinesfalls kaum weder");

    // what may stand between a denial and the word that it denies
    private static readonly HashSet<string> Between = Words(
        "so very that this too really all at particularly especially terribly super overly exactly actually a an the any is be it its need "
        + "needs to think sure here there was me much as im i am say would call consider das sehr zu besonders ganz wirklich unbedingt allzu "
        + "gerade ein eine einen furchtbar wahnsinnig extrem mehr ist war es sonderlich gar uberhaupt daran hier dass sei");

    // what may stand before a denial that comes after its word: "dringend ist es nicht"
    private static readonly HashSet<string> Behind =
        Words("ist es das war dies aber jetzt gerade wirklich sache die is it isnt this its");

    /// <summary><c>high</c>, <c>low</c>, or null when the text does not say. Where it says both, it is urgent.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = WordReader.Read(text.AsSpan(0, Math.Min(text.Length, MaximumCharacters)));
        var isLow = false;
        for (var i = 0; i < words.Count; i++)
        {
            var isUrgent = Has(Urgent, words[i]);
            if (isUrgent || Has(AtOnce, words[i]) || IsAny(High, words, i))
            {
                if (!IsDenied(words, i))
                {
                    return "high";
                }

                isLow |= isUrgent;
            }

            isLow |= IsAny(Low, words, i);
        }

        return isLow ? "low" : null;
    }

    private static bool IsDenied(WordReader words, int at)
    {
        for (var i = at; i > at - MaximumBetween && words.BreakBefore(i) == WordBreak.None && i > 0; i--)
        {
            if (Has(Denying, words[i - 1]))
            {
                return true;
            }

            if (!Has(Between, words[i - 1]))
            {
                break;
            }
        }

        for (var i = at + 1; i < words.Count && i <= at + MaximumBetween && words.BreakBefore(i) == WordBreak.None; i++)
        {
            if (words[i] is "nicht" or "not")
            {
                return words.BreakBefore(i + 1) != WordBreak.None;
            }

            if (!Has(Behind, words[i]))
            {
                break;
            }
        }

        return false;
    }

    private static bool IsAny(string[][] phrases, WordReader words, int at)
    {
        foreach (var phrase in phrases)
        {
            var same = 0;
            while (same < phrase.Length
                && words[at + same].SequenceEqual(phrase[same])
                && (same == 0 || words.BreakBefore(at + same) == WordBreak.None))
            {
                same++;
            }

            if (same == phrase.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Words(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
