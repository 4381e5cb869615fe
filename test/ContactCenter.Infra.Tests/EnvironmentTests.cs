using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Tests;

/// <summary>Another environment is another file: it deploys beside the first, into the same account.</summary>
public sealed class EnvironmentTests
{
    /// <summary>Properties by which an account knows a resource, by type where the same property means something else elsewhere.</summary>
    private static readonly string[] Physical =
    [
        "AlarmName", "AliasName", "BucketName", "DashboardName", "FunctionName", "GroupName", "LogGroupName", "Name", "QueueName", "RoleName", "TableName", "TopicName", "TrailName",
    ];

    /// <summary>Types whose properties name something else: what they are attached to.</summary>
    private static readonly string[] Attached =
    [
        "AWS::CloudWatch::Alarm", "AWS::Lambda::Permission", "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping", "AWS::Logs::MetricFilter",
    ];

    /// <summary>
    /// Agents are given proficiencies by the attribute's name, so it cannot begin with an environment's; where two environments share an
    /// instance, <c>routing.deploysAttributes</c> leaves it to one of them.
    /// </summary>
    private const string OfTheInstance = "AWS::Connect::PredefinedAttribute";

    private static readonly IReadOnlyDictionary<string, JsonObject> Stacks =
        Synthesis.Of(Synthesis.Sample(), Synthesis.Sample() with { Environment = "test", Instance = OtherInstance() });

    [Fact]
    public void Each_environment_has_all_stacks() =>
        Assert.Equal(Names("cc-prod-").Order(StringComparer.Ordinal), Names("cc-test-").Order(StringComparer.Ordinal));

    [Fact]
    public void Two_environments_share_no_physical_name()
    {
        var (production, test) = (PhysicalNames("cc-prod-"), PhysicalNames("cc-test-"));

        Assert.NotEmpty(production);
        Assert.Equal(production.Count, test.Count);
        Assert.Empty(production.Intersect(test));
    }

    [Fact]
    public void The_first_environment_is_what_it_is_alone()
    {
        foreach (var name in Stacks.Keys.Where(name => name.StartsWith("cc-prod-", StringComparison.Ordinal)))
        {
            Assert.True(JsonNode.DeepEquals(Synthesis.All[name], Stacks[name]), $"{name} changes when another environment stands beside it");
        }
    }

    private static IEnumerable<string> Names(string prefix) =>
        Stacks.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);

    private static List<string> PhysicalNames(string prefix) =>
    [
        .. from stack in Stacks
           where stack.Key.StartsWith(prefix, StringComparison.Ordinal)
           from resource in stack.Value["Resources"]!.AsObject()
           let type = (string)resource.Value!["Type"]!
           where type != OfTheInstance
           from property in resource.Value["Properties"]?.AsObject() ?? []
           where Physical.Contains(property.Key) && (!Attached.Contains(type) || property.Key == "AlarmName")
           select $"{type} {resource.Value["Properties"]!["InstanceArn"]} {property.Value!.ToJsonString()}",
    ];

    /// <summary>What belongs to an instance may be called the same in another.</summary>
    private static ConnectInstance OtherInstance() => Synthesis.Sample().Instance with
    {
        Arn = Synthesis.Sample().Instance.Arn.Replace("aaaaaaaa-", "bbbbbbbb-", StringComparison.Ordinal),
        Alias = "example-bank-test",
    };
}
