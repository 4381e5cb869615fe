using System.Text;
using ContactCenter.Cli.Replay;

namespace ContactCenter.Cli.Tests;

public sealed class JsonPieceReaderTests
{
    private static string[] Pieces(string text) =>
        [
            .. new JsonPieceReader(new MemoryStream(Encoding.UTF8.GetBytes(text))).Read().Select(piece =>
                Encoding.UTF8.GetString(piece.Utf8.Span).Trim())
        ];

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

    [Theory]
    [InlineData("{\"a\":\"tex\n{\n  \"b\": [\n    {\n      \"c\": 2\n    }\n  ]\n}\n", "{\"a\":\"tex")]
    [InlineData("[\n  {\"a\":{\"x\":\n  {\n    \"b\": [\n      {\n        \"c\": 2\n      }\n    ]\n  }\n]\n", "{\"a\":{\"x\":")]
    public void A_value_that_is_cut_off_does_not_spoil_one_that_is_printed_over_several_lines(string text, string broken)
    {
        var pieces = Pieces(text);

        Assert.Equal(broken, pieces[0]);
        Assert.Contains(pieces, static piece => piece.StartsWith("{\n", StringComparison.Ordinal) && piece.EndsWith('}'));
    }

    [Fact]
    public void A_value_that_is_never_closed_does_not_swallow_those_after_it() =>
        Assert.Equal(["{\"a\":", "{\"b\":2}", "{\"c\":3}"], Pieces("{\"a\":\n{\"b\":2}\n{\"c\":3}\n"));

    [Fact]
    public void A_value_that_is_cut_off_does_not_swallow_a_pretty_printed_one_after_it() =>
        Assert.Equal(
            ["{\"a\": [1,", "{\n  \"b\": 2\n}", "{\n  \"c\": {\n    \"d\": 3\n  }\n}"],
            Pieces("{\"a\": [1,\n{\n  \"b\": 2\n}\n{\n  \"c\": {\n    \"d\": 3\n  }\n}\n"));

    [Fact]
    public void A_value_that_is_cut_off_within_a_text_does_not_swallow_a_pretty_printed_one_after_it() =>
        Assert.Equal(["{\n  \"a\": \"x", "{\n  \"b\": 2\n}"], Pieces("{\n  \"a\": \"x\n{\n  \"b\": 2\n}\n"));

    [Fact]
    public void What_follows_a_pretty_printed_value_after_one_that_is_cut_off_is_read_too() =>
        Assert.Equal(["{\"a\":", "{\n\"b\": 2\n}", "7"], Pieces("{\"a\":\n{\n\"b\": 2\n}\n7\n"));

    [Fact]
    public void The_end_of_an_array_is_no_value_after_one_that_is_cut_off() =>
        Assert.Equal(["{\"a\":", "{\n\"b\": 2\n}"], Pieces("[\n{\"a\":\n{\n\"b\": 2\n}\n]\n"));

    [Fact]
    public void Brackets_of_an_array_do_not_close_a_value_that_is_cut_off() =>
        Assert.Equal(["{\"a\":", "{\"b\":2}", "{\"c\":3}"], Pieces("[\n{\"a\":\n{\"b\":2},\n{\"c\":3}\n]\n"));

    [Fact]
    public void A_trailing_comma_breaks_no_value() => Assert.Single(Pieces("{\"a\":[\n{\"b\":2},\n{\"c\":3},\n]}"));

    [Fact]
    public void Objects_at_the_first_column_of_a_whole_value_stay_within_it() =>
        Assert.Single(Pieces("{\"a\":[\n{\"b\":2},\n{\"c\":3}\n]}"));

    [Fact]
    public void Each_value_after_a_cut_is_told_with_its_line()
    {
        var pieces = new JsonPieceReader(new MemoryStream("{\"a\":\n\n{\n\"b\": 2\n}\n{}\n"u8.ToArray())).Read();

        Assert.Equal([1, 3, 6], pieces.Select(piece => piece.Line));
    }

    [Fact]
    public void A_cut_early_in_a_large_file_costs_one_value()
    {
        var text = new StringBuilder("{\"cut\": [1,\n");
        for (var i = 0; i < 40_000; i++)
        {
            text.Append("{\n  \"number\": ").Append(i).Append(",\n  \"filler\": \"").Append('x', 40).Append("\"\n}\n");
        }

        var pieces = new JsonPieceReader(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))).Read().ToArray();

        Assert.Equal(40_001, pieces.Length);
        Assert.DoesNotContain(pieces, piece => piece.IsTooLarge);
        Assert.Equal(2 + (4 * 39_999), pieces[^1].Line);
    }

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
