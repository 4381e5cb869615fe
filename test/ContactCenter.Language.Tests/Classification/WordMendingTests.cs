using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Tests.Embedding;

namespace ContactCenter.Language.Tests.Classification;

public class WordMendingTests
{
    [Theory]
    [InlineData("card", "card", false)]
    [InlineData("card", "crd", true)]
    [InlineData("card", "carrd", true)]
    [InlineData("card", "cart", true)]
    [InlineData("card", "crad", true)]
    [InlineData("card", "cadr", true)]
    [InlineData("card", "crda", false)]
    [InlineData("card", "ca", false)]
    [InlineData("", "a", true)]
    public void One_error_is_a_letter_left_out_put_in_replaced_or_swapped(string one, string other, bool expected)
    {
        Assert.Equal(expected, WordMending.AreOneApart(one, other));
        Assert.Equal(expected, WordMending.AreOneApart(other, one));
    }

    [Theory]
    [InlineData("my Prcel is late!", "my parcel is late!")]
    [InlineData("my parcel, please", "my parcel, please")]
    [InlineData("no xylophone", "no xylophone")]
    public void A_word_that_nobody_knows_becomes_the_training_word_beside_it(string text, string expected) =>
        Assert.Equal(expected, Mended(["my parcel is late", "late parcel"], text));

    [Fact]
    public void The_more_frequent_word_is_taken() =>
        Assert.Equal("late", Mended(["rate rate rate late late late late"], "zate"));

    [Fact]
    public void A_word_of_one_text_alone_mends_nothing() => Assert.Equal("zate", Mended(["rate"], "zate"));

    [Fact]
    public void A_word_that_the_encoder_knows_stays() => Assert.Equal("sing", Mended(["song song"], "sing"));

    [Theory]
    [InlineData("late parcel", true)]
    [InlineData("late Service", true)]
    [InlineData("Service war gut", false)]
    [InlineData("so", false)]
    [InlineData("", false)]
    public void Half_of_the_words_are_of_the_training_texts_or_not(string text, bool expected) => Assert.Equal(
        expected,
        WordMending.Learn(["late parcel", "late parcel"], MadeUpEncoder.Encoder.Words).HasHalf(text, MadeUpEncoder.Encoder.Words));

    [Fact]
    public void Words_are_the_same_after_they_were_stored()
    {
        var learned = WordMending.Learn(["late parcel", "late parcel"], MadeUpEncoder.Encoder.Words);
        var room = new char[32];

        var length = WordMending.Read(learned.Bytes.Span).Mend("prcel", MadeUpEncoder.Encoder.Words, room);

        Assert.Equal("parcel", new string(room, 0, length));
    }

    private static string Mended(string[] texts, string text)
    {
        var room = new char[64];
        var length = WordMending.Learn(texts, MadeUpEncoder.Encoder.Words).Mend(text, MadeUpEncoder.Encoder.Words, room);
        return new string(room, 0, length);
    }
}
