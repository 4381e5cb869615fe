using System.Text;
using ContactCenter.Cli.Replay;

namespace ContactCenter.Cli.Tests;

public sealed class JsonPieceReaderTests
{
    private static string[] Pieces(string text) =>
        [.. new JsonPieceReader(new MemoryStream(Encoding.UTF8.GetBytes(text))).Read().Select(piece => Encoding.UTF8.GetString(piece.Utf8.Span).Trim())];

    [Fact]
    public void One_value_a_line() => Assert.Equal(["{\"a\":1}", "{\"b\":2}"], Pieces("{\"a\":1}\n{\"b\":2}\n"));

    [Fact]
    public void An_array_is_its_elements() => Assert.Equal(["{\"a\":[1,2]}", "{\"b\":2}"], Pieces("[{\"a\":[1,2]},\n {\"b\":2}]"));

    [Fact]
    public void An_element_that_is_no_object_spoils_itself_only() =>
        Assert.Equal(["{\"a\":1}", "5", "\"x,]\"", "{\"b\":2}"], Pieces("[{\"a\":1},5,\"x,]\",{\"b\":2}]"));

    [Fact]
    public void Values_may_be_parted_by_commas() => Assert.Equal(["{\"a\":1}", "{\"b\":2}"], Pieces("{\"a\":1},{\"b\":2}"));

    [Fact]
    public void Values_over_several_lines() => Assert.Equal(2, Pieces("{\n  \"a\": 1\n}\n{\n  \"b\": 2\n}").Length);

    [Fact]
    public void Brackets_in_texts_do_not_count() => Assert.Equal(["{\"a\":\"}{\\\"[\"}"], Pieces("{\"a\":\"}{\\\"[\"}"));

    [Fact]
    public void A_line_that_is_not_JSON_spoils_itself_only() => Assert.Equal(["garbage", "{\"a\":1}"], Pieces("garbage\n{\"a\":1}"));

    [Fact]
    public void A_value_that_is_never_closed_does_not_swallow_those_after_it() =>
        Assert.Equal(["{\"a\":", "{\"b\":2}", "{\"c\":3}"], Pieces("{\"a\":\n{\"b\":2}\n{\"c\":3}\n"));

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal(["{}"], Pieces("\uFEFF{}"));

    [Fact]
    public void Nothing_is_no_value() => Assert.Empty(Pieces(" \n\t\n"));

    [Fact]
    public void A_value_larger_than_any_message_is_let_go()
    {
        var text = $"{{\"a\":\"{new string('x', 2_000_000)}\"}}\n{{\"b\":2}}";
        var pieces = new JsonPieceReader(new MemoryStream(Encoding.UTF8.GetBytes(text))).Read().ToArray();

        Assert.Equal([true, false], pieces.Select(piece => piece.IsTooLarge));
        Assert.Equal(2, pieces[1].Line);
    }
}
