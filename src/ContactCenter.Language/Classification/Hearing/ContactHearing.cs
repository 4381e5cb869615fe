using System.Buffers;
using System.Collections.Frozen;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Hearing;

/// <summary>How contacts are classified.</summary>
public static class ContactHearing
{
    /// <summary>
    /// Classifies a text as a person would hear it: clause by clause, with what is denied, and never sure by one word that others share.
    /// Any text is allowed; characters after the first 8,192 are not read.
    /// </summary>
    /// <param name="classifier">Scores texts by their words.</param>
    /// <param name="text">The text.</param>
    /// <param name="emergencies">
    /// Topics that count in whatever clause they are heard surely, and that need more evidence than others to be; null: none.
    /// </param>
    /// <param name="encoder">Knows what English words mean; null: nobody does. Clauses are heard without it.</param>
    public static ContactClassification Classify(
        this ContactClassifier classifier, ReadOnlySpan<char> text, IReadOnlySet<string>? emergencies = null,
        SentenceEncoder? encoder = null) =>
        new ClauseHearing(classifier, emergencies ?? FrozenSet<string>.Empty, encoder).Hear(text);

    /// <summary>
    /// The topics of which a text is sure, clause by clause, the most urgent first: emergencies, then what is said to be urgent, then
    /// in the order in which they are said.
    /// </summary>
    /// <param name="classifier">Scores texts by their words.</param>
    /// <param name="text">The text.</param>
    /// <param name="topic">The topic of the whole text where it is sure (<see cref="Classify"/>); null: it is not.</param>
    /// <param name="emergencies">Topics of which every minute counts; null: none.</param>
    public static IReadOnlyList<string> Concerns(
        this ContactClassifier classifier, ReadOnlySpan<char> text, string? topic, IReadOnlySet<string>? emergencies = null) =>
        new ClauseHearing(classifier, emergencies ?? FrozenSet<string>.Empty, encoder: null).Concerns(text, topic);
}

/// <summary>
/// What a person hears that a bag of words does not: that a topic is denied, that one of two wishes is an emergency, and that a word alone
/// ("card") is about much. It can make an answer less sure, and lets an emergency in one clause go before what the rest is about.
/// </summary>
/// <param name="classifier">Scores texts by their words.</param>
/// <param name="emergencies">Topics of which every minute counts.</param>
/// <param name="encoder">Knows what English words mean, or null.</param>
internal readonly struct ClauseHearing(ContactClassifier classifier, IReadOnlySet<string> emergencies, SentenceEncoder? encoder)
{
    /// <summary>An unsure answer is no surer than this.</summary>
    private const float MaximumUnsure = 0.5f;

    /// <summary>An emergency that is so probable in a clause is named among the topics of an answer that is unsure.</summary>
    private const float Likely = 0.2f;

    /// <summary>A clause has fewer words to be sure by than a text: what it adds to the topic of the text must be surer.</summary>
    private const float SureAlone = 0.6f;

    /// <summary>Beyond so many characters of a story its clauses are not heard one by one: each costs a scoring.</summary>
    private const int MaximumCharacters = 1000;

    /// <summary>Classifies a text.</summary>
    public ContactClassification Hear(ReadOnlySpan<char> text)
    {
        var whole = classifier.ClassifyWords(text, encoder);
        if (whole.Verdict == ContactVerdict.NoText || text.Length > MaximumCharacters)
        {
            return whole;
        }

        var words = WordReader.Read(text);
        Span<Clause> room = stackalloc Clause[Clause.Maximum];
        var clauses = Clause.Split(words, room);
        var kept = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var said = kept.AsSpan(0, text.Length);
            text.CopyTo(said);
            var heard = whole.Verdict == ContactVerdict.Sure ? Judge(whole, Blank(said, words, clauses), said) : whole;
            return clauses.Length > 1 && emergencies.Count > 0 && !IsEmergency(heard) ? WithEmergency(heard, words, clauses, text) : heard;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(kept);
        }
    }

    /// <summary>The topics of which a text is sure, the most urgent first.</summary>
    public IReadOnlyList<string> Concerns(ReadOnlySpan<char> text, string? topic)
    {
        var found = new List<(string Topic, int Rank)>();
        var read = text[..Math.Min(text.Length, MaximumCharacters)];
        var words = WordReader.Read(read);
        Span<Clause> room = stackalloc Clause[Clause.Maximum];
        var clauses = Clause.Split(words, room);
        Span<Range> parts = stackalloc Range[Clause.Maximum];
        var count = 0;
        foreach (var clause in clauses)
        {
            if (clause.Last > clause.First && !Denial.IsIn(words, clause))
            {
                parts[count++] = words.Start(clause.First)..words.End(clause.Last);
            }
        }

        foreach (var part in parts[..(clauses.Length > 1 ? count : 0)])
        {
            var said = read[part];
            var heard = classifier.ClassifyWords(said);
            if (heard.Verdict == ContactVerdict.Sure && (heard.Topic == topic || IsSureAlone(heard, said)))
            {
                found.Add((heard.Topic, Rank(heard.Topic, UrgencyWords.Of(said.ToString()))));
            }
        }

        if (topic is not null)
        {
            found.Add((topic, Rank(topic, urgency: null)));
        }

        // in the place of the clause that says first what it is about; of equal rank they stay in their order
        return [.. found.DistinctBy(static one => one.Topic).OrderBy(static one => one.Rank).Select(static one => one.Topic)];
    }

    private int Rank(string topic, string? urgency) => emergencies.Contains(topic) ? 0 : urgency switch { "high" => 1, "low" => 3, _ => 2 };

    private bool IsSureAlone(ContactClassification heard, ReadOnlySpan<char> said) =>
        heard.Confidence >= SureAlone && !new SharedWord(classifier, emergencies).Carries(said, heard.Topic);

    /// <summary>Blanks the clauses that deny something, and tells whether there are any.</summary>
    private static bool Blank(Span<char> text, WordReader words, ReadOnlySpan<Clause> clauses)
    {
        var hasDenied = false;
        foreach (var clause in clauses)
        {
            if (Denial.IsIn(words, clause))
            {
                hasDenied = true;
                text[words.Start(clause.First)..words.End(clause.Last)].Fill(' ');
            }
        }

        return hasDenied;
    }

    private ContactClassification Judge(ContactClassification whole, bool hasDenied, ReadOnlySpan<char> said)
    {
        var heard = whole;
        if (hasDenied)
        {
            var rest = classifier.ClassifyWords(said, encoder);
            if (rest.Verdict != ContactVerdict.Sure)
            {
                return Unsure(whole);
            }

            heard = rest with { Urgency = whole.Urgency };
        }

        return new SharedWord(classifier, emergencies).Carries(said, heard.Topic) ? Unsure(heard) : heard;
    }

    private bool IsEmergency(ContactClassification heard) => heard.Verdict == ContactVerdict.Sure && emergencies.Contains(heard.Topic);

    private ContactClassification WithEmergency(
        ContactClassification heard, WordReader words, ReadOnlySpan<Clause> clauses, ReadOnlySpan<char> text)
    {
        TopicProbability likely = default;
        foreach (var clause in clauses)
        {
            if (clause.Last == clause.First || Denial.IsIn(words, clause))
            {
                continue;
            }

            var part = text[words.Start(clause.First)..words.End(clause.Last)];
            var found = classifier.ClassifyWords(part);
            if (IsEmergency(found) && !new SharedWord(classifier, emergencies).Carries(part, found.Topic))
            {
                return First(heard, found.Topics[0]) with { Verdict = ContactVerdict.Sure };
            }

            likely = found.Verdict != ContactVerdict.OutOfScope
                && emergencies.Contains(found.Topic)
                && found.Confidence > Math.Max(likely.Probability, Likely)
                ? found.Topics[0]
                : likely;
        }

        return heard.Verdict == ContactVerdict.Sure || likely.Topic is null ? heard : Beside(heard, likely.Topic);
    }

    /// <summary>The same topics, no surer than an answer may be on which nobody acts.</summary>
    private ContactClassification Unsure(ContactClassification heard)
    {
        var most = Math.Min(MaximumUnsure, classifier.Card.UnsureBelow * 0.99f);
        return heard with
        {
            Verdict = ContactVerdict.Unsure,
            Topics = [.. heard.Topics.Select(topic => topic with { Probability = Math.Min(topic.Probability, most) })],
        };
    }

    /// <summary>A topic of one clause before those of the whole, which share what is left.</summary>
    private static ContactClassification First(ContactClassification heard, TopicProbability first)
    {
        var others = heard.Topics.Where(topic => topic.Topic != first.Topic).Take(ContactClassifier.TopicsInAnswer - 1).ToArray();
        return heard with
        {
            Topics = [first, .. others.Select(topic => topic with { Probability = topic.Probability * (1 - first.Probability) })],
        };
    }

    /// <summary>A topic of one clause among those of the whole, in the last place if it has none.</summary>
    private static ContactClassification Beside(ContactClassification heard, string topic) =>
        heard.Topics.Any(known => known.Topic == topic) ? heard : heard with
        {
            Topics =
            [
                .. heard.Topics.Take(ContactClassifier.TopicsInAnswer - 1), new TopicProbability(topic, heard.Topics[^1].Probability)
            ],
        };
}
