using ContactCenter.Cli.Sentiment;

namespace ContactCenter.Cli.Tests;

public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("one\ntwo", "one", "two")]
    [InlineData("one\r\ntwo\r\n", "one", "two")]
    [InlineData("one\rtwo\r", "one", "two")]
    [InlineData("\n\r\n\r", "", "", "")]
    [InlineData("12345678901\n1234567890", "1234567890", "1234567890")]
    public void Lines_end_as_they_do_anywhere_and_are_cut(string text, params string[] lines)
    {
        using var reader = new StringReader(text);
        Assert.Equal(lines, BoundedLines.Read(reader, 10));
    }

    [Theory]
    [InlineData("what is this\n")]
    [InlineData("what is this\r")]
    public void A_typed_line_is_given_before_anything_more_is_typed(string typed)
    {
        using var terminal = new Terminal(typed);
        Assert.Equal("what is this", BoundedLines.Read(terminal, 100).First());
    }

    /// <summary>A terminal at which somebody types one line and waits for its answer.</summary>
    private sealed class Terminal(string typed) : TextReader
    {
        private int _at;

        public override int Read() => _at < typed.Length ? typed[_at++] : throw new InvalidOperationException("Nothing more is typed.");
    }
}
