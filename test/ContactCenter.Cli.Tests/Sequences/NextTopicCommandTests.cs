namespace ContactCenter.Cli.Tests.Sequences;

public sealed class NextTopicCommandTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_follows_is_told_where_it_beats_the_most_frequent_topic()
    {
        var file = _cli.File("contacts.csv", "customer,topic\n" + string.Concat(Enumerable.Range(0, 400).Select(static i =>
            $"c{i},delivery\nc{i},returns\nc{i},billing\nc{i},delivery\n")));

        var (code, output, errors) = await CommandLine.Run("next-topic", file, "--after", "delivery");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("100.0 %", output, StringComparison.Ordinal);
        Assert.Contains("worth being shown", output, StringComparison.Ordinal);
        Assert.Contains("returns", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_few_customers_nothing_is_told()
    {
        var (code, output, _) = await CommandLine.Run("next-topic", _cli.File("few.csv", "a,x\na,y\nb,x\nb,y\n"), "--after", "x");

        Assert.Equal(0, code);
        Assert.Contains("not worth being shown", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Likeliest", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_none_is_told_with_its_number()
    {
        var (code, _, errors) = await CommandLine.Run("next-topic", _cli.File("wrong.csv", "customer,topic\na,x\nb\n"));

        Assert.NotEqual(0, code);
        Assert.Contains("line 3", errors, StringComparison.Ordinal);
    }
}
