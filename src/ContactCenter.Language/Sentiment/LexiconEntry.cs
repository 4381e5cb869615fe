namespace ContactCenter.Language.Sentiment;

/// <summary>What a word or phrase does to the sentiment of a text.</summary>
/// <param name="Valence">-4 to 4; 0 says nothing.</param>
/// <param name="Boost">Tenths by which it strengthens, or when negative weakens, the words after it.</param>
/// <param name="Role">What else it does.</param>
/// <param name="Longest">Words of the longest phrase that begins with it; 0 when none does.</param>
internal readonly record struct LexiconEntry(float Valence, sbyte Boost, LexiconRole Role, byte Longest)
{
    /// <summary>The lexicon knows it, be it as a word that says nothing.</summary>
    public bool IsListed => Has(LexiconRole.Listed);

    public bool Has(LexiconRole role) => (Role & role) != 0;
}
