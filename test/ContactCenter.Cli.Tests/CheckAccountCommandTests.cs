using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Account;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Tests;

public sealed class CheckAccountCommandTests(Emulator emulator)
{
    private static readonly string Sample = Repository.File("contactcenter.json");

    [Fact]
    public async Task What_is_wrong_in_an_account_is_printed_with_what_would_be_right()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, "check-account", "--config", Sample);

        Assert.Equal(ExitCode.Problems, result.Code);
        Assert.Contains(
            "queue \"Billing\" is called \"Billing (new)\" in the instance; give that name: metrics have it as dimension\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.Matches(
            " things are not as they should be in account 123456789012, eu-central-1; [1-9][0-9]* could not be read.\n$", result.Output);
    }

    [Fact]
    public async Task In_German_every_finding_and_the_sum_of_them_are_German()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, "check-account", "--config", Sample, "--language", "de");

        Assert.Contains(
            "Warteschlange \"Billing\" heißt in der Instanz \"Billing (new)\"; geben Sie diesen Namen an: Metriken haben ihn als Dimension\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.Matches(" Sachen sind im Konto 123456789012, eu-central-1, nicht, wie sie sein sollten; [1-9][0-9]* waren ", result.Output);
    }

    [Fact]
    public async Task The_environment_says_the_language_where_the_command_does_not()
    {
        await using var account = await StartAsync();

        var result = await CommandLine.Run(
            "",
            ["check-account", "--config", Sample, "--endpoint-url", account.Address.ToString()],
            new Dictionary<string, string>
            {
                ["AWS_ACCESS_KEY_ID"] = "test",
                ["AWS_SECRET_ACCESS_KEY"] = "test",
                ["LC_ALL"] = "de_AT.UTF-8",
            });

        Assert.Contains(" Sachen sind im Konto ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_each_finding_is_a_line()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, "check-account", "--config", Sample, "--json");

        Assert.All(CommandLine.Lines(result.Output), line => Assert.Equal(
            ["check", "what", "found", "right"], line.EnumerateObject().Select(member => member.Name)));
        Assert.Contains(CommandLine.Lines(result.Output), line => line.GetProperty("check").GetString() == "quotas");
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        var result = await CommandLine.Run("check-account", "--endpoint-url", "localhost");

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("is no address such as http://localhost:5000", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_nothing_is_asked()
    {
        await using var account = await StartAsync();

        var result = await CommandLine.Run(
            "",
            ["check-account", "--config", Sample, "--endpoint-url", account.Address.ToString()],
            new Dictionary<string, string>
            {
                ["AWS_ACCESS_KEY_ID"] = "",
                ["AWS_SECRET_ACCESS_KEY"] = "",
                ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
                ["AWS_CONFIG_FILE"] = "/nonexistent",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            });

        Assert.Equal((ExitCode.Usage, ""), (result.Code, result.Output));
        Assert.StartsWith("the account cannot be asked: ", result.Errors, StringComparison.Ordinal);
    }

    private async Task<RecordedAccount> StartAsync()
    {
        using var required = emulator.S3();
        return await RecordedAccount.StartAsync(emulator.Address, ConfigurationReader.ReadChecked(await File.ReadAllBytesAsync(Sample)));
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(RecordedAccount account, params string[] arguments) =>
        CommandLine.Run(
            "",
            [.. arguments, "--endpoint-url", account.Address.ToString()],
            new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });
}
