using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// A training text as counts of features and as words: what is needed to train and re-train without reading the text again.
/// </summary>
/// <param name="Buckets">Distinct feature buckets.</param>
/// <param name="Counts">Occurrences of each bucket.</param>
/// <param name="Words">The words in order; each is the fragment rows of that word, shared between texts.</param>
internal sealed record SparseText(int[] Buckets, float[] Counts, int[][] Words)
{
    /// <summary>Reads texts one after the other, sharing what they have in common.</summary>
    public static SparseText[] ReadAll(IReadOnlyList<string> texts)
    {
        var encoded = new EncodedText();
        var bag = new BagVector();
        var vocabulary = new Dictionary<uint, int[]>();
        var result = new SparseText[texts.Count];
        for (var i = 0; i < result.Length; i++)
        {
            TextEncoder.Encode(texts[i], encoded);
            bag.CountFeatures(encoded.Hashes);
            var words = new int[Math.Min(encoded.Words, PhraseNetwork.MaxWords)][];
            for (var w = 0; w < words.Length; w++)
            {
                if (!vocabulary.TryGetValue(encoded.WordHash[w], out var rows))
                {
                    rows = PhraseNetwork.RowsOf(encoded.OfWord(w));
                    vocabulary.Add(encoded.WordHash[w], rows);
                }

                words[w] = rows;
            }

            result[i] = new SparseText(bag.Buckets[..bag.Count], bag.Values[..bag.Count], words);
        }

        return result;
    }

    /// <summary>The weighted vector of this text.</summary>
    public (int[] Buckets, float[] Values) Weigh(BagWeights weights)
    {
        var buckets = (int[])Buckets.Clone();
        var values = (float[])Counts.Clone();
        var kept = weights.Apply(buckets, values);
        return (buckets[..kept], values[..kept]);
    }
}
