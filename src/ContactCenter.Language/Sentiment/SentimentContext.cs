namespace ContactCenter.Language.Sentiment;

/// <summary>What the words around a word make of its valence.</summary>
internal readonly ref struct SentimentContext(SentimentPhrases phrases)
{
    /// <summary>How far before a word its boosters are looked for.</summary>
    private const int Reach = 3;

    /// <summary>How far before a word its negation is looked for.</summary>
    private const int NegationReach = 5;

    /// <summary>"Not good" is nearly as bad as "bad"; "not bad" is not nearly as good as "good".</summary>
    private const double NegatedPraise = -0.75;

    private const double NegatedBlame = -0.5;

    /// <summary>"Prevents accidents" is nothing bad.</summary>
    private const double EasedBlame = 0.2;

    /// <summary>"Thanks for ruining my day" are none.</summary>
    private const double FalseThanks = -0.5;

    private const double Shout = 1.3;
    private const double Stretch = 1.2;

    /// <summary>A booster loses a tenth of its strength with each word that stands between.</summary>
    private const double BoostPerWord = 0.9;

    private readonly SentimentPhrases _phrases = phrases;

    /// <summary>What a word or phrase adds.</summary>
    public double Valence(int at, int length, LexiconEntry entry)
    {
        if (entry.Valence == 0)
        {
            return 0;
        }

        var text = _phrases.Text;
        var tokens = text.Tokens;
        double valence = entry.Valence;
        if (tokens[at].IsSign)
        {
            return valence;
        }

        var next = at + length < tokens.Length ? at + length : -1;
        if (length == 1 && (IsAboutNext(at, next, entry) || IsOpening(at, next, entry)))
        {
            return 0;
        }

        valence *= tokens[at].IsShouted && text.IsMixedCase ? Shout : 1;
        valence *= tokens[at].IsStretched ? Stretch : 1;
        var (boost, isNegated, isEased) = Before(at, entry);
        valence *= 1 + boost;
        isNegated = !entry.Has(LexiconRole.Settled) && (isNegated || (text.IsGerman && IsNegatedAfter(next)));
        return isNegated ? valence * (valence > 0 ? NegatedPraise : NegatedBlame)
            : valence < 0 && isEased ? valence * EasedBlame
            : valence > 0 && IsFalseThanks(at, length) ? valence * FalseThanks
            : valence;
    }

    /// <summary>
    /// Whether words turn what follows around. A phrase speaks for its words: "no doubt the best" denies nothing, while one that blames
    /// by denying ("not exactly") goes on to deny.
    /// </summary>
    public bool Turns(int at, int length, LexiconEntry entry)
    {
        if (length > 1 && entry.Valence < 0)
        {
            for (var i = at; i < at + length; i++)
            {
                if (_phrases.Word(i).Has(LexiconRole.Negation))
                {
                    return true;
                }
            }
        }

        return entry.Has(LexiconRole.Negation);
    }

    // "pretty bad" is not pretty, and the "no" of "no real trouble" has done its work with that word
    private bool IsAboutNext(int at, int next, LexiconEntry entry)
    {
        var reach = entry.Has(LexiconRole.Negation) ? Reach : entry.Boost != 0 ? 1 : 0;
        var tokens = _phrases.Text.Tokens;
        for (var i = next; i > 0 && i < tokens.Length && i <= at + reach && !tokens[i].AfterBreak && !tokens[i].IsSign; i++)
        {
            if (_phrases.Find(i).Entry.Valence != 0)
            {
                return true;
            }
        }

        return false;
    }

    // "No, the other one" answers a question, and "well, that was it" begins to speak
    private bool IsOpening(int at, int next, LexiconEntry entry)
    {
        var tokens = _phrases.Text.Tokens;
        return tokens[at].AfterBreak
            && (next < 0 || tokens[next].AfterBreak)
            && (entry.Has(LexiconRole.Negation) || (next > 0 && _phrases.Text.Phrase(at, at) is "well"));
    }

    private (double Boost, bool IsNegated, bool IsEased) Before(int at, LexiconEntry valued)
    {
        var text = _phrases.Text;
        var tokens = text.Tokens;
        double boost = 0;
        var negations = 0;
        var strength = 0.1;
        var (isHighest, isEased) = (false, false);
        for (var i = at; i > 0 && i > at - NegationReach && !tokens[i].AfterBreak && !tokens[i - 1].IsSign; i--)
        {
            ref var before = ref tokens[i - 1];
            var entry = _phrases.Word(i - 1);
            var word = text.Phrase(i - 1, i - 1);
            if (!before.IsTurning && (entry.Has(LexiconRole.Contrast) || word is "and" or "und"))
            {
                break;
            }

            // "neither friendly nor helpful": the pair denies either of them once
            if (before.IsTurning && word is "nor" or "noch")
            {
                negations++;
                break;
            }

            var phrase = i > 1 && !before.AfterBreak ? _phrases.Phrase(i - 2, i - 1) : default;
            boost += i <= at - Reach
                ? 0
                : strength * (phrase.Boost != 0 ? phrase.Boost : entry.Boost) * (before.IsShouted && text.IsMixedCase ? Shout : 1);
            isHighest |= word is "so" or "such";
            isEased |= entry.Has(LexiconRole.Ease) || phrase.Has(LexiconRole.Ease);

            // "never was anybody so rude" is no praise, nor is "do not buy this rubbish"
            negations += before.IsTurning && !(isHighest && word is "never" or "nie") && !(before.IsBlaming && valued.Valence < 0) ? 1 : 0;
            strength *= BoostPerWord;
        }

        return (boost, negations % 2 == 1, isEased);
    }

    private bool IsFalseThanks(int at, int length)
    {
        var tokens = _phrases.Text.Tokens;
        if (!_phrases.Text.Phrase(at, at).StartsWith("thank") && _phrases.Text.Phrase(at, at) is not ("thx" or "danke"))
        {
            return false;
        }

        for (var i = at + length; i < tokens.Length - 1 && i < at + length + Reach && !tokens[i + 1].AfterBreak; i++)
        {
            if (_phrases.Text.Phrase(i, i) is "for" or "fur" or "fuer")
            {
                return _phrases.Find(i + 1).Entry.Valence < 0;
            }
        }

        return false;
    }

    // "das hilft mir nicht": German says it after the verb, unless it belongs to what comes next
    private bool IsNegatedAfter(int next)
    {
        var tokens = _phrases.Text.Tokens;
        for (var i = next; i > 0 && i < tokens.Length && i < next + Reach && !tokens[i].AfterBreak; i++)
        {
            var entry = _phrases.Word(i);
            if (entry.Has(LexiconRole.Negation))
            {
                return i + 1 >= tokens.Length
                    || tokens[i + 1].AfterBreak
                    || (_phrases.Find(i + 1).Entry.Valence == 0 && _phrases.Find(i).Length == 1);
            }

            if (entry.Valence != 0 || entry.Has(LexiconRole.Contrast))
            {
                return false;
            }
        }

        return false;
    }
}
