namespace ContactCenter.Language.Classification.Text;

/// <summary>
/// Features of one text as 32-bit hashes, in buffers that are reused from text to text. The hashes of word <c>w</c> (the word and its
/// fragments) are <c>Hashes[WordEnd[w - 1] .. WordEnd[w]]</c>; pairs of words follow after those of the last word.
/// </summary>
internal sealed class EncodedText
{
    /// <summary>Characters of a text that are read; what follows is ignored, so that time per text is bounded.</summary>
    public const int MaxCharacters = 8192;

    /// <summary>Words of a text that are read.</summary>
    public const int MaxWords = 1024;

    /// <summary>Characters of one word that are read; longer "words" are identifiers or noise.</summary>
    public const int MaxWordCharacters = 40;

    private uint[] _hashes = new uint[4096];

    /// <summary>Hashes of the words and fragments, then of the pairs.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>Number of hashes.</summary>
    public int Count { get; private set; }

    /// <summary>Number of words, at most <see cref="MaxWords"/>.</summary>
    public int Words { get; set; }

    /// <summary>True when there is a letter, a digit or a picture: more than question and exclamation marks, which are words too.</summary>
    public bool SaysSomething { get; set; }

    /// <summary>End of each word's hashes.</summary>
    public int[] WordEnd { get; } = new int[MaxWords];

    /// <summary>Hash of each word as a whole.</summary>
    public uint[] WordHash { get; } = new uint[MaxWords];

    /// <summary>Where each word starts in the text as it was given.</summary>
    public int[] SourceStart { get; } = new int[MaxWords];

    /// <summary>Length of each word in the text as it was given, in characters.</summary>
    public int[] SourceLength { get; } = new int[MaxWords];

    /// <summary>The hashes of one word.</summary>
    public ReadOnlySpan<uint> OfWord(int word) =>
        _hashes.AsSpan(word == 0 ? 0 : WordEnd[word - 1], WordEnd[word] - (word == 0 ? 0 : WordEnd[word - 1]));

    public void Clear()
    {
        Count = 0;
        Words = 0;
        SaysSomething = false;
    }

    public void Add(uint hash)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, _hashes.Length * 2);
        }

        _hashes[Count++] = hash;
    }
}
