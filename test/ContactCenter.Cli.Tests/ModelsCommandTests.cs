using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;

namespace ContactCenter.Cli.Tests;

public class ModelsCommandTests(Emulator emulator)
{
    [Fact]
    public async Task The_model_before_the_one_in_service_comes_back_by_one_command()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        var first = await bucket.PromoteAsync(new byte[] { 1 });
        var second = await bucket.PromoteAsync(new byte[] { 2 });

        var list = await Run(bucket, "list");
        Assert.Equal(ExitCode.Done, list.Code);
        Assert.Matches($"(?s)^serves +{second}.*87.5 %.*\n +{first}.*\n +packaged", list.Output);

        var json = JsonNode.Parse((await Run(bucket, "list", more: ["--json"])).Output)!;
        Assert.Equal(
            (second, second, first, 0.875),
            ((string)json["serves"]!, (string)json["versions"]![0]!["id"]!, (string)json["versions"]![1]!["id"]!,
                (double)json["versions"]![0]!["accuracy"]!));
        Assert.Null(json["hold"]);

        var back = await Run(bucket, "rollback");
        Assert.StartsWith($"rolled back from {second} to {first}", back.Output, StringComparison.Ordinal);

        Assert.StartsWith($"rolled back from {first} to packaged", (await Run(bucket, "rollback")).Output, StringComparison.Ordinal);

        var nothing = await Run(bucket, "rollback");
        Assert.Equal(ExitCode.Problems, nothing.Code);
        Assert.Contains("nothing to roll back", nothing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_ones_own_is_published_and_a_rollback_holds_until_it_is_resumed()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        using var files = new CommandLine();
        var texts = files.File(
            "own.csv",
            string.Concat(
            [
                "text,topic\n",
                .. Enumerable.Range(0, 8).Select(i => $"invoice number {i},billing\nparcel number {i},delivery\n")
            ]));
        var model = Path.ChangeExtension(texts, ".ccm");
        Assert.Equal(ExitCode.Done, (await CommandLine.Run("train", texts, "--out", model)).Code);

        var refused = await Run(bucket, "publish", more: [model]);
        var published = await Run(bucket, "publish", more: [model, "--drop-topics", "--reason", "own texts"]);
        var back = await Run(bucket, "rollback", more: ["--reason", "wrong topics"]);
        var resumed = await Run(bucket, "resume");
        var nothing = await Run(bucket, "resume");

        Assert.Contains("does not know what the one in service knows: ", refused.Errors, StringComparison.Ordinal);
        Assert.Matches("^published [0-9a-f]{16}, which serves instead of packaged\n(?s).*own texts", published.Output);
        Assert.Matches("(?s)\nheld    since .*\\(wrong topics\\): retraining promotes nothing", back.Output);
        Assert.StartsWith("models are promoted by themselves again", resumed.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is held", nothing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_model_is_not_published()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        using var files = new CommandLine();
        var text = files.File("own.ccm", "no model");

        var foreign = await Run(bucket, "publish", more: [text]);
        var missing = await Run(bucket, "publish", more: [$"{text}.not"]);

        Assert.Equal((ExitCode.Problems, ExitCode.Problems), (foreign.Code, missing.Code));
        Assert.Contains("This is not a contact classifier model", foreign.Errors, StringComparison.Ordinal);
        Assert.Contains("own.ccm.not", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_said_by_name()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);

        var (code, _, errors) = await Run(bucket, "list", "no-such-bucket-here");

        Assert.Equal(ExitCode.Problems, code);
        Assert.StartsWith("s3://no-such-bucket-here/classifier/: ", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> Run(
        ModelsBucket bucket, string command, string? name = null, string[]? more = null) => CommandLine.Run(
        "",
        ["models", "--bucket", name ?? bucket.Name, command, .. more ?? []],
        new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = emulator.Address.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_REGION"] = "eu-central-1",
        });
}
