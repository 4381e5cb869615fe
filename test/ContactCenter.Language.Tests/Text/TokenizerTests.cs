using ContactCenter.Language.Text;

namespace ContactCenter.Language.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("I can't pay", "I|can't|pay")]
    [InlineData("it’s 'mine'", "it’s|mine")]
    [InlineData("soft\u00ADhyphen", "soft\u00ADhyphen")]
    [InlineData("cafe\u0301s now", "cafe\u0301s|now")]
    [InlineData("42nd street", "42nd|street")]
    [InlineData("  ", "")]
    public void A_word_goes_on_over_what_is_ignored_within_it_and_not_at_its_edges(string text, string words) =>
        Assert.Equal(words, string.Join('|', Pieces(text, TokenKind.Word)));

    [Fact]
    public void A_script_without_spaces_gives_one_piece_for_each_character() =>
        Assert.Equal(["卡", "丢", "了"], Pieces("卡丢了 ok", TokenKind.Character));

    [Fact]
    public void A_picture_is_one_piece_although_it_is_two_characters() =>
        Assert.Equal(["😀", "😡"], Pieces("good😀bad😡", TokenKind.Symbol));

    [Fact]
    public void Half_of_a_pair_is_a_mark() => Assert.Equal(["\uD83D"], Pieces("a\uD83D", TokenKind.Mark));

    [Fact]
    public void A_mark_can_count_as_one_of_a_word()
    {
        var words = new List<string>();
        foreach (var token in new Tokenizer("card ####9", '#'))
        {
            if (token.Kind == TokenKind.Word)
            {
                words.Add("card ####9"[token.Start..token.End]);
            }
        }

        Assert.Equal(["card", "####9"], words);
    }

    [Theory]
    [InlineData("ich habe meine Karte verloren", "de")]
    [InlineData("I'm sure it's my card", "en")]
    [InlineData("não sei onde", "pt")]
    [InlineData("j’ai perdu ma carte", "fr")]
    [InlineData("MY CARD IS GONE", "en")]
    [InlineData("Karte weg", null)]
    [InlineData("", null)]
    public void A_language_is_guessed_by_its_commonest_words_however_they_are_written(string text, string? code) =>
        Assert.Equal(code, Languages.Guess(text));

    private static List<string> Pieces(string text, TokenKind kind)
    {
        var pieces = new List<string>();
        foreach (var token in new Tokenizer(text))
        {
            if (token.Kind == kind)
            {
                pieces.Add(text[token.Start..token.End]);
            }
        }

        return pieces;
    }
}
