using System.Runtime.InteropServices;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Tests.Embedding;

/// <summary>
/// An encoder that nobody trained: its layers add nothing, so that a text is the mean of its words, and words of one line mean the same.
/// </summary>
internal static class MadeUpEncoder
{
    private const int FirstWord = 1000;

    private const int WordsOfTopic = 80;

    private static readonly string[][] Topics = MakeUp(new Random(3));

    private static readonly string[][] Meanings =
    [
        .. Topics,
        ["invoice", "bill", "billed"], ["parcel", "package", "courier", "delivery"], ["fraud", "scam", "scammer", "stole"],
        ["sing", "song"], ["sunny", "day"], ["penguins", "swim"], ["dream", "sheep"],
        ["my", "the", "is", "on", "a", "i", "was", "has", "not", "this", "there", "to", "of", "what"],
        ["hello", "please", "excuse", "me", "good", "morning", "hi", "uh"],
    ];

    private static readonly Lazy<SentenceEncoder> First = new(static () => SentenceEncoder.Read(Image(seed: 1)));
    private static readonly Lazy<SentenceEncoder> Second = new(static () => SentenceEncoder.Read(Image(seed: 2)));

    /// <summary>The encoder.</summary>
    public static SentenceEncoder Encoder => First.Value;

    /// <summary>Another one, of another id.</summary>
    public static SentenceEncoder Other => Second.Value;

    /// <summary>English texts about three topics, each of which has its own made-up words and no word of another text.</summary>
    public static IReadOnlyList<TrainingExample> Texts { get; } =
    [
        .. from topic in Enumerable.Range(0, Topics.Length) from pair in Topics[topic].Chunk(2)
           select new TrainingExample($"my {pair[0]} is not the {pair[1]}", $"topic {topic}"),
    ];

    // Words of random letters: no two have more in common than chance gives them.
    private static string[][] MakeUp(Random random) =>
    [
        .. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, WordsOfTopic)
            .Select(_ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26))))).ToArray()),
    ];

    public static byte[] Image(int seed)
    {
        var random = new Random(seed);
        string[] words = [.. Meanings.SelectMany(static words => words)];
        string[] pieces =
        [
            .. Enumerable.Range(0, FirstWord).Select(static i => $"[piece{i}]"),
            .. words,
            .. Enumerable.Range(FirstWord + words.Length, EncoderShape.Pieces - FirstWord - words.Length).Select(static i => $"[piece{i}]"),
        ];
        var embeddings = new sbyte[EncoderShape.Pieces * EncoderShape.Width];
        var word = FirstWord;
        foreach (var meaning in Meanings)
        {
            var vector = Enumerable.Range(0, EncoderShape.Width).Select(_ => (sbyte)random.Next(-100, 101)).ToArray();
            foreach (var _ in meaning)
            {
                vector.CopyTo(embeddings, word++ * EncoderShape.Width);
            }
        }

        var (folds, slots, starts, characters) = WordPieces.Pack(pieces);
        float[] scales = [.. Enumerable.Repeat(0.01f, EncoderShape.Pieces)];
        float[] norm = [.. Enumerable.Repeat(1f, EncoderShape.Width), .. new float[EncoderShape.Width]];
        return EncoderFile.Write("made up", characters.Length,
        [
            Bytes(folds), Bytes(slots), Bytes(starts), Bytes(characters), Bytes(embeddings), Bytes(scales),
            Bytes(new float[EncoderShape.MaximumPieces * EncoderShape.Width]), Bytes(norm),
            .. Enumerable.Range(0, EncoderShape.Layers).SelectMany(_ => (IEnumerable<ReadOnlyMemory<byte>>)
            [
                .. Nothing(EncoderShape.Width, 3 * EncoderShape.Width), .. Nothing(EncoderShape.Width, EncoderShape.Width), Bytes(norm),
                .. Nothing(EncoderShape.Width, EncoderShape.Inner), .. Nothing(EncoderShape.Inner, EncoderShape.Width), Bytes(norm),
            ]),
        ]);
    }

    private static ReadOnlyMemory<byte>[] Nothing(int inputs, int outputs) =>
        [new byte[inputs * outputs], new byte[outputs * sizeof(float)], new byte[outputs * sizeof(float)]];

    private static ReadOnlyMemory<byte> Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();
}
