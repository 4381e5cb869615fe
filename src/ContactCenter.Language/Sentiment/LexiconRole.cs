namespace ContactCenter.Language.Sentiment;

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
