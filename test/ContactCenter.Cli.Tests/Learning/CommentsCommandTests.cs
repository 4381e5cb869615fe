using System.Text.Json;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Learning;

/// <summary>Comments of a file, from the command to what people read.</summary>
public sealed class CommentsCommandTests : IDisposable
{
    private readonly CommandLine _cli = new();

    private static string Sample => Repository.File("samples", "comments.csv");

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_sample_says_what_would_help_most_with_its_range_and_that_it_is_no_cause()
    {
        var (code, output, errors) = await CommandLine.Run("advise", "comments", Sample);

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.Contains("62 comments from 2026", output, StringComparison.Ordinal);
        Assert.Matches(
            @"- delivery: \d+ of \d+ rated 1 or 2 .*the mean of all would be \d\.\d\d higher \(\d\.\d\d to \d\.\d\d\)",
            output);
        Assert.DoesNotContain("\\", output, StringComparison.Ordinal);
        Assert.Contains("does not say why", output, StringComparison.Ordinal);
        Assert.DoesNotContain("23125", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_German()
    {
        var (code, output, _) = await CommandLine.Run("advise", "comments", Sample, "--language", "de", "--examples", "0");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("62 Kommentare vom", output, StringComparison.Ordinal);
        Assert.Contains("Bewertet wie die übrigen", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Was geschrieben wurde", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stays_text_in_every_format()
    {
        var path = _cli.File(
            "hostile.csv",
            "comment;rating;source\n\"=cmd|' /C calc'!A0 my parcel is late\";1;=1+1\n<script>alert(1)</script> my parcel is late;2;@x\n");
        var (html, csv) = (_cli.File("out.html", ""), _cli.File("out.csv", ""));

        Assert.Equal(ExitCode.Done, (await CommandLine.Run("advise", "comments", path, "--out", html)).Code);
        Assert.Equal(ExitCode.Done, (await CommandLine.Run("advise", "comments", path, "--out", csv)).Code);
        var (_, json, _) = await CommandLine.Run("advise", "comments", path, "--json");

        var page = await File.ReadAllTextAsync(html, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken);
        Assert.All(lines, static line => Assert.DoesNotMatch("(^|,)\"?[=@+]", line));
        Assert.Contains(lines, static line => line.StartsWith("source,'=1+1,1,", StringComparison.Ordinal));
        Assert.Equal(2, JsonDocument.Parse(json).RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_screen_gets_text_and_a_file_of_Markdown_its_signs_as_text()
    {
        var path = _cli.File("signs.csv", "comment,rating,source\nmy_parcel (late) *never* came\u001b[2J,1,shop_one\n");
        var markdown = _cli.File("out.md", "");

        var (_, screen, _) = await CommandLine.Run("advise", "comments", path);
        Assert.Equal(ExitCode.Done, (await CommandLine.Run("advise", "comments", path, "--out", markdown)).Code);

        Assert.Contains("my_parcel (late) *never* came", screen, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', screen);
        Assert.Contains(
            "my\\_parcel \\(late) \\*never\\* came",
            await File.ReadAllTextAsync(markdown, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words,stars\nx,3\n", "names the columns words, stars; one of these should be there: comment, text, review")]
    [InlineData("comment,rating\nx,3\ny,9\n", "Line 3 has the rating '9'; expected a whole number from 1 to 5")]
    [InlineData("comment,rating,date\nx,,yesterday\n", "Line 2 has the date 'yesterday'; expected one such as 2026-11-30")]
    [InlineData("comment,rating\nx\n", "Line 2 has 1 fields, the first line has 2")]
    public async Task What_is_wrong_with_a_file_is_told_with_what_would_be_right(string text, string expected)
    {
        var (code, output, errors) = await CommandLine.Run("advise", "comments", _cli.File("wrong.csv", text));

        Assert.Equal((ExitCode.Problems, ""), (code, output));
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_found_by_name_and_ratings_may_be_stars()
    {
        var path = _cli.File(
            "columns.csv",
            "\uFEFFDatum;Sterne;Kommentar\n30.11.2026;★★☆☆☆;Das Paket kam nie an\n2026-11-29T10:00:00Z;4/5;Danke\n;5.0;Super\n;;\n");

        var (code, output, errors) = await CommandLine.Run("advise", "comments", path, "--json");

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        var digest = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("2026-11-29", "2026-11-30"), (digest.GetProperty("firstDay").GetString(), digest.GetProperty("lastDay").GetString()));
        Assert.Equal((3, 1, 11), (
            digest.GetProperty("ratings").GetProperty("count").GetInt32(), digest.GetProperty("ratings").GetProperty("low").GetInt32(),
            digest.GetProperty("ratings").GetProperty("sum").GetInt32()));
    }

    [Fact]
    public async Task A_file_that_is_missing_or_a_format_that_is_unknown_is_told()
    {
        Assert.Equal(ExitCode.Problems, (await CommandLine.Run("advise", "comments", "no-such-file.csv")).Code);
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run("advise", "comments", Sample, "--out", "x.pdf")).Code);
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run("advise", "comments", Sample, "--examples", "11")).Code);
    }
}
