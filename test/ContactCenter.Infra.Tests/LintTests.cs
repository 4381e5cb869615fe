using System.Diagnostics;
using System.Text.Json.Nodes;
using ContactCenter.Testing;

namespace ContactCenter.Infra.Tests;

/// <summary>What cfn-lint knows of CloudFormation: types, properties, limits, references.</summary>
public sealed class LintTests
{
    private const string Program = "cfn-lint";

    /// <summary>Not every Region has every type of resource: Amazon Connect is in few.</summary>
    [Theory]
    [InlineData("eu-central-1", false)]
    [InlineData(Synthesis.StandbyRegion, true)]
    public Task Every_template_is_without_findings_in_its_Region(string region, bool isStandby) => Find(
        region, Synthesis.All.Where(stack => stack.Key.Contains("-standby-", StringComparison.Ordinal) == isStandby));

    /// <summary>The stack of the bot, and those that differ because of it.</summary>
    [Fact]
    public Task The_templates_of_a_deployed_bot_are_without_findings() => Find(
        "eu-central-1", Synthesis.WithBot.Where(static stack => stack.Key is "cc-prod-bot" or "cc-prod-flows"));

    /// <summary>The stack of the API, with everything that it can have.</summary>
    [Fact]
    public Task The_template_of_the_API_is_without_findings() => Find(
        "eu-central-1", Synthesis.Equipped.Where(static stack => stack.Key == "cc-prod-api"));

    private static async Task Find(string region, IEnumerable<KeyValuePair<string, JsonObject>> stacks)
    {
        if (Executable.Find(Program) is not { } path)
        {
            Assert.False(AwsEmulator.IsRequired, $"{Program} is not on PATH (pip install {Program})");
            Assert.Skip($"{Program} is not on PATH (pip install {Program})");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("contactcenter-lint-");
        foreach (var (stack, template) in stacks)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, $"{stack}.json"), template.ToJsonString(), TestContext.Current.CancellationToken);
        }

        var findings = await Run(path, region, [.. folder.GetFiles().Select(file => file.FullName)]);
        folder.Delete(recursive: true);

        Assert.Equal("", findings);
    }

    [Fact]
    public void No_template_is_near_the_size_that_CloudFormation_takes() =>
        Assert.All(
            Synthesis.All.Values, template => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(template.ToJsonString()), 2, 900_000));

    [Fact]
    public void No_stack_has_more_resources_than_CloudFormation_takes() =>
        Assert.All(Synthesis.All.Values, template => Assert.InRange(template["Resources"]!.AsObject().Count, 1, 500));

    private static async Task<string> Run(string path, string region, string[] templates)
    {
        using var process = Process.Start(new ProcessStartInfo(
            path, ["--format", "parseable", "--regions", region, "--template", .. templates])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var findings = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? await findings : $"exit code {process.ExitCode}: {await findings}{errors}";
    }
}
