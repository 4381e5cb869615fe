using System.Text.RegularExpressions;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests;

/// <summary>What a runbook tells to type at three in the morning is there.</summary>
public sealed partial class RunbookCommandTests
{
    /// <summary>Where a person puts a name in.</summary>
    private static readonly string[] Open = ["<queue>", "…"];

    /// <summary>What is deployed only with sections that the sample lacks.</summary>
    private static readonly string[] NotInSample = ["synthetic", SystemFunctions.RunSyntheticContacts.Name];

    private static readonly string[] Physical = ["FunctionName", "TableName", "QueueName", "TopicName", "TrailName", "AliasName", "Name"];

    private static IEnumerable<(string Runbook, string Text)> Runbooks =>
        Directory.EnumerateFiles(
            Repository.File("docs", "runbooks"), "*.md").Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)));

    [Fact]
    public void Every_name_behind_the_prefix_is_deployed()
    {
        var deployed = Templates.Resources.SelectMany(resource =>
            Physical.Select(property => resource.Properties[property]?.ToString().Split('/')[^1])).ToHashSet();
        var named = Runbooks.SelectMany(
            runbook => NameBehindPrefix().Matches(runbook.Text),
            (runbook, match) => (runbook.Runbook, Name: match.Groups[1].Value)).ToArray();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(
            named, name => !Open.Contains(name.Name) && !NotInSample.Contains(name.Name) && !deployed.Contains($"cc-prod-{name.Name}"));
    }

    [Fact]
    public void The_CDK_is_run_as_it_is_pinned() =>
        Assert.Empty(Runbooks.Where(runbook => UnpinnedCdk().IsMatch(runbook.Text)).Select(runbook => runbook.Runbook));

    [GeneratedRegex("<prefix>-([a-z-]*[a-z]|<queue>|…)")]
    private static partial Regex NameBehindPrefix();

    [GeneratedRegex("(?<!npx )\\bcdk (deploy|diff|synth|destroy)")]
    private static partial Regex UnpinnedCdk();
}
