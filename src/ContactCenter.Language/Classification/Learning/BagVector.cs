namespace ContactCenter.Language.Classification.Learning;

/// <summary>A text as a sparse vector of unit length: buckets of hashed features and their weights.</summary>
internal sealed class BagVector
{
    private readonly ushort[] _counts = new ushort[BagWeights.Buckets];

    /// <summary>Buckets with a weight.</summary>
    public int[] Buckets { get; private set; } = new int[4096];

    /// <summary>Weight of each bucket of <see cref="Buckets"/>.</summary>
    public float[] Values { get; private set; } = new float[4096];

    /// <summary>Number of buckets with a weight.</summary>
    public int Count { get; private set; }

    /// <summary>Counts the features of a text: each distinct bucket with its number of occurrences, not weighted yet.</summary>
    public void CountFeatures(ReadOnlySpan<uint> hashes)
    {
        Count = 0;
        if (hashes.Length > Buckets.Length)
        {
            Buckets = new int[hashes.Length];
            Values = new float[hashes.Length];
        }

        foreach (var hash in hashes)
        {
            var bucket = BagWeights.BucketOf(hash);
            if (_counts[bucket] == 0)
            {
                Buckets[Count++] = bucket;
            }

            if (_counts[bucket] < ushort.MaxValue)
            {
                _counts[bucket]++;
            }
        }

        for (var i = 0; i < Count; i++)
        {
            Values[i] = _counts[Buckets[i]];
            _counts[Buckets[i]] = 0;
        }
    }

    /// <summary>Fills this vector from hashes: sub-linear counts times the rarity of the feature, scaled to unit length.</summary>
    public void Fill(ReadOnlySpan<uint> hashes, BagWeights weights)
    {
        CountFeatures(hashes);
        Count = weights.Apply(Buckets.AsSpan(0, Count), Values.AsSpan(0, Count));
    }
}
