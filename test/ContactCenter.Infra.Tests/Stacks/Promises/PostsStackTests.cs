using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks.Promises;

/// <summary>Where posts on social networks come in: one route, one secret, one flow.</summary>
public sealed class PostsStackTests
{
    private static JsonObject Posts => Synthesis.Equipped["cc-prod-posts"];

    [Fact]
    public void Without_the_secret_there_is_no_stack() => Assert.DoesNotContain("cc-prod-posts", Synthesis.All.Keys);

    [Fact]
    public void One_route_takes_posts_and_the_function_may_start_tasks_of_one_flow_and_read_one_secret()
    {
        Assert.Equal(
            "POST /posts", (string?)Assert.Single(Posts.Resources("AWS::ApiGatewayV2::Route")).Properties["RouteKey"]);
        var statements = Posts.Resources("AWS::IAM::Policy")
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray()).ToArray();
        var start = Assert.Single(
            statements, static statement => statement!["Action"]!.ToJsonString().Contains("connect:", StringComparison.Ordinal))!;
        Assert.Equal("connect:StartTaskContact", (string?)start["Action"]);
        Assert.Equal(2, start["Resource"]!.AsArray().Count);
        Assert.Contains(
            statements,
            static statement => statement!["Resource"]!.ToJsonString().Contains(EquippedSample.PostSecret, StringComparison.Ordinal));
    }
}
