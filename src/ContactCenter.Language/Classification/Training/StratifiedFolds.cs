namespace ContactCenter.Language.Classification.Training;

/// <summary>Deals the texts of each topic evenly to parts.</summary>
public static class StratifiedFolds
{
    /// <summary>The part, from 0, of each text.</summary>
    /// <param name="topics">Topic of each text, by number.</param>
    /// <param name="folds">Number of parts, at least two.</param>
    /// <param name="seed">Seed of the shuffling.</param>
    public static int[] Deal(IReadOnlyList<int> topics, int folds, int seed)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var random = new Random(seed);
        var parts = new int[topics.Count];
        var next = 0;
        foreach (var topic in Enumerable.Range(0, topics.Count).GroupBy(i => topics[i]).OrderBy(static group => group.Key))
        {
            var texts = topic.ToArray();
            random.Shuffle(texts);
            foreach (var text in texts)
            {
                // Going on where the last topic ended keeps the parts equal when topics have few texts.
                parts[text] = next++ % folds;
            }
        }

        return parts;
    }
}
