namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>
/// Says how a short text sounds, from -1 to 1, without a model or a call: the valences of its words, turned around by negation,
/// strengthened by boosters, capitals, exclamation marks and drawn-out letters, and weighed by "but". English and German. Allocates
/// nothing beyond the explanation, and can be used by many at once.
/// </summary>
public sealed class SentimentScorer
{
    /// <summary>Of a longer text the beginning is read.</summary>
    public const int MostCharacters = SentimentText.MostCharacters;

    /// <summary>Words of the longest phrase.</summary>
    public const int LongestPhrase = SentimentLexicon.LongestPhrase;

    /// <summary>Valences are between this and its negative.</summary>
    public const int MostValence = 4;

    /// <summary>A sum of this many valences squared makes a score of 0.7: the score grows with the evidence and never passes 1.</summary>
    private const double Evidence = 15;

    /// <summary>How far before a word its boosters are looked for.</summary>
    private const int Reach = 3;

    /// <summary>How far before a word its negation is looked for.</summary>
    private const int NegationReach = 5;

    /// <summary>"Not good" is nearly as bad as "bad"; "not bad" is not nearly as good as "good".</summary>
    private const double NegatedPraise = -0.75;

    private const double NegatedBlame = -0.5;
    private const double Shout = 1.3;
    private const double Stretch = 1.2;
    private const double BeforeContrast = 0.5;
    private const double AfterContrast = 1.5;
    private const double InConcession = 0.6;

    /// <summary>A booster loses a tenth of its strength with each word that stands between.</summary>
    private const double BoostPerWord = 0.9;

    private const double PerExclamation = 0.3;
    private const int MostExclamations = 4;
    private const double PerQuestion = 0.15;
    private const int MostQuestions = 4;

    private readonly SentimentLexicon _lexicon;

    /// <summary>With words of a center besides the packaged ones.</summary>
    /// <param name="domain">Words or phrases of up to seven words, each with a valence of -4 to 4; they take precedence.</param>
    public SentimentScorer(IReadOnlyDictionary<string, int> domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        _lexicon = new SentimentLexicon(domain);
    }

    /// <summary>The packaged words alone.</summary>
    public static SentimentScorer Default { get; } = new(new Dictionary<string, int>());

    /// <summary>How a text sounds: -1 to 1. Of a text beyond 20,000 characters the beginning is read.</summary>
    public double Score(ReadOnlySpan<char> text) => Read(text, null);

    /// <summary>How a text sounds, and which words decided.</summary>
    public SentimentReading Explain(ReadOnlySpan<char> text)
    {
        var words = new List<SentimentWord>();
        var score = Read(text, words);
        return new SentimentReading(score, [.. words.OrderByDescending(static word => Math.Abs(word.Weight)).Take(SentimentReading.MostWords)]);
    }

    /// <summary>Whether a word or phrase of a configuration can be found in a text: words of letters and digits, blanks between them.</summary>
    public static bool CanRead(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var words = phrase.Split(' ');
        return words.Length <= LongestPhrase
            && Array.TrueForAll(words, static word => word.Length > 0 && word.All(static c => char.IsLetterOrDigit(c) || WordFolding.IsApostrophe(c)) && word.Any(char.IsLetterOrDigit));
    }

    private double Read(ReadOnlySpan<char> written, List<SentimentWord>? words)
    {
        var text = new SentimentText(written, _lexicon);
        try
        {
            return Sum(text, words);
        }
        finally
        {
            text.Return();
        }
    }

    private double Sum(in SentimentText text, List<SentimentWord>? words)
    {
        var tokens = text.Tokens;
        double total = 0, sentence = 0, weight = 1;
        var first = 0;
        var conceding = false;
        for (var i = 0; i < tokens.Length;)
        {
            ref var token = ref tokens[i];
            if (token.AfterSentence)
            {
                (total, sentence, weight, first, conceding) = (total + sentence, 0, 1, words?.Count ?? 0, false);
            }
            else if (token.AfterBreak && conceding)
            {
                (weight, conceding) = (weight / InConcession, false);
            }

            var (entry, length) = Find(text, i);
            tokens[i + length - 1].IsTurning = Turns(text, i, length, entry);
            if (entry.Has(LexiconRole.Contrast))
            {
                sentence *= BeforeContrast;
                Weaken(words, first);
                weight = AfterContrast;
                conceding = false;
            }
            else if (entry.Has(LexiconRole.Concession) && !conceding)
            {
                (weight, conceding) = (weight * InConcession, true);
            }

            if (Valence(text, i, length, entry) is var valence && valence != 0)
            {
                sentence += weight * valence;
                words?.Add(new SentimentWord(text.Written(i, i + length - 1).ToString(), Math.Round(weight * valence, 2)));
            }

            i += length;
        }

        total += sentence;
        if (total == 0)
        {
            return 0;
        }

        total += Math.Sign(total) * Loudness(text);
        return Math.Round(total / Math.Sqrt((total * total) + Evidence), 4);
    }

    private static double Loudness(in SentimentText text) =>
        (PerExclamation * Math.Min(text.Exclamations, MostExclamations)) + (text.Questions > 1 ? PerQuestion * Math.Min(text.Questions, MostQuestions) : 0);

    private static void Weaken(List<SentimentWord>? words, int first)
    {
        for (var i = first; i < words?.Count; i++)
        {
            words[i] = words[i] with { Weight = Math.Round(words[i].Weight * BeforeContrast, 2) };
        }
    }

    /// <summary>The entry of the longest phrase that begins here, else of the word.</summary>
    private (LexiconEntry Entry, int Length) Find(in SentimentText text, int at)
    {
        var tokens = text.Tokens;
        ref var token = ref tokens[at];
        var longest = Math.Max(token.English.Longest, token.German.Longest);
        var most = 1;
        while (most < longest && at + most < tokens.Length && !tokens[at + most].AfterBreak && !tokens[at + most].IsSign)
        {
            most++;
        }

        for (var length = most; length > 1; length--)
        {
            var phrase = text.Phrase(at, at + length - 1);
            var english = _lexicon.English(phrase);
            var german = _lexicon.German(phrase);
            if (IsKnown(english, german))
            {
                return (Choose(text, english, german), length);
            }
        }

        return (Choose(text, token.English, token.German), 1);
    }

    // a phrase that says nothing is known too: it is there to keep its words from speaking
    private static bool IsKnown(LexiconEntry english, LexiconEntry german) => english.IsListed || german.IsListed;

    private static LexiconEntry Choose(in SentimentText text, LexiconEntry english, LexiconEntry german) =>
        text.IsEnglish ? english
        : text.IsGerman ? (german.IsListed ? german : english)
        : english.IsListed ? english
        : german;

    private double Valence(in SentimentText text, int at, int length, LexiconEntry entry)
    {
        if (entry.Valence == 0)
        {
            return 0;
        }

        var tokens = text.Tokens;
        var next = at + length < tokens.Length ? at + length : -1;
        if (length == 1 && entry.Boost != 0 && next > 0 && !tokens[next].AfterBreak && !tokens[next].IsSign && Find(text, next).Entry.Valence != 0)
        {
            // "pretty bad" is not pretty
            return 0;
        }

        double valence = entry.Valence;
        if (tokens[at].IsSign)
        {
            return valence;
        }

        valence *= tokens[at].IsShouted && text.IsMixedCase ? Shout : 1;
        valence *= tokens[at].IsStretched ? Stretch : 1;
        var (boost, isNegated) = Before(text, at);
        valence *= 1 + boost;
        isNegated = !entry.Has(LexiconRole.Settled) && (isNegated || (text.IsGerman && IsNegatedAfter(text, next)));
        return isNegated ? valence * (valence > 0 ? NegatedPraise : NegatedBlame) : valence;
    }

    // a phrase speaks for its words: "no doubt the best" denies nothing, while one that blames by denying ("not exactly") goes on to deny
    private static bool Turns(in SentimentText text, int at, int length, LexiconEntry entry)
    {
        if (length == 1 || entry.Valence >= 0)
        {
            return entry.Has(LexiconRole.Negation);
        }

        foreach (ref var token in text.Tokens.Slice(at, length))
        {
            if (Choose(text, token.English, token.German).Has(LexiconRole.Negation))
            {
                return true;
            }
        }

        return entry.Has(LexiconRole.Negation);
    }

    private (double Boost, bool IsNegated) Before(in SentimentText text, int at)
    {
        var tokens = text.Tokens;
        double boost = 0;
        var negations = 0;
        var strength = 0.1;
        var isHighest = false;
        for (var i = at; i > 0 && i > at - NegationReach && !tokens[i].AfterBreak && !tokens[i - 1].IsSign; i--)
        {
            ref var before = ref tokens[i - 1];
            var entry = Choose(text, before.English, before.German);
            var word = text.Phrase(i - 1, i - 1);
            if (entry.Has(LexiconRole.Contrast) || word is "and" or "und")
            {
                break;
            }

            var phrase = i > 1 && !before.AfterBreak ? Phrase(text, i - 2, i - 1) : default;
            boost += i <= at - Reach ? 0 : strength * (phrase.Boost != 0 ? phrase.Boost : entry.Boost) * (before.IsShouted && text.IsMixedCase ? Shout : 1);
            isHighest |= word is "so" or "such";

            // "never was anybody so rude" is no praise
            negations += before.IsTurning && !(isHighest && word is "never" or "nie") ? 1 : 0;
            strength *= BoostPerWord;
        }

        return (boost, negations % 2 == 1);
    }

    // "das hilft mir nicht": German says it after the verb, unless it belongs to what comes next
    private bool IsNegatedAfter(in SentimentText text, int next)
    {
        var tokens = text.Tokens;
        for (var i = next; i > 0 && i < tokens.Length && i < next + Reach && !tokens[i].AfterBreak; i++)
        {
            var entry = Choose(text, tokens[i].English, tokens[i].German);
            if (entry.Has(LexiconRole.Negation))
            {
                return i + 1 >= tokens.Length || tokens[i + 1].AfterBreak || (Find(text, i + 1).Entry.Valence == 0 && Find(text, i).Length == 1);
            }

            if (entry.Valence != 0 || entry.Has(LexiconRole.Contrast))
            {
                return false;
            }
        }

        return false;
    }

    private LexiconEntry Phrase(in SentimentText text, int first, int last)
    {
        var phrase = text.Phrase(first, last);
        return Choose(text, _lexicon.English(phrase), _lexicon.German(phrase));
    }
}
