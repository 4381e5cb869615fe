using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Complexity;

/// <summary>
/// How difficult a contact is likely to be. By rule: what speaks for a long talk counts points, and two of them make it difficult; simple
/// is only what a topic that is called so is about, with nothing that speaks against it. Where <see cref="LearnedComplexity"/> knows the
/// topic it takes the place of what the rule makes of topic, concerns and earlier contacts.
/// </summary>
/// <param name="Level">One of <see cref="Simple"/>, <see cref="Usual"/>, <see cref="Difficult"/>.</param>
/// <param name="Reasons">Why, without a word of the customer's.</param>
public sealed record ContactComplexity(string Level, IReadOnlyList<string> Reasons)
{
    /// <summary>Anybody can do it in a sentence or two.</summary>
    public const string Simple = "simple";

    /// <summary>Nothing speaks for another.</summary>
    public const string Usual = "usual";

    /// <summary>Somebody with experience should take it.</summary>
    public const string Difficult = "difficult";

    private static readonly string[] Levels = [Simple, Usual, Difficult];

    private const int PointsOfDifficult = 2;

    /// <summary>Who needs so many words for it has no short question.</summary>
    private const int WordsOfStory = 80;

    /// <summary>As in <c>ContactPriority</c>: below this a customer is angry rather than short.</summary>
    private const double Unhappy = -0.4;

    /// <summary>
    /// The level with earlier contacts that were not known when it was judged, as in the flows that classify before they look the customer
    /// up: as many as make a contact difficult do so, and fewer make a simple one usual. What was known already changes nothing again.
    /// </summary>
    /// <param name="level">The level, or null.</param>
    /// <param name="recentContacts">How often the customer has contacted the center in the last days, without this time.</param>
    public static string? After(string? level, int recentContacts) =>
        recentContacts >= PointsOfDifficult ? Difficult : recentContacts > 0 && level == Simple ? Usual : level;

    /// <summary>
    /// The level of a contact that is routed: by what was told when it was classified, and by earlier contacts, of which nobody knew then.
    /// Where history knows the topic it says what these change, and the rule does where it does not.
    /// </summary>
    /// <param name="told">The level that was told then; null: none was, and it is what history knows.</param>
    /// <param name="recentContacts">How often the customer has contacted the center in the last days, without this time.</param>
    /// <param name="topic">Topic of the contact, or null.</param>
    /// <param name="traits">What else is known of it.</param>
    /// <param name="learned">What was learned; null: nothing.</param>
    public static string? After(string? told, int recentContacts, string? topic, ContactTraits traits, LearnedComplexity? learned)
    {
        ArgumentNullException.ThrowIfNull(traits);
        if (topic is null || learned?.Level(topic, traits) is not { } level)
        {
            return After(told, recentContacts);
        }

        var moved = Array.IndexOf(Levels, level) - Array.IndexOf(Levels, learned.Level(topic, traits with { CameBefore = null }));
        return told is null
            ? level
            : Array.IndexOf(Levels, told) is >= 0 and var index ? Levels[Math.Clamp(index + moved, 0, Levels.Length - 1)] : told;
    }

    /// <summary>Judges a contact.</summary>
    /// <param name="known">What is known of it.</param>
    /// <param name="settings">Which topics are simple or difficult.</param>
    /// <param name="learned">The level by history, or null: it does not know the topic.</param>
    public static ContactComplexity Of(KnownContact known, ComplexitySettings settings, string? learned = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(settings);
        var (points, reasons) = (0, new List<string>());
        if (learned is null)
        {
            var difficult = known.Concerns.FirstOrDefault(settings.Difficult.Contains);
            Add(difficult is null ? 0 : PointsOfDifficult, $"{difficult} is difficult");
            Add(Math.Clamp(known.Concerns.Count - 1, 0, PointsOfDifficult), $"{known.Concerns.Count} concerns");
            Add(Math.Clamp(known.RecentContacts, 0, PointsOfDifficult), $"contact {known.RecentContacts + 1} in some days");
        }

        Add(learned == Difficult ? PointsOfDifficult : 0, "difficult by history");
        Add(known.Words >= WordsOfStory ? 1 : 0, "a long story");
        Add(known.Sentiment <= Unhappy ? 1 : 0, "an unhappy customer");
        Add(known.IsUnsure ? 1 : 0, "an unsure topic");
        return points >= PointsOfDifficult ? new ContactComplexity(Difficult, reasons)
            : points == 0 && learned == Simple ? new ContactComplexity(Simple, ["simple by history"])
            : points == 0 && learned is null && known.Concerns is [var only] && settings.Simple.Contains(only)
                ? new ContactComplexity(Simple, [$"{only} is simple"])
                : new ContactComplexity(Usual, reasons);

        void Add(int more, string reason)
        {
            points += more;
            if (more > 0)
            {
                reasons.Add(reason);
            }
        }
    }
}

/// <summary>What is known of a contact before anybody talks to the customer.</summary>
/// <param name="Concerns">Topics of which it is sure.</param>
/// <param name="IsUnsure">Words were heard, and the topic is unsure.</param>
/// <param name="Words">How many words the customer used.</param>
/// <param name="Sentiment">How these sound, -1 to 1; null: there are none.</param>
/// <param name="RecentContacts">How often the customer has contacted the center in the last days, without this time.</param>
public sealed record KnownContact(IReadOnlyList<string> Concerns, bool IsUnsure, int Words, double? Sentiment, int RecentContacts);
