using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Training;

/// <summary>Looks for what commonly spoils training texts, before anyone trusts the figures.</summary>
public static class DatasetReview
{
    /// <summary>A topic with fewer texts is not learned well.</summary>
    public const int MinimumExamples = 10;

    private const int MaximumWarningsOfAKind = 10;
    private const int MaximumQuote = 120;

    // A second language below this share is a few stray texts.
    private const double MinimumLanguageShare = 0.05;

    // In a short text one word makes the topic: "where is my order", "where is my refund".
    private const int MinimumWordsForNearDuplicate = 8;

    // Long texts are compared as a whole only: leaving each word out in turn would cost the square of their length.
    private const int MaximumWordsForNearDuplicate = 40;

    /// <summary>Reviews training texts and, if given, test texts beside them.</summary>
    public static IReadOnlyList<DatasetWarning> Review(IReadOnlyList<TrainingExample> training, IReadOnlyList<TrainingExample>? test = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        var words = training.Select(static example => Words(example.Text)).ToArray();
        return
        [
            .. FewExamples(training),
            .. EmptyTexts(training, words),
            .. LostCharacters(training),
            .. NearDuplicates(training, words),
            .. test is null ? [] : TestTexts(words, test),
            .. Languages(training),
        ];
    }

    private static IEnumerable<DatasetWarning> FewExamples(IReadOnlyList<TrainingExample> training)
    {
        var few = training.Where(static e => !e.IsOutOfScope)
            .CountBy(static e => e.Topic)
            .Where(static topic => topic.Value < MinimumExamples)
            .OrderBy(static topic => topic.Value).ThenBy(static topic => topic.Key, StringComparer.Ordinal).ToArray();
        foreach (var topic in few.Take(MaximumWarningsOfAKind))
        {
            yield return new DatasetWarning(
                DatasetWarningKind.FewExamples,
                topic.Value == 1
                    ? Problems.OneExample(Quote(topic.Key), $"{MinimumExamples}")
                    : Problems.FewExamples(Quote(topic.Key), $"{topic.Value}", $"{MinimumExamples}"));
        }

        if (few.Length > MaximumWarningsOfAKind)
        {
            yield return new DatasetWarning(
                DatasetWarningKind.FewExamples,
                Problems.MoreFewExamples(
                    $"{few.Length - MaximumWarningsOfAKind}",
                    $"{training.Select(static e => e.Topic).Distinct().Count()}",
                    $"{MinimumExamples}"));
        }
    }

    private static IEnumerable<DatasetWarning> LostCharacters(IReadOnlyList<TrainingExample> training)
    {
        var spoiled = training.Where(static example => example.Text.Contains('\uFFFD', StringComparison.Ordinal)).ToArray();
        if (spoiled.Length > 0)
        {
            yield return new DatasetWarning(
                DatasetWarningKind.LostCharacters,
                Problems.LostCharacters($"{spoiled.Length}", $"{training.Count}", Quote(spoiled[0].Text)));
        }
    }

    private static IEnumerable<DatasetWarning> EmptyTexts(IReadOnlyList<TrainingExample> training, string[][] words) =>
        Enumerable.Range(0, training.Count).Where(i => words[i].Length == 0).Take(MaximumWarningsOfAKind)
            .Select(i => new DatasetWarning(DatasetWarningKind.EmptyText, Problems.TextEmpty($"{i + 1}", training[i].Topic)));

    // Two texts are near-duplicates when their sets of words are equal, or become equal when one word is taken out of either.
    private static IEnumerable<DatasetWarning> NearDuplicates(IReadOnlyList<TrainingExample> training, string[][] words)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var reported = new HashSet<(int, int)>();
        for (var i = 0; i < training.Count; i++)
        {
            foreach (var signature in Signatures(words[i]))
            {
                if (first.TryAdd(signature, i)
                    || training[first[signature]].Topic == training[i].Topic
                    || !reported.Add((first[signature], i)))
                {
                    continue;
                }

                var other = training[first[signature]];
                yield return new DatasetWarning(
                    DatasetWarningKind.NearDuplicateBetweenTopics,
                    Problems.NearlySame(Quote(other.Text), other.Topic, Quote(training[i].Text), training[i].Topic));
                if (reported.Count == MaximumWarningsOfAKind)
                {
                    yield break;
                }
            }
        }
    }

    private static IEnumerable<string> Signatures(string[] words)
    {
        string[] set = [.. words.Distinct().Order(StringComparer.Ordinal)];
        if (set.Length == 0)
        {
            yield break;
        }

        yield return string.Join(' ', set);
        for (var left = 0; left < set.Length && set.Length is >= MinimumWordsForNearDuplicate and <= MaximumWordsForNearDuplicate; left++)
        {
            yield return string.Join(' ', set.Where((_, i) => i != left));
        }
    }

    private static IEnumerable<DatasetWarning> TestTexts(string[][] training, IReadOnlyList<TrainingExample> test)
    {
        var known = training.Select(static words => string.Join(' ', words)).ToHashSet(StringComparer.Ordinal);
        var repeated = test.Where(example => known.Contains(string.Join(' ', Words(example.Text)))).ToArray();
        if (repeated.Length > 0)
        {
            yield return new DatasetWarning(
                DatasetWarningKind.TestTextInTraining,
                Problems.TestKnown($"{repeated.Length}", $"{test.Count}", Quote(repeated[0].Text)));
        }
    }

    private static IEnumerable<DatasetWarning> Languages(IReadOnlyList<TrainingExample> training)
    {
        var languages = training.Select(static example => LanguageGuess.Of(example.Text))
            .OfType<string>()
            .CountBy(static code => code)
            .OrderByDescending(static language => language.Value)
            .ToArray();
        var total = languages.Sum(static language => language.Value);
        var large = languages.Where(language => language.Value >= MinimumLanguageShare * total).ToArray();
        if (large.Length > 1)
        {
            var shares = string.Join(
                ", ", large.Select(language => $"{LanguageGuess.NameOf(language.Key)} {100.0 * language.Value / total:F0} %"));
            yield return new DatasetWarning(DatasetWarningKind.MixedLanguages, Problems.SeveralLanguages(shares));
        }
    }

    private static string Quote(string text)
    {
        var masked = PersonalDataMask.Mask(text).ReplaceLineEndings(" ");
        return masked.Length <= MaximumQuote ? masked : masked[..MaximumQuote] + "…";
    }

    /// <summary>The words of a text, folded; marks are none.</summary>
    private static string[] Words(string text)
    {
        var written = text.AsSpan(0, Math.Min(text.Length, EncodedText.MaxCharacters));
        var words = new List<string>();
        foreach (var token in new Tokenizer(written))
        {
            if (token.Kind != TokenKind.Mark)
            {
                words.Add(LetterFolding.Fold(written[token.Start..token.End]));
            }
        }

        return [.. words];
    }
}

/// <summary>One suspicion about labelled texts.</summary>
/// <param name="Kind">What is suspicious.</param>
/// <param name="Message">What was found and what to do, for a person; personal data is masked.</param>
public sealed record DatasetWarning(DatasetWarningKind Kind, string Message);

/// <summary>What is suspicious about labelled texts.</summary>
public enum DatasetWarningKind
{
    /// <summary>A topic has too few texts to be learned.</summary>
    FewExamples,

    /// <summary>The same words, or all but one of them, are labelled with different topics.</summary>
    NearDuplicateBetweenTopics,

    /// <summary>A test text is among the training texts.</summary>
    TestTextInTraining,

    /// <summary>The texts are in more than one language.</summary>
    MixedLanguages,

    /// <summary>A text has no words.</summary>
    EmptyText,

    /// <summary>A text has characters that were lost when it was saved or read.</summary>
    LostCharacters,
}
