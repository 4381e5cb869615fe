namespace ContactCenter.Language.Sentiment;

/// <summary>A word, emoticon or emoji of a text.</summary>
internal struct SentimentToken
{
    /// <summary>Where it begins in the text.</summary>
    public int Start;

    /// <summary>Its characters in the text.</summary>
    public int Length;

    /// <summary>Where its folded form begins; words follow each other with one blank between them.</summary>
    public int FoldedStart;

    /// <summary>Where its folded form ends.</summary>
    public int FoldedEnd;

    /// <summary>What it says in English, and what a sign says.</summary>
    public LexiconEntry English;

    /// <summary>What it says in German.</summary>
    public LexiconEntry German;

    /// <summary>Written in capitals.</summary>
    public bool IsShouted;

    /// <summary>A letter stands more than twice in a row.</summary>
    public bool IsStretched;

    /// <summary>It, or the phrase that ends with it, turns the words after it around; told once the words up to it are read.</summary>
    public bool IsTurning;

    /// <summary>A phrase that blames ends with it: "do not buy" turns praise around and leaves other blame alone.</summary>
    public bool IsBlaming;

    /// <summary>An emoticon or emoji: neither strengthened nor negated.</summary>
    public bool IsSign;

    /// <summary>A comma or the like stands before it.</summary>
    public bool AfterBreak;

    /// <summary>A sentence ended before it.</summary>
    public bool AfterSentence;

    /// <summary>The sentence that ended before it was a question.</summary>
    public bool AfterQuestion;

    /// <summary>It, or the phrase that begins with it, has added something.</summary>
    public bool IsValued;
}
