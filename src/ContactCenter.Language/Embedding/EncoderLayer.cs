namespace ContactCenter.Language.Embedding;

/// <summary>One layer: every piece looks at all others, then each is thought about alone.</summary>
/// <param name="Attention">What each piece asks, answers to and tells, in this order; the question is scaled already.</param>
/// <param name="Told">Puts together what the heads were told.</param>
/// <param name="ToldNorm">Weights and constants of the first normalisation.</param>
/// <param name="Inner">Into the inner numbers.</param>
/// <param name="Outer">Out of them.</param>
/// <param name="OuterNorm">Weights and constants of the second normalisation.</param>
internal sealed record EncoderLayer(
    PackedMatrix Attention, PackedMatrix Told, ReadOnlyMemory<byte> ToldNorm, PackedMatrix Inner, PackedMatrix Outer,
    ReadOnlyMemory<byte> OuterNorm);
