using System.Text.Json;

namespace ContactCenter.Cli.Tests;

public class ClassifierCommandTests
{
    private const string Texts = """
        text,topic
        my invoice is wrong,billing
        the invoice is too high,billing
        invoice charged twice,billing
        explain my invoice,billing
        the parcel is late,delivery
        where is my parcel,delivery
        my parcel is broken,delivery
        parcel not here,delivery
        """;

    [Fact]
    public async Task Model_that_was_trained_is_evaluated_and_classifies()
    {
        using var files = new CommandLine();
        var data = files.File("texts.csv", Texts);
        var model = Path.ChangeExtension(data, ".ccm");
        var trained = await CommandLine.Run("train", data, "--out", model);
        Assert.Equal(ExitCode.Done, trained.Code);
        Assert.StartsWith(
            "<!doctype html>",
            await File.ReadAllTextAsync(Path.ChangeExtension(data, ".html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        var evaluated = await CommandLine.Run("evaluate", model, data, "--json");
        Assert.Equal(8, CommandLine.Lines(evaluated.Output)[0].GetProperty("texts").GetInt32());

        var classified = await CommandLine.Run("an invoice\na parcel\n", ["classify", model, "-", "--json"]);
        Assert.Equal(["billing", "delivery"], CommandLine.Lines(classified.Output).Select(Topic));
    }

    [Fact]
    public async Task Training_says_when_there_is_no_encoder_and_nothing_of_it_where_none_was_asked_for()
    {
        using var files = new CommandLine();
        var model = files.File("texts.ccm", "");

        // who has standard input runs as a program of its own, in a folder without one
        var (code, told, _) = await CommandLine.Run(Texts, ["train", "-", "--out", model]);
        var (_, silent, _) = await CommandLine.Run(Texts, ["train", "-", "--out", model, "--encoder", "none"]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Trained without an encoder: there is none at models/encoder.cce.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("encoder", silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoder_that_is_none_is_refused_before_the_training()
    {
        using var files = new CommandLine();
        var data = files.File("texts.csv", Texts);

        var (code, _, errors) = await CommandLine.Run(
            "train", data, "--out", Path.ChangeExtension(data, ".ccm"), "--encoder", files.File("letter.cce", "Dear customer"));

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("letter.cce", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.ChangeExtension(data, ".ccm")));
    }

    [Fact]
    public async Task Unlabelled_texts_without_an_encoder_are_refused_before_the_training()
    {
        using var files = new CommandLine();
        var data = files.File("texts.csv", Texts);
        var model = Path.ChangeExtension(data, ".ccm");

        var (code, _, errors) = await CommandLine.Run(
            "train", data, "--out", model, "--encoder", "none", "--unlabelled", files.File("transcripts.csv", "text\nthe bill is wrong\n"));

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("--unlabelled needs an encoder", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(model));
    }

    [Fact]
    public async Task Packaged_model_classifies_one_text()
    {
        var (code, output, _) = await CommandLine.Run("classify", "packaged", "I lost my card on the train");
        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("card_lost", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_model_is_refused_by_name()
    {
        using var files = new CommandLine();
        var (code, _, errors) = await CommandLine.Run("classify", files.File("letter.txt", "Dear customer"), "text");
        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("letter.txt: This is not a contact classifier model", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_training_file_is_refused_with_its_line()
    {
        using var files = new CommandLine();
        var (code, _, errors) = await CommandLine.Run("train", files.File("texts.csv", "text,topic\na,b,c"), "--out", "unused.ccm");
        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("Line 2 has 3 fields", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packaged_model_is_evaluated()
    {
        using var files = new CommandLine();
        var (code, output, _) = await CommandLine.Run(
            "evaluate", "packaged", files.File("texts.csv", "text,topic\nI lost my card on the train,card_lost\n"), "--json");
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(1, CommandLine.Lines(output)[0].GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public async Task Evaluation_of_no_texts_is_a_problem()
    {
        using var files = new CommandLine();
        var (code, output, errors) = await CommandLine.Run("evaluate", "packaged", files.File("texts.csv", "text,topic\n"));
        Assert.Equal((ExitCode.Problems, ""), (code, output));
        Assert.Contains("texts.csv: has no text", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_file_that_is_no_text_is_quoted_shortly_and_cleanly()
    {
        using var files = new CommandLine();
        var (code, _, errors) = await CommandLine.Run(
            "train", files.File("binary", "\u001b[2J\u0007" + new string('x', 10_000)), "--out", "unused.ccm");
        Assert.Equal(ExitCode.Problems, code);
        Assert.DoesNotContain(errors.TrimEnd(), char.IsControl);
        Assert.InRange(errors.Length, 1, 500);
    }

    [Fact]
    public async Task Training_with_one_topic_is_refused_without_the_words_of_a_program()
    {
        using var files = new CommandLine();
        var (code, _, errors) = await CommandLine.Run("train", files.File("texts.csv", "text,topic\na,b\n"), "--out", "unused.ccm");
        Assert.Equal(ExitCode.Problems, code);
        Assert.EndsWith("found topics: 1, texts: 1.", errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_come_from_standard_input_where_a_dash_stands()
    {
        using var files = new CommandLine();
        var model = Path.ChangeExtension(files.File("texts.csv", Texts), ".ccm");
        Assert.Equal(ExitCode.Done, (await CommandLine.Run(Texts, ["train", "-", "--out", model])).Code);
        var evaluated = await CommandLine.Run(Texts, ["evaluate", model, "-", "--json"]);
        Assert.Equal(8, CommandLine.Lines(evaluated.Output)[0].GetProperty("texts").GetInt32());
    }

    [Fact]
    public async Task Test_texts_that_are_learned_from_are_told_before_the_training()
    {
        using var files = new CommandLine();
        var data = files.File("texts.csv", Texts);
        var test = files.File("test.csv", "text,topic\nMy invoice is wrong!,billing\nthe bill,billing\n");
        var (code, _, errors) = await CommandLine.Run("train", data, "--test", test, "--out", Path.ChangeExtension(data, ".ccm"));
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("1 of 2 test texts are also training texts", errors, StringComparison.Ordinal);
        Assert.True(errors.IndexOf("warning", StringComparison.Ordinal) < errors.IndexOf("trained", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--out-of-scope-share", "1.5", "from 0 to 1, found 1.5")]
    [InlineData("--cost-of-wrong", "-1", "from 0 to 1000, found -1")]
    public async Task Cost_beyond_its_range_is_refused(string option, string value, string expected)
    {
        var (code, _, errors) = await CommandLine.Run("train", "texts.csv", "--out", "unused.ccm", option, value);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_of_standard_input_names_its_line()
    {
        var (code, _, errors) = await CommandLine.Run("text,topic\na,\n", ["evaluate", "packaged", "-"]);
        Assert.Equal(ExitCode.Problems, code);
        Assert.StartsWith("standard input: Line 2 has no topic", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData(" ... ")]
    public async Task Text_without_words_has_no_topic(string text)
    {
        Assert.Equal("no text", (await CommandLine.Run("classify", "packaged", text)).Output.Trim());
        var answer = CommandLine.Lines((await CommandLine.Run(
            "classify", "packaged", text, "--json")).Output)[0].GetProperty("classification");
        Assert.Equal("NoText", answer.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Number, answer.GetProperty("scopeScore").ValueKind);
    }

    [Fact]
    public async Task Every_line_gets_one_answer_however_odd_it_is()
    {
        var lines = string.Join(
            '\n', "", "\uD83D", "😡👍🏽", "我的发票有问题", new string('x', 1_000_000), "uh i i lost my card");
        var (code, output, _) = await CommandLine.Run(lines, ["classify", "packaged", "-", "--json"]);
        Assert.Equal(ExitCode.Done, code);
        var answers = CommandLine.Lines(output);
        Assert.Equal(6, answers.Length);
        Assert.Equal("card_lost", Topic(answers[5]));
    }

    private static string? Topic(JsonElement answer) => answer.GetProperty("classification").GetProperty("topic").GetString();
}
