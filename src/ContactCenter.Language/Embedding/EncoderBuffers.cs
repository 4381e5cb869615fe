namespace ContactCenter.Language.Embedding;

/// <summary>Room in which one text is encoded; one per thread, reused.</summary>
internal sealed class EncoderBuffers
{
    // The kernel reads whole groups of rows.
    private const int MaximumRows = EncoderShape.MaximumPieces + ProductKernel.Rows;

    [ThreadStatic]
    private static EncoderBuffers? OfThread;

    /// <summary>The buffers of this thread.</summary>
    public static EncoderBuffers Current => OfThread ??= new EncoderBuffers();

    public int[] Pieces { get; } = new int[EncoderShape.MaximumPieces];

    /// <summary>Numbers of each piece.</summary>
    public float[] Hidden { get; } = new float[EncoderShape.MaximumPieces * EncoderShape.Width];

    /// <summary>What each piece asks, answers to and tells.</summary>
    public float[] Attention { get; } = new float[EncoderShape.MaximumPieces * EncoderShape.Width * 3];

    /// <summary>What each piece was told.</summary>
    public float[] Told { get; } = new float[EncoderShape.MaximumPieces * EncoderShape.Width];

    /// <summary>What a half of a layer adds.</summary>
    public float[] Added { get; } = new float[EncoderShape.MaximumPieces * EncoderShape.Width];

    /// <summary>Inner numbers of each piece.</summary>
    public float[] Inner { get; } = new float[EncoderShape.MaximumPieces * EncoderShape.Inner];

    public QuantisedRows Rows { get; } = new(MaximumRows, EncoderShape.Inner);
}
