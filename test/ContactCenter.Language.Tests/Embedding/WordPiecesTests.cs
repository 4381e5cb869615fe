using System.Runtime.InteropServices;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Tests.Embedding;

public class WordPiecesTests
{
    private const int First = 101;
    private const int Last = 102;
    private const int Unknown = 100;

    private static readonly string[] Known =
        ["my", "card", "cards", "##s", "un", "##able", "##a", ",", "'", "£", "##5", "€", "cafe", "for", "上"];

    private static readonly WordPieces Pieces = Vocabulary();

    [Theory]
    [InlineData("My CARD", "my", "card")]
    [InlineData("my\tcard\r\n", "my", "card")]
    [InlineData("cards", "cards")]
    [InlineData("mys", "my", "##s")]
    [InlineData("unable", "un", "##able")]
    [InlineData("my,card's", "my", ",", "card", "'", "##s")]
    [InlineData("£5 €", "£", "##5", "€")]
    [InlineData("CAFÉ cafe\u0301", "cafe", "cafe")]
    [InlineData("上my上", "上", "my", "上")]
    [InlineData("my\u200b\u0007 card", "my", "card")]
    [InlineData("")]
    public void Texts_become_pieces_as_the_model_learned_them(string text, params string[] expected)
    {
        // what stands behind a mark begins a word of its own
        int[] numbers = [.. expected.Select(piece => Number(piece == "##s" && text.Contains('\'') ? "s" : piece))];

        Assert.Equal([First, .. numbers, Last], Read(text));
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("myq")]
    [InlineData("😀")]
    public void A_word_with_a_part_that_is_no_piece_is_unknown_as_a_whole(string word) =>
        Assert.Equal([First, Number("my"), Unknown, Number("card"), Last], Read($"my {word} card"));

    [Fact]
    public void A_word_of_more_than_a_hundred_characters_is_unknown() =>
        Assert.Equal([First, Unknown, Last], Read("m" + new string('s', 200)));

    [Fact]
    public void A_long_text_is_read_as_far_as_there_is_room()
    {
        var read = new int[8];

        var count = Pieces.Read(string.Join(' ', Enumerable.Repeat("my card", 50)), read);

        Assert.Equal(8, count);
        Assert.Equal(Last, read[^1]);
    }

    private static WordPieces Vocabulary()
    {
        // the numbers of the marks are those of the published vocabulary
        string[] all = [.. Enumerable.Range(0, 103).Select(static i => $"[unused{i}]"), .. Known, "s"];
        var (folds, slots, starts, characters) = WordPieces.Pack(all);
        return new WordPieces(Bytes(folds), Bytes(slots), Bytes(starts), Bytes(characters));
    }

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    private static int Number(string piece) => piece == "s" ? 103 + Known.Length : 103 + Array.IndexOf(Known, piece);

    private static int[] Read(string text)
    {
        var pieces = new int[64];
        return pieces[..Pieces.Read(text, pieces)];
    }
}
