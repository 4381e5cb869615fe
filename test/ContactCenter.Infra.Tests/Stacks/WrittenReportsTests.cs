using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>Reports: a function by the day, a bucket that forgets, and no more rights than that takes.</summary>
public sealed class WrittenReportsTests
{
    private static readonly JsonObject Template = Synthesis.Equipped["cc-prod-incidents"];

    private static JsonObject Bucket => Assert.Single(
        Template.Resources("AWS::S3::Bucket"), static bucket => bucket.Id.StartsWith("Reports", StringComparison.Ordinal)).Properties;

    [Fact]
    public void Without_anybody_who_gets_them_there_is_neither_function_nor_bucket()
    {
        var without = Synthesis.Stack("incidents").ToJsonString();

        Assert.DoesNotContain("write-report", without, StringComparison.Ordinal);
        Assert.Empty(Synthesis.Stack("incidents").Resources("AWS::S3::Bucket"));
    }

    [Fact]
    public void It_looks_once_a_day_by_the_clock_of_the_center()
    {
        var schedule = Assert.Single(
            Template.Resources("AWS::Scheduler::Schedule"),
            static one => (string?)one.Properties["Name"] == "cc-prod-write-report").Properties;

        Assert.Equal(
            ("cron(30 6 * * ? *)", "Europe/Berlin", "{}"),
            ((string?)schedule["ScheduleExpression"], (string?)schedule["ScheduleExpressionTimezone"],
                (string?)schedule["Target"]!["Input"]));
    }

    [Fact]
    public void Reports_are_encrypted_seen_by_nobody_else_and_gone_after_their_retention()
    {
        var rule = Bucket["LifecycleConfiguration"]!["Rules"]![0]!;

        Assert.Equal(800, (int)rule["ExpirationInDays"]!);
        Assert.Contains("aws:kms", Bucket["BucketEncryption"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Bucket["PublicAccessBlockConfiguration"]!.AsObject(), static block => Assert.True((bool)block.Value!));
    }

    [Fact]
    public void It_reads_the_memory_keeps_its_notes_writes_reports_and_tells_who_gets_them()
    {
        string[] usual = ["logs", "xray", "kms", "sqs", "lambda"];
        var statements = Template.Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Properties["Roles"]!.ToJsonString().Contains("WriteReport", StringComparison.Ordinal)
                && !policy.Properties["Roles"]!.ToJsonString().Contains("Schedule", StringComparison.Ordinal))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .ToArray();

        Assert.Equal(
            [
                "cloudwatch:GetMetricData", "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
                "s3:GetObject", "s3:PutObject", "sns:Publish",
            ],
            statements.SelectMany(static statement => Texts(statement!["Action"]))
                .Where(action => !usual.Contains(action.Split(':')[0])).Distinct().Order(StringComparer.Ordinal));
        var contacts = statements.Where(static statement =>
            statement!["Resource"]!.ToJsonString().Contains("-contacts", StringComparison.Ordinal));
        Assert.Equal(
            ["""["topics","surveys"]""", """["contact/*"]""", """["promises/days"]"""],
            contacts.Select(static statement =>
                statement!["Condition"]!["ForAllValues:StringLike"]!["dynamodb:LeadingKeys"]!.ToJsonString()));
        var writes = Assert.Single(statements, static statement => Texts(statement!["Action"]).Contains("dynamodb:PutItem"))!;
        Assert.Contains("note#report-*", writes["Condition"]!.ToJsonString(), StringComparison.Ordinal);
        var publishes = Assert.Single(statements, static statement => Texts(statement!["Action"]).Contains("sns:Publish"))!;
        Assert.Contains("management", publishes["Resource"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("workforce", publishes["Resource"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Region_that_stands_by_writes_none() => Assert.DoesNotContain(
        Synthesis.Equipped,
        static stack => stack.Key != "cc-prod-incidents"
            && stack.Value.Resources("AWS::Lambda::Function").Any(static function =>
                (string?)function.Properties["Environment"]?["Variables"]?["ANNOTATIONS_HANDLER"] == "WriteReport"));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };
}
