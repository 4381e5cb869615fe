using System.IO.Enumeration;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Tests;

/// <summary>
/// Another environment is another file: it deploys beside the first, into the same account, for the same instance of Amazon Connect, and
/// even where one's name begins with the other's.
/// </summary>
public sealed partial class EnvironmentTests
{
    private const string Production = "cc-prod-";
    private const string Europe = "cc-prod-eu-";

    /// <summary>Properties by which an account or an instance knows a resource.</summary>
    private static readonly string[] Physical =
    [
        "AlarmName", "AliasName", "BucketName", "DashboardName", "FunctionName", "GroupName", "IntegrationArn", "LogGroupName", "Name",
        "QueueName", "RoleName", "TableName", "TopicName", "TrailName",
    ];

    /// <summary>Types whose properties name something else: what they are attached to.</summary>
    private static readonly string[] Attached =
    [
        "AWS::CloudWatch::Alarm", "AWS::Lambda::Alias", "AWS::Lambda::Permission", "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping",
        "AWS::Logs::MetricFilter",
    ];

    private static readonly IReadOnlyDictionary<string, JsonObject> Stacks = Synthesis.Of(
        Synthesis.Sample() with { StandbyRegion = Synthesis.StandbyRegion },
        Beside(Synthesis.Sample() with { StandbyRegion = Synthesis.StandbyRegion }));

    [Fact]
    public void Each_environment_has_all_stacks() =>
        Assert.Equal(Names(Production).Order(StringComparer.Ordinal), Names(Europe).Order(StringComparer.Ordinal));

    /// <summary>What belongs to the instance is left to the first: its attributes of agents, and its bot.</summary>
    [Fact]
    public void Two_environments_on_one_instance_share_no_physical_name()
    {
        var (production, europe) = (PhysicalNames(Production), PhysicalNames(Europe));

        Assert.NotEmpty(europe);
        Assert.Empty(production.Intersect(europe));
        Assert.Contains(europe, name => name.StartsWith("AWS::Connect::ContactFlow ", StringComparison.Ordinal));
        Assert.Contains(europe, name => name.StartsWith("AWS::Connect::ContactFlowModule ", StringComparison.Ordinal));
        Assert.Contains(europe, name => name.StartsWith("AWS::Connect::Rule ", StringComparison.Ordinal));
        Assert.Contains(europe, name => name.StartsWith("AWS::Connect::TaskTemplate ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_environment_is_what_it_is_alone()
    {
        foreach (var name in Names(Production))
        {
            Assert.True(
                JsonNode.DeepEquals(Synthesis.All[Production + name], Stacks[Production + name]),
                $"{name} changes when another environment stands beside it");
        }
    }

    [Theory]
    [InlineData("AWS::CloudWatch::Alarm", "AlarmName", "$.requestParameters.alarmName")]
    [InlineData("AWS::CloudWatch::Alarm", "AlarmName", "$.requestParameters.alarmNames[*]")]
    [InlineData("AWS::Scheduler::Schedule", "Name", "$.requestParameters.name")]
    [InlineData("AWS::Events::Rule", "Name", "$.requestParameters.name")]
    [InlineData("AWS::Events::Rule", "Name", "$.requestParameters.rule")]
    [InlineData("AWS::Lambda::Function", "FunctionName", "$.requestParameters.functionName")]
    [InlineData("AWS::SNS::Topic", "TopicName", "$.requestParameters.subscriptionArn", "arn:aws:sns:eu-central-1:123456789012:{0}:0f0e")]
    public void The_trail_counts_what_belongs_to_its_own_environment_and_to_no_other(
        string type, string property, string field, string form = "{0}")
    {
        Assert.DoesNotContain(Changes(Production), change => !IsCounted(Production, field, change));
        Assert.DoesNotContain(Changes(Europe), change => IsCounted(Production, field, change));

        IEnumerable<string> Changes(string prefix) => Resources(prefix)
            .Where(resource => resource.Type == type)
            .Select(resource =>
                string.Format(System.Globalization.CultureInfo.InvariantCulture, form, (string)resource.Properties[property]!));
    }

    /// <summary>Filters of subscriptions, and of rules, are told nothing of the other's alarms either.</summary>
    [Fact]
    public void No_filter_of_the_first_lets_an_alarm_of_the_second_through()
    {
        var prefixes = Resources(Production).Where(resource => resource.Type is "AWS::SNS::Subscription" or "AWS::Events::Rule")
            .SelectMany(resource => PrefixOfFilter().Matches(resource.Properties.ToJsonString()).Select(match => match.Groups[1].Value))
            .ToArray();

        Assert.NotEmpty(prefixes);
        Assert.DoesNotContain(
            Resources(Europe).Select(resource => (string?)resource.Properties["AlarmName"]).OfType<string>(),
            name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static ContactCenterConfiguration Beside(ContactCenterConfiguration sample)
    {
        sample.Routing.DeploysAttributes = false;
        sample.Flows!.AssociatesBot = false;
        return sample with { Environment = "prod-eu" };
    }

    private static bool IsOf(string prefix, string stack) =>
        stack.StartsWith(prefix, StringComparison.Ordinal) && (prefix == Europe || !stack.StartsWith(Europe, StringComparison.Ordinal));

    private static IEnumerable<string> Names(string prefix) =>
        Stacks.Keys.Where(name => IsOf(prefix, name)).Select(name => name[prefix.Length..]);

    private static IEnumerable<(string Type, JsonObject Properties)> Resources(string prefix) =>
        from stack in Stacks
        where IsOf(prefix, stack.Key)
        from resource in stack.Value["Resources"]!.AsObject()
        select ((string)resource.Value!["Type"]!, resource.Value["Properties"]?.AsObject() ?? []);

    private static List<string> PhysicalNames(string prefix) =>
    [
        .. from resource in Resources(prefix)
           from property in resource.Properties
           where Physical.Contains(property.Key) && (!Attached.Contains(resource.Type) || property.Key == "AlarmName")
           where !(property.Value is JsonObject)
           select $"{resource.Type} {resource.Properties["InstanceArn"] ?? resource.Properties["InstanceId"]} "
               + $"{property.Value!.ToJsonString()}",
    ];

    private static bool IsCounted(string prefix, string field, string value) => Resources(prefix)
        .Where(resource => resource.Type == "AWS::Logs::MetricFilter")
        .SelectMany(resource =>
            Condition().Matches(resource.Properties["FilterPattern"]!.ToJsonString()
                .Replace("\\u0022", "\"", StringComparison.Ordinal)
                .Replace("\\\"", "\"", StringComparison.Ordinal)))
        .Any(condition =>
            condition.Groups[1].Value == field
                && FileSystemName.MatchesSimpleExpression(condition.Groups[2].Value, value, ignoreCase: false));

    [GeneratedRegex("(\\$\\.[A-Za-z.\\[\\]*]+) = \"([^\"]+)\"")]
    private static partial Regex Condition();

    [GeneratedRegex("\\{\"prefix\":\"([^\"]+)\"\\}")]
    private static partial Regex PrefixOfFilter();
}
