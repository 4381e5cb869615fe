using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Account;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Tests;

public sealed class DrillFailoverTests(Emulator emulator) : IDisposable
{
    private const string Group =
        "arn:aws:connect:eu-central-1:123456789012:traffic-distribution-group/44444444-5555-6666-7777-888888888888";

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Flows_and_queues_are_failed_over_and_brought_back_step_by_step()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, With("{}"), "--act");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Errors));
        Assert.Contains(
            "ok       flow cc-prod-inbound asks for approval: Flow cc-prod-inbound goes from its own", result.Output, StringComparison.Ordinal);
        Assert.Contains("ok       flow cc-prod-inbound is on the content of cc-prod-emergency\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("ok       flow cc-prod-inbound is back on its own content\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("ok       queue Billing is on its stand-by General\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("everything was failed over and is back.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_there_before_is_written_back_word_for_word()
    {
        await using var account = await StartAsync();

        await RunAsync(account, With("{}"), "--act");

        var written = account.Writes.Where(write => write.Path.Contains("000000000002", StringComparison.Ordinal))
            .Select(write => (string)write.Body["Content"]!).ToArray();
        Assert.Equal(2, written.Length);
        Assert.DoesNotContain("InvokeLambdaFunction", written[0], StringComparison.Ordinal);
        Assert.Contains("InvokeLambdaFunction", written[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_act_nothing_is_changed()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, With("{}"));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Empty(account.Writes);
        Assert.EndsWith("Nothing was changed; --act fails over and brings back.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_agents_and_sign_ins_are_shifted_together_and_brought_back()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, With($$"""{ "trafficDistributionGroup": "{{Group}}" }"""), "--act");

        Assert.Contains(
            "ok       instance example-bank is on 0 % of calls in eu-central-1, 100 % of calls in eu-west-1\n",
            result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "ok       instance example-bank is back on 100 % of calls in eu-central-1, 0 % of calls in eu-west-1\n",
            result.Output, StringComparison.Ordinal);
        var shifted = account.Writes.Where(write => write.Path.StartsWith("/traffic-distribution/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(
            ["AgentConfig", "SignInConfig", "TelephonyConfig"],
            shifted[0].Body.Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_other_Region_lacks_is_told_with_what_would_be_right()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, With($$"""{ "trafficDistributionGroup": "{{Group}}" }"""));

        Assert.Equal(ExitCode.Problems, result.Code);
        Assert.Contains(
            "missing  function cc-prod-route-contact is not in eu-west-1, where the flows call it by the same name; Deploy the replica's own file",
            result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "ok       flow cc-prod-inbound names hooks and bot by the Region that serves", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing  flow cc-prod-chat names hooks or a bot in eu-central-1:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_told_and_stops_nothing_else()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, With("{}", environment: "other"), "--act");

        Assert.Equal(ExitCode.Problems, result.Code);
        Assert.Contains(
            "missing  flow cc-other-inbound cannot be failed over: flow cc-other-inbound is not in the instance, or not among",
            result.Output, StringComparison.Ordinal);
        Assert.Contains("ok       queue Billing is on its stand-by General\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_allows_none_says_how()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, Repository.File("contactcenter.json"));

        Assert.Equal(ExitCode.Problems, result.Code);
        Assert.Contains("Add \"failover\": {} to the file, and deploy", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_each_step_is_a_line()
    {
        await using var account = await StartAsync();

        var result = await RunAsync(account, With("{}"), "--json");

        Assert.All(CommandLine.Lines(result.Output), line => Assert.Equal(
            ["act", "what", "text", "right"], line.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task Without_credentials_nothing_is_rehearsed()
    {
        await using var account = await StartAsync();

        var result = await CommandLine.Run(
            "",
            ["drill", "failover", "--config", With("{}"), "--endpoint-url", account.Address.ToString()],
            new Dictionary<string, string>
            {
                ["AWS_ACCESS_KEY_ID"] = "",
                ["AWS_SECRET_ACCESS_KEY"] = "",
                ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
                ["AWS_CONFIG_FILE"] = "/nonexistent",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            });

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.StartsWith("nothing can be rehearsed: ", result.Errors, StringComparison.Ordinal);
    }

    private string With(string failover, string environment = "prod")
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.File("contactcenter.json")), documentOptions: Options)!;
        sample["environment"] = environment;
        sample["failover"] = JsonNode.Parse(failover);
        sample["standbyRegion"] = "eu-west-1";
        sample["flows"]!["replicated"] = true;
        return _cli.File("contactcenter.json", sample.ToJsonString());
    }

    private async Task<RecordedAccount> StartAsync()
    {
        using var required = emulator.S3();
        return await RecordedAccount.StartAsync(
            emulator.Address, ConfigurationReader.ReadChecked(await File.ReadAllBytesAsync(Repository.File("contactcenter.json"))));
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(
        RecordedAccount account, string config, params string[] arguments) =>
        CommandLine.Run(
            "",
            ["drill", "failover", "--config", config, .. arguments, "--endpoint-url", account.Address.ToString()],
            new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });
}
