using System.Buffers;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Hearing;

/// <summary>
/// Tells whether one word carries an answer that the others do not support: without "card" nothing of "birthday card" is about a lost card.
/// The strongest word is left out and the rest asked again. Nor is it an emergency where a harm is only named, as in "fraud prevention
/// seminar", or where the card is another thing that is called so, as in "Eintrittskarte".
/// </summary>
/// <param name="classifier">Scores texts by their words.</param>
/// <param name="emergencies">Topics for which more evidence is asked.</param>
internal readonly struct SharedWord(ContactClassifier classifier, IReadOnlySet<string> emergencies)
{
    /// <summary>What the rest must say of an emergency, unless it says that something went wrong; and of other topics.</summary>
    private const float EnoughForEmergency = 0.2f;
    private const float EnoughForOthers = 0.03f;

    /// <summary>Another word supports the topic from this share of the strongest on.</summary>
    private const float Support = 0.2f;

    /// <summary>A word of which so many features were never seen is unknown; some are seen in any word.</summary>
    private const float UnknownShare = 0.15f;

    /// <summary>In a longer text no word is alone.</summary>
    private const int MaximumWords = 20;

    /// <summary>True when the topic rests on one word alone.</summary>
    public bool Carries(ReadOnlySpan<char> text, string topic)
    {
        var isEmergency = emergencies.Contains(topic);
        var number = Number(topic);
        var encoded = ScoringBuffers.Current.Text;
        TextEncoder.Encode(text, encoded);
        if (encoded.Words > MaximumWords)
        {
            return false;
        }

        var (strongest, most, second, content, hasUnknown) = (-1, 0f, 0f, 0, false);
        for (var w = 0; w < encoded.Words; w++)
        {
            if (HarmWords.IsContent(text.Slice(encoded.SourceStart[w], encoded.SourceLength[w])))
            {
                var (points, unknown) = Points(encoded.OfWord(w), number);
                content++;
                hasUnknown |= unknown >= UnknownShare;
                (strongest, most, second) = points > most || strongest < 0
                    ? (w, points, most)
                    : (strongest, most, Math.Max(second, points));
            }
        }

        if (content == 0)
        {
            return false;
        }

        if (isEmergency && IsOnlyOtherCards(text, encoded))
        {
            return true;
        }

        if (isEmergency && IsOnlyNamed(text, encoded))
        {
            return HarmWords.IsQuestion(Word(text, encoded, 0)) || !IsOurs(text, encoded);
        }

        var isHarm = HarmWords.IsHarm(Word(text, encoded, strongest));
        if (content == 1)
        {
            return isEmergency && !isHarm && !SaysHarm(text, encoded, strongest);
        }

        return isEmergency
            ? (isHarm ? second < Support * most : !SaysHarm(text, encoded, strongest))
                && Without(text, encoded, strongest, number) < EnoughForEmergency
            : hasUnknown
                && second < Support * most
                && !SaysHarm(text, encoded, strongest)
                && Without(text, encoded, strongest, number) < EnoughForOthers;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, EncodedText encoded, int word) =>
        text.Slice(encoded.SourceStart[word], encoded.SourceLength[word]);

    private static bool SaysHarm(ReadOnlySpan<char> text, EncodedText encoded, int except)
    {
        for (var w = 0; w < encoded.Words; w++)
        {
            if (w != except && HarmWords.IsHarm(Word(text, encoded, w)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the cards of a text are other things that are called so: tickets, or what belongs into a telephone.</summary>
    private static bool IsOnlyOtherCards(ReadOnlySpan<char> text, EncodedText encoded)
    {
        Span<char> room = stackalloc char[HarmWords.EncodedTextMaximum];
        Span<char> roomBefore = stackalloc char[HarmWords.EncodedTextMaximum];
        var isOther = false;
        for (var w = 0; w < encoded.Words; w++)
        {
            var before = w == 0 ? [] : HarmWords.Fold(Word(text, encoded, w - 1), roomBefore);
            var kind = CardWords.Of(HarmWords.Fold(Word(text, encoded, w), room), before);
            if (kind == CardKind.Account)
            {
                return false;
            }

            isOther |= kind == CardKind.Other;
        }

        return isOther;
    }

    /// <summary>True when a harm is named with nothing but what it befalls here, and what is done about it.</summary>
    private static bool IsOurs(ReadOnlySpan<char> text, EncodedText encoded)
    {
        for (var w = 0; w < encoded.Words; w++)
        {
            var word = Word(text, encoded, w);
            if (HarmWords.IsContent(word) && !HarmWords.IsSubject(word) && !HarmWords.IsOurs(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a harm is named, and no word says that it has happened, to anybody, or what is to be done.</summary>
    private static bool IsOnlyNamed(ReadOnlySpan<char> text, EncodedText encoded)
    {
        var isNamed = false;
        for (var w = 0; w < encoded.Words; w++)
        {
            var word = Word(text, encoded, w);
            var isSubject = HarmWords.IsSubject(word);
            isNamed |= isSubject;
            if (HarmWords.IsSomebody(word) || (!isSubject && HarmWords.IsHarm(word)))
            {
                return false;
            }
        }

        return isNamed;
    }

    /// <summary>What the linear model gives a word for a topic, and the share of its features that were never seen.</summary>
    private (float Points, float Unknown) Points(ReadOnlySpan<uint> hashes, int topic)
    {
        var (points, unseen) = (0f, 0);
        var scorer = classifier.Scorer;
        foreach (var hash in hashes)
        {
            var bucket = BagWeights.BucketOf(hash);
            var weight = scorer.Weights.Of(bucket);
            unseen += weight == 0 ? 1 : 0;
            points += weight == 0 ? 0 : weight * scorer.Linear.UnitsOf(bucket, topic);
        }

        return (points, (float)unseen / Math.Max(1, hashes.Length));
    }

    private float Without(ReadOnlySpan<char> text, EncodedText encoded, int word, int topic)
    {
        var rest = ArrayPool<char>.Shared.Rent(text.Length);
        var probabilities = ArrayPool<float>.Shared.Rent(classifier.Topics.Count);
        text.CopyTo(rest);
        rest.AsSpan(encoded.SourceStart[word], encoded.SourceLength[word]).Fill(' ');
        _ = classifier.Score(rest.AsSpan(0, text.Length), probabilities.AsSpan(0, classifier.Topics.Count));
        var left = probabilities[topic];
        ArrayPool<char>.Shared.Return(rest);
        ArrayPool<float>.Shared.Return(probabilities);
        return left;
    }

    private int Number(string topic)
    {
        var topics = classifier.Topics;
        var number = 0;
        while (topics[number] != topic)
        {
            number++;
        }

        return number;
    }
}
