using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class LabelledCsvTests
{
    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_ends()
    {
        var examples = Read("text,topic\n\"a, \"\"b\"\"\nc\",one\nplain,two\r\n");
        Assert.Equal([new TrainingExample("a, \"b\"\nc", "one"), new TrainingExample("plain", "two")], examples);
    }

    [Theory]
    [InlineData("text,category\nhello,greeting")]
    [InlineData("\uFEFFTopic,Text\ngreeting,hello")]
    [InlineData("id,utterance,intent\n7,hello,greeting")]
    public void Columns_are_found_by_their_usual_names(string csv) => Assert.Equal([new TrainingExample("hello", "greeting")], Read(csv));

    [Theory]
    [InlineData("text;topic\nhello, you;greeting")]
    [InlineData("text\ttopic\nhello, you\tgreeting")]
    [InlineData("text,topic\r\"hello, you\",greeting\r")]
    [InlineData("id;text;topic\r\n7;\"hello, you\";greeting\r\n")]
    public void Separator_and_line_end_are_those_of_the_first_line(string csv) =>
        Assert.Equal([new TrainingExample("hello, you", "greeting")], Read(csv));

    [Theory]
    [InlineData("text\nhello\n\"you, there\"\n")]
    [InlineData("id;message\n1;hello\n2;you, there\n")]
    [InlineData("topic,text\n,hello\ngreeting,\"you, there\"\n")]
    public void Texts_alone_need_no_topic(string csv) =>
        Assert.Equal(["hello", "you, there"], LabelledCsv.ReadTexts(new StringReader(csv)));

    [Fact]
    public void Texts_alone_need_a_column_of_theirs() => Assert.Contains(
        "one of these should be there: text",
        Assert.Throws<FormatException>(() => LabelledCsv.ReadTexts(new StringReader("id,topic\n1,a\n"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Urgency_is_read_where_it_is_given() =>
        Assert.Equal(["high", null], Read("text,topic,priority\na,x,high\nb,y,").Select(example => example.Urgency));

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("text,colour\na,b", "columns text, colour; one of these should be there: topic")]
    [InlineData("text,topic\na,b,c", "Line 2 has 3 fields")]
    [InlineData("text,topic\na,\n", "Line 2 has no topic")]
    [InlineData("text,topic\n\"a,b\n", "has no closing quote")]
    [InlineData("text;topic\na;b\n\"c\nd\";e;f", "Line 3 has 3 fields, the first line has 2. A field with a semicolon")]
    [InlineData("my invoice is wrong,billing\n", "put 'text,topic' above it")]
    [InlineData("text\nhello\n", "columns text; one of these should be there: topic")]
    public void Broken_file_is_refused_with_what_was_found(string csv, string expected)
    {
        var error = Assert.Throws<FormatException>(() => Read(csv));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_lines_are_passed_over() => Assert.Equal(2, Read("text,topic\n\na,x\n\nb,y\n\n").Count);

    [Fact]
    public void File_without_a_line_end_is_refused_before_it_fills_the_memory()
    {
        using var endless = new EndlessReader();
        Assert.Contains("first line", Assert.Throws<FormatException>(() => LabelledCsv.Read(endless)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reader_that_cannot_look_ahead_reads_the_same_rows()
    {
        using var reader = new BlindReader("text,topic\r\n\"say \"\"hi\"\"\",one\rplain,two\r\n\r\n\"a\r\nb\",three\rx,\n");
        var error = Assert.Throws<FormatException>(() => LabelledCsv.Read(reader));
        Assert.Contains("Line 7 has no topic", error.Message, StringComparison.Ordinal);
        using var whole = new BlindReader("text,topic\r\n\"say \"\"hi\"\"\",one\rplain,two");
        Assert.Equal([new TrainingExample("say \"hi\"", "one"), new TrainingExample("plain", "two")], LabelledCsv.Read(whole));
    }

    /// <summary>A device that says the same for ever; gives up where a careful reader has long stopped.</summary>
    private sealed class EndlessReader : TextReader
    {
        private const int Patience = 1 << 22;
        private int _read;

        public override int Peek() => 'x';

        public override int Read() => ++_read < Patience ? 'x' : throw new InvalidOperationException("The whole device was read.");
    }

    /// <summary>A reader at the edge of its buffer: it does not know what comes next, though something does.</summary>
    private sealed class BlindReader(string text) : TextReader
    {
        private int _at;

        public override int Peek() => -1;

        public override int Read() => _at < text.Length ? text[_at++] : -1;
    }

    private static IReadOnlyList<TrainingExample> Read(string csv)
    {
        using var reader = new StringReader(csv);
        return LabelledCsv.Read(reader);
    }
}
