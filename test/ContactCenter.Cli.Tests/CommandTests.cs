namespace ContactCenter.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_built_in_sample_is_valid()
    {
        var (code, output, _) = await CommandLine.Run("validate", Core.Tests.Architecture.Repository.File("contactcenter.json"));

        Assert.Equal(0, code);
        Assert.Matches("is right: [1-9][0-9]* queues.*, [1-9][0-9]+ alarms", output);
    }

    [Fact]
    public async Task Validate_prints_every_problem_with_its_path()
    {
        var file = _cli.File("bad.json", """
            { "environment": "PROD", "instance": { "arn": "nope", "alias": "bank" }, "queues": [{ "name": "A", "standby": "B" }], "colour": 1 }
            """);

        var (code, _, errors) = await CommandLine.Run("validate", file);

        Assert.Equal(1, code);
        Assert.Contains("$.environment: found \"PROD\"", errors, StringComparison.Ordinal);
        Assert.Contains("$.instance.arn: found \"nope\"", errors, StringComparison.Ordinal);
        Assert.Contains("$.colour", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_that_are_not_there_are_told_before_anything_is_deployed()
    {
        var file = _cli.File("center.json", """
            {
              "environment": "test",
              "instance": { "arn": "arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555", "alias": "acme" },
              "audiences": { "on-call": [{ "channel": "email", "to": "a@acme.example" }] },
              "escalation": {
                "P1": { "steps": [{ "after": "0m", "audience": "on-call" }] },
                "P2": { "steps": [{ "after": "0m", "audience": "on-call" }] },
                "P3": { "steps": [{ "after": "0m", "audience": "on-call" }] }
              },
              "selfService": { "articles": "articles" }
            }
            """);

        var (code, _, errors) = await CommandLine.Run("validate", file);

        Assert.Equal(1, code);
        Assert.Contains("articles: there is no such file or folder", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_costs_is_estimated_for_programs_too()
    {
        var (code, output, errors) = await CommandLine.Run(
            "validate", Core.Tests.Architecture.Repository.File("samples", "energy.json"), "--cost", "--json");

        var cost = Assert.Single(CommandLine.Lines(output));
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            cost.GetProperty("busy").GetDouble(),
            cost.GetProperty("lines").EnumerateArray().Sum(static line => line.GetProperty("busy").GetDouble()),
            precision: 2);
    }

    [Fact]
    public async Task A_folder_is_not_said_to_be_missing()
    {
        var (code, _, errors) = await CommandLine.Run("validate", Path.GetTempPath());

        Assert.Equal(1, code);
        Assert.Contains("this is a folder", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_configuration_has_nothing_to_validate()
    {
        var (code, output, errors) = await CommandLine.Run("validate");

        Assert.Equal(
            (1, "", "contactcenter.json: there is no such file; \"contactcenter init\" writes a first one\n"),
            (code, output, errors.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task An_unknown_command_is_a_usage_error() => Assert.Equal(2, (await CommandLine.Run("fly")).Code);

    [Theory]
    [InlineData("replay")]
    [InlineData("simulate")]
    [InlineData("validate")]
    [InlineData("alarms")]
    public async Task Help_has_examples(string command)
    {
        var (code, output, _) = await CommandLine.Run(command, "--help");

        Assert.Equal(0, code);
        Assert.Contains($"contactcenter {command}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarms_lists_what_a_deployment_has()
    {
        var (_, output, _) = await CommandLine.Run("alarms", "--deployed");

        Assert.Contains("P1 cc-prod/queue-full/Billing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarms_of_a_configuration_have_its_thresholds()
    {
        var sample = Core.Tests.Architecture.Repository.File("contactcenter.json");
        var own = (await File.ReadAllTextAsync(sample, TestContext.Current.CancellationToken))
            .Replace("\"threshold\": 12", "\"threshold\": 13", StringComparison.Ordinal);

        var (code, output, _) = await CommandLine.Run("alarms", "--json", "--config", _cli.File("own.json", own));

        var alarm = CommandLine.Lines(output).First(static line => line.GetProperty("alarm").GetString() == "abandonment-rate");
        Assert.Equal((0, "cc-prod/abandonment-rate/General"), (code, alarm.GetProperty("name").GetString()));
        Assert.Contains("13 %", alarm.GetProperty("condition").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hours", "-1")]
    [InlineData("--speed", "slow")]
    [InlineData("--scenario", "picnic")]
    public async Task Impossible_options_are_usage_errors(string option, string value) =>
        Assert.Equal(2, (await CommandLine.Run("simulate", option, value)).Code);
}
