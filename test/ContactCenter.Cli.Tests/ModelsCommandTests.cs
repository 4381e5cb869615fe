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

        var back = await Run(bucket, "rollback");
        Assert.StartsWith($"rolled back from {second} to {first}", back.Output, StringComparison.Ordinal);

        Assert.StartsWith($"rolled back from {first} to packaged", (await Run(bucket, "rollback")).Output, StringComparison.Ordinal);

        var nothing = await Run(bucket, "rollback");
        Assert.Equal(ExitCode.Problems, nothing.Code);
        Assert.Contains("nothing to roll back", nothing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_said_by_name()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);

        var (code, _, errors) = await Run(bucket, "list", "no-such-bucket-here");

        Assert.Equal(ExitCode.Problems, code);
        Assert.StartsWith("s3://no-such-bucket-here/classifier/: ", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> Run(ModelsBucket bucket, string command, string? name = null) => CommandLine.Run(
        "",
        ["models", "--bucket", name ?? bucket.Name, command],
        new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = emulator.Address.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_REGION"] = "eu-central-1",
        });
}
