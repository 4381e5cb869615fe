using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks.Articles;

/// <summary>Articles that people edit: who may read and write which object of the bucket, and what starts the build.</summary>
public sealed class EditedArticlesTests
{
    private static JsonObject Contacts => Synthesis.Equipped["cc-prod-contacts"];

    [Fact]
    public void Without_the_setting_nothing_is_told_the_bucket_and_the_bucket_tells_nobody()
    {
        var all = string.Join('\n', Synthesis.All.Values.Select(static template => template.ToJsonString()));

        Assert.DoesNotContain("KNOWLEDGE_BUCKET", all, StringComparison.Ordinal);
        Assert.DoesNotContain("EventBridgeConfiguration", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\"cc-prod-articles-written\"", Synthesis.Stack("contacts").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bucket_tells_that_the_book_was_written_and_that_starts_the_build()
    {
        var rule = Assert.Single(
            Contacts.Resources("AWS::Events::Rule"), static rule => (string?)rule.Properties["Name"] == "cc-prod-articles-written");

        Assert.Equal("aws.s3", (string?)rule.Properties["EventPattern"]!["source"]![0]);
        Assert.Equal("knowledge/book.json", (string?)rule.Properties["EventPattern"]!["detail"]!["object"]!["key"]![0]);
        Assert.Contains("BuildKnowledge", rule.Properties["Targets"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(
            Contacts.Resources("AWS::S3::Bucket"),
            static bucket =>
                (bool?)bucket.Properties["NotificationConfiguration"]?["EventBridgeConfiguration"]?["EventBridgeEnabled"] == true);
    }

    [Theory]
    [InlineData("contacts", "BuildKnowledge", "book.json built.json", "bases/* built.json")]
    [InlineData("flows", "AnswerQuestion", "bases/* built.json", "")]
    [InlineData("flows", "ContinueDialogue", "bases/* built.json", "")]
    [InlineData("api", "ServeApi", "acts/* book.json built.json", "acts/* book.json")]
    public void Each_function_reads_and_writes_what_it_needs_and_nothing_else(string stack, string function, string reads, string writes)
    {
        Assert.Equal(reads.Split(' '), Keys(stack, function, "s3:GetObject"));
        Assert.Equal(writes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Keys(stack, function, "s3:PutObject"));
    }

    [Fact]
    public void No_function_is_made_beside_ours_that_writes_notifications_of_buckets() => Assert.DoesNotContain(
        Synthesis.Equipped.Values.SelectMany(static template => template.Resources("AWS::Lambda::Function")),
        static function => function.Id.StartsWith("BucketNotifications", StringComparison.Ordinal));

    private static IEnumerable<string> Keys(string stack, string function, string action) => Synthesis.Equipped[$"cc-prod-{stack}"]
        .Resources("AWS::IAM::Policy")
        .Where(policy => policy.Id.StartsWith(function, StringComparison.Ordinal))
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Where(statement => (string?)(statement!["Action"] as JsonValue) == action)
        .SelectMany(static statement => statement!["Resource"] is JsonArray list ? list.ToArray() : [statement["Resource"]])
        .Select(static resource => resource!.ToJsonString())
        .Where(static resource => resource.Contains("/knowledge/", StringComparison.Ordinal))
        .Select(static resource => resource.Split("/knowledge/")[1].Split('"')[0])
        .Order(StringComparer.Ordinal);
}
