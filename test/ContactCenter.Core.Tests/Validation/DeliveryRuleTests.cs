using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Lambda takes 4,096 bytes of environment variables; 1,024 of them are not the topics'.</summary>
public sealed class DeliveryRuleTests
{
    private const int Room = 3_072;

    private static readonly string[] Sample =
    [
        .. DeploymentNames.AudiencesWithTopic(SampleConfiguration.Read()).Select(audience => audience.Name)
    ];

    [Fact]
    public void More_topics_than_the_environment_holds_are_refused_with_how_many_it_does()
    {
        var problem = Assert.Single(With(60, "email", "lead@bank.example").Problems);

        Assert.Equal("$.audiences", problem.Path);
        Assert.Contains("AUDIENCE_TOPICS", problem.Found, StringComparison.Ordinal);
        Assert.Contains($"at most {Sample.Length + Most("eu-central-1")} with such endpoints", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "eu-central-1")]
    [InlineData("eu-west-1", "eu-central-1")]
    [InlineData("ap-southeast-1", "ap-southeast-1")]
    public void The_limit_is_that_of_the_variable_as_it_is_deployed_to_the_Region_with_the_longer_name(string? standby, string longer)
    {
        var most = Most(longer);

        Assert.DoesNotContain(With(most, "email", "lead@bank.example", standby).Problems, problem => problem.Path == "$.audiences");
        Assert.Contains(With(most + 1, "email", "lead@bank.example", standby).Problems, problem => problem.Path == "$.audiences");
    }

    [Fact]
    public void Audiences_without_a_topic_take_no_room() => Assert.Empty(With(60, "task", "General").Problems);

    /// <summary>How many audiences there may be beside those of the sample, by the variable's own text.</summary>
    private static int Most(string region) => Enumerable.Range(1, 60).Last(more =>
    {
        var topics = Sample.Concat(Names(more)).ToDictionary(
            name => name, name => $"arn:aws:sns:{region}:123456789012:cc-prod-audience-{name}", StringComparer.Ordinal);
        return Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(topics)) <= Room;
    });

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => $"team-with-a-name-{i:00}");

    private static ConfigurationReading With(
        int more, string channel, string to, string? standby = null) => SampleConfiguration.With(root =>
    {
        foreach (var name in Names(more))
        {
            root["audiences"]![name] = new JsonArray(new JsonObject { ["channel"] = channel, ["to"] = to });
        }

        if (standby is not null)
        {
            root["standbyRegion"] = standby;
        }
    });
}
