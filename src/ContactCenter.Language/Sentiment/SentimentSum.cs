namespace ContactCenter.Language.Sentiment;

/// <summary>Adds up what the words of a text say, sentence by sentence, and makes a score of it.</summary>
internal readonly ref struct SentimentSum(SentimentPhrases phrases, List<SentimentWord>? words)
{
    private const double BeforeContrast = 0.5;
    private const double AfterContrast = 1.5;
    private const double InConcession = 0.6;

    /// <summary>"Is it any good?" praises little, while "why is it so bad?" complains.</summary>
    private const double AskedPraise = 0.5;

    /// <summary>"Bad, bad, bad" is worse than "bad", but not three times as bad.</summary>
    private const double Repeated = 0.5;

    /// <summary>How far back a word is looked for again.</summary>
    private const int RepetitionReach = 24;

    private const double PerExclamation = 0.3;
    private const int MaximumExclamations = 4;
    private const double PerQuestion = 0.15;
    private const int MaximumQuestions = 4;

    private readonly SentimentPhrases _phrases = phrases;
    private readonly SentimentContext _context = new(phrases);

    /// <summary>-1 to 1; 0 where nothing says anything.</summary>
    public double Score()
    {
        var tokens = _phrases.Text.Tokens;
        SentimentEvidence total = default, sentence = default;
        var weight = 1.0;
        var first = 0;
        var (conceding, isPaired) = (false, false);
        for (var i = 0; i < tokens.Length;)
        {
            ref var token = ref tokens[i];
            if (token.AfterSentence)
            {
                (total, sentence, weight, first, conceding) = (
                    total.Add(Asked(sentence, token.AfterQuestion, first)), default, 1, words?.Count ?? 0, false);
            }
            else if (token.AfterBreak && conceding)
            {
                (weight, conceding) = (weight / InConcession, false);
            }

            var (entry, length) = _phrases.Find(i);
            isPaired = (isPaired && !token.AfterSentence) || _phrases.Text.Phrase(i, i) is "weder";
            tokens[i + length - 1].IsTurning = _context.Turns(i, length, entry)
                || (length == 1 && ((isPaired && _phrases.Text.Phrase(i, i) is "noch") || IsCarried(i)));
            tokens[i + length - 1].IsBlaming = length > 1 && entry.Valence < 0;
            if (entry.Has(LexiconRole.Contrast))
            {
                sentence = sentence.Times(BeforeContrast);
                Weigh(first, BeforeContrast);
                weight = AfterContrast;
                conceding = false;
            }
            else if (entry.Has(LexiconRole.Concession) && !conceding)
            {
                (weight, conceding) = (weight * InConcession, true);
            }

            if (_context.Valence(i, length, entry) is var valence && valence != 0)
            {
                valence *= weight * (IsRepeated(i, length) ? Repeated : 1);
                token.IsValued = true;
                sentence = sentence.Add(valence);
                words?.Add(new SentimentWord(_phrases.Text.Written(i, i + length - 1).ToString(), Math.Round(valence, 2)));
            }

            i += length;
        }

        return total.Add(Asked(sentence, _phrases.Text.EndsAsking, first)).Score(tokens.Length, Loudness());
    }

    /// <summary>
    /// "I don't think that it was good", "ich glaube nicht, dass es gut war": the denial is of what comes after "that", be it behind a
    /// comma. It stands there from now on, and no longer at its own place.
    /// </summary>
    private bool IsCarried(int at)
    {
        var text = _phrases.Text;
        var from = text.Phrase(at, at) switch
        {
            "dass" => at - 1,
            "that" when at > 1 && text.Phrase(at - 1, at - 1) is "think" or "believe" or "feel" or "say" or "find" => at - 2,
            _ => -1,
        };
        if (from < 0 || !text.Tokens[from].IsTurning || text.Tokens[at].AfterSentence)
        {
            return false;
        }

        text.Tokens[from].IsTurning = false;
        return true;
    }

    private SentimentEvidence Asked(SentimentEvidence sentence, bool isQuestion, int first)
    {
        if (!isQuestion || sentence.Sum <= 0)
        {
            return sentence;
        }

        Weigh(first, AskedPraise);
        return sentence.Times(AskedPraise);
    }

    private double Loudness() =>
        (PerExclamation * Math.Min(_phrases.Text.Exclamations, MaximumExclamations))
        + (_phrases.Text.Questions > 1 ? PerQuestion * Math.Min(_phrases.Text.Questions, MaximumQuestions) : 0);

    private void Weigh(int first, double factor)
    {
        for (var i = first; i < words?.Count; i++)
        {
            words[i] = words[i] with { Weight = Math.Round(words[i].Weight * factor, 2) };
        }
    }

    private bool IsRepeated(int at, int length)
    {
        var text = _phrases.Text;
        var tokens = text.Tokens;
        var written = tokens[at].IsSign ? text.Written(at, at) : text.Phrase(at, at + length - 1);
        for (var i = at - 1; i >= Math.Max(0, at - RepetitionReach); i--)
        {
            if (tokens[i].IsValued && tokens[i].IsSign == tokens[at].IsSign
                && (tokens[i].IsSign ? text.Written(i, i) : text.Phrase(i, Math.Min(i + length, at) - 1)).SequenceEqual(written))
            {
                return true;
            }
        }

        return false;
    }
}
