namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>Numbers that are said in words, in English and German, up to 999,999.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Units = new(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["oh"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["null"] = 0,
        ["ein"] = 1,
        ["eins"] = 1,
        ["eine"] = 1,
        ["einen"] = 1,
        ["zwei"] = 2,
        ["zwo"] = 2,
        ["drei"] = 3,
        ["vier"] = 4,
        ["fuenf"] = 5,
        ["sechs"] = 6,
        ["sieben"] = 7,
        ["acht"] = 8,
        ["neun"] = 9,
    };

    /// <summary>From ten to nineteen.</summary>
    private static readonly Dictionary<string, int> Teens = new(StringComparer.Ordinal)
    {
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["zehn"] = 10,
        ["elf"] = 11,
        ["zwoelf"] = 12,
        ["dreizehn"] = 13,
        ["vierzehn"] = 14,
        ["fuenfzehn"] = 15,
        ["sechzehn"] = 16,
        ["siebzehn"] = 17,
        ["achtzehn"] = 18,
        ["neunzehn"] = 19,
    };

    private static readonly Dictionary<string, int> Tens = new(StringComparer.Ordinal)
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["zwanzig"] = 20,
        ["dreissig"] = 30,
        ["vierzig"] = 40,
        ["fuenfzig"] = 50,
        ["sechzig"] = 60,
        ["siebzig"] = 70,
        ["achtzig"] = 80,
        ["neunzig"] = 90,
    };

    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fifth"] = 5,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["twelfth"] = 12,
        ["twentieth"] = 20,
        ["thirtieth"] = 30,
        ["erst"] = 1,
        ["zweit"] = 2,
        ["dritt"] = 3,
        ["siebt"] = 7,
        ["acht"] = 8,
    };

    /// <summary>A digit that is said as a word, or null.</summary>
    public static int? Digit(string word) => Units.TryGetValue(word, out var digit) ? digit : null;

    /// <summary>Ten to ninety, by tens, or null.</summary>
    public static int? Ten(string word) => Tens.TryGetValue(word, out var ten) ? ten : null;

    /// <summary>A number in one word, such as <c>seventeen</c> and <c>zweitausendfuenfhundert</c>, or null.</summary>
    public static int? Of(string word) =>
        Units.TryGetValue(word, out var unit) ? unit
        : Teens.TryGetValue(word, out var teen) ? teen
        : Tens.TryGetValue(word, out var ten) ? ten
        : Compound(word);

    /// <summary>The place in an order, such as <c>third</c>, <c>3rd</c>, <c>elften</c>, or null.</summary>
    public static int? Ordinal(string word)
    {
        if (Ordinals.TryGetValue(word, out var known))
        {
            return known;
        }

        if (word.Length > 2 && word[..^2] is var stem && (word[^2..] is "th" or "st" or "nd" or "rd")
            && (int.TryParse(stem, out var number) ? number : Of(stem)) is { } english)
        {
            return english;
        }

        foreach (var ending in (string[])["en", "er", "es", "em", "e"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word[..^ending.Length] is { Length: > 2 } root)
            {
                return Ordinals.TryGetValue(root, out var place) ? place
                    : root.EndsWith("st", StringComparison.Ordinal) && Of(root[..^2]) is { } late ? late
                    : root.EndsWith('t') && Of(root[..^1]) is { } early ? early
                    : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The number that begins at a word, with how many words it takes; null where none does: "two thousand five hundred",
    /// "zwei tausend fuenfhundert".
    /// </summary>
    public static (double Value, int Words)? At(IReadOnlyList<string> words, int start)
    {
        double total = 0, current = 0;
        var (taken, i) = (0, start);
        for (; i < words.Count; i++)
        {
            var word = words[i];
            if (word is "hundred" or "hundert" && (taken > 0 || i == start))
            {
                current = Math.Max(current, 1) * 100;
            }
            else if (word is "thousand" or "tausend" && (taken > 0 || i == start))
            {
                total += Math.Max(current, 1) * 1000;
                current = 0;
            }
            else if (Of(word) is { } number && (taken == 0 || Fits(current, number)))
            {
                current += number;
            }
            else if (!(word is "and" or "und" && taken > 0 && i + 1 < words.Count && Of(words[i + 1]) is { } after && Fits(current, after)))
            {
                break;
            }

            taken = i + 1 - start;
        }

        return taken == 0 ? null : (total + current, taken);
    }

    /// <summary>Whether a number goes on another: five on twenty and on hundred, not on three.</summary>
    private static bool Fits(double current, int number) =>
        current == 0 || (number < 10 && current % 10 == 0 && current % 100 != 10) || (number < 100 && current % 100 == 0)
        || (number < 1000 && current % 1000 == 0);

    private static int? Compound(string word)
    {
        if (Split(word, "tausend") is { } thousands)
        {
            return Part(thousands.Left, 1) is { } left and < 1000 && Part(thousands.Right, 0) is { } right and < 1000
                ? (left * 1000) + right
                : null;
        }

        if (Split(word, "hundert") is { } hundreds)
        {
            return Part(hundreds.Left, 1) is { } left and < 10 && Part(hundreds.Right, 0) is { } right and < 100
                ? (left * 100) + right
                : null;
        }

        return Split(word, "und") is { } pair && Units.TryGetValue(pair.Left, out var unit) && Tens.TryGetValue(pair.Right, out var ten)
            ? ten + unit
            : null;
    }

    private static (string Left, string Right)? Split(string word, string by) =>
        word.IndexOf(by, StringComparison.Ordinal) is >= 0 and var at ? (word[..at], word[(at + by.Length)..]) : null;

    private static int? Part(string word, int empty)
    {
        var plain = word.StartsWith("und", StringComparison.Ordinal) ? word[3..] : word;
        return plain.Length == 0 ? empty : Of(plain);
    }
}
