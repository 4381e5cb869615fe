namespace ContactCenter.Language.Embedding;

/// <summary>The shape of the encoder that is read: all-MiniLM-L6-v2. Another shape is another version of the file.</summary>
internal static class EncoderShape
{
    /// <summary>Numbers by which a piece, and in the end a text, is described.</summary>
    public const int Width = 384;

    /// <summary>Layers, one after the other.</summary>
    public const int Layers = 6;

    /// <summary>Parts of a layer that look at the other pieces each in its own way.</summary>
    public const int Heads = 12;

    /// <summary>Numbers of a head.</summary>
    public const int HeadWidth = Width / Heads;

    /// <summary>Numbers inside the second half of a layer.</summary>
    public const int Inner = 1536;

    /// <summary>Pieces in the vocabulary.</summary>
    public const int Pieces = 30522;

    /// <summary>
    /// Pieces of a text that are read. A contact says what it is about in its first sentences, and time grows with every piece.
    /// </summary>
    public const int MaximumPieces = 96;
}
