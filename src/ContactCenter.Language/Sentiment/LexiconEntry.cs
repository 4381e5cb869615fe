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

    /// <summary>The same, known.</summary>
    public LexiconEntry Listed => this with { Role = Role | LexiconRole.Listed };

    public bool Has(LexiconRole role) => (Role & role) != 0;
}

/// <summary>What a word does besides its valence.</summary>
[Flags]
internal enum LexiconRole : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Turns the words after it around: "not".</summary>
    Negation = 1,

    /// <summary>What comes after it counts more than what came before: "but".</summary>
    Contrast = 2,

    /// <summary>What comes after it, up to a comma, counts less: "although".</summary>
    Concession = 4,

    /// <summary>A common word by which the language is told.</summary>
    Mark = 8,

    /// <summary>It stands in the lexicon, be it to say that it means nothing.</summary>
    Listed = 16,

    /// <summary>A phrase that holds its own negation, or turns none: not negated again.</summary>
    Settled = 32,

    /// <summary>Makes bad things smaller: the bad words after it hardly count: "prevents".</summary>
    Ease = 64,
}
