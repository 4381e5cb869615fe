using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks.Trails;

/// <summary>The trail as a table of Athena: nothing where it is not configured, and no right that changes anything.</summary>
public sealed class TrailTableTests
{
    private static readonly JsonObject Template = Synthesis.Equipped["cc-prod-audit"];

    private static JsonObject Only(string type) => Assert.Single(Template.Resources(type)).Properties;

    [Fact]
    public void Nothing_of_it_is_there_unless_it_is_configured()
    {
        var without = Synthesis.Stack("audit");

        Assert.Empty(without.Resources("AWS::Athena::WorkGroup").Concat(without.Resources("AWS::Glue::Table")));
    }

    [Fact]
    public void A_question_scans_ten_gigabytes_at_most_and_its_answers_are_encrypted_and_deleted()
    {
        var group = Only("AWS::Athena::WorkGroup")["WorkGroupConfiguration"]!;
        var answers = Template.Resources("AWS::S3::Bucket")
            .Single(static bucket => bucket.Id.StartsWith("Answers", StringComparison.Ordinal));

        Assert.Equal(10_000_000_000, (double)group["BytesScannedCutoffPerQuery"]!);
        Assert.True((bool)group["EnforceWorkGroupConfiguration"]!);
        Assert.Equal("SSE_S3", (string)group["ResultConfiguration"]!["EncryptionConfiguration"]!["EncryptionOption"]!);
        Assert.Equal(30, (int)answers.Properties["LifecycleConfiguration"]!["Rules"]![0]!["ExpirationInDays"]!);
    }

    [Fact]
    public void It_can_be_taken_away_after_it_was_asked() => Assert.True((bool)Only("AWS::Athena::WorkGroup")["RecursiveDeleteOption"]!);

    [Fact]
    public void The_audit_stack_exports_the_bucket_whether_or_not_the_API_imports_it()
    {
        var without = Exports(Synthesis.Stack("audit"));

        Assert.Equal(2, without.Length);
        Assert.Equal(Exports(Template), without);
    }

    [Fact]
    public void The_table_finds_a_day_of_a_Region_by_its_folder_and_lists_nothing()
    {
        var parameters = Only("AWS::Glue::Table")["TableInput"]!["Parameters"]!;
        var place = parameters["storage.location.template"]!.ToJsonString();

        Assert.Equal("true", (string)parameters["projection.enabled"]!);
        Assert.Contains("/AWSLogs/123456789012/CloudTrail/${region}/${day}", place, StringComparison.Ordinal);
        Assert.Contains("eu-central-1", (string)parameters["projection.region.values"]!, StringComparison.Ordinal);
        Assert.Contains(Synthesis.StandbyRegion, (string)parameters["projection.region.values"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_questions_look_at_two_days_and_stand_in_the_workgroup()
    {
        var questions = Template.Resources("AWS::Athena::NamedQuery").ToArray();

        Assert.Equal(5, questions.Length);
        Assert.All(questions, static question =>
        {
            Assert.Equal("cc-prod-trail", (string)question.Properties["WorkGroup"]!);
            Assert.Contains("day BETWEEN", (string)question.Properties["QueryString"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Who_asks_may_read_the_trail_and_write_answers_and_nothing_more()
    {
        var statements = Only("AWS::IAM::ManagedPolicy")["PolicyDocument"]!["Statement"]!.AsArray();
        var actions = statements.SelectMany(static one => Texts(one!["Action"])).ToArray();

        Assert.DoesNotContain(actions, static action => action.EndsWith('*') || action.Contains("Delete", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, static one => Texts(one!["Resource"]).Contains("*"));
        var writes = Assert.Single(statements, static one => Texts(one!["Action"]).Contains("s3:PutObject"))!;
        Assert.Contains("Answers", writes["Resource"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Records", writes["Resource"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_API_reads_the_files_of_calls_and_no_other_of_the_bucket()
    {
        var reads = Synthesis.Equipped["cc-prod-api"].Resources("AWS::IAM::Policy")
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Where(static statement => Texts(statement!["Action"]).Contains("s3:GetObject")
                && statement!["Resource"]!.ToJsonString().Contains("AWSLogs", StringComparison.Ordinal));

        Assert.Contains("AWSLogs/123456789012/CloudTrail/*", Assert.Single(reads)!["Resource"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static string[] Exports(JsonObject stack) =>
    [
        .. stack["Outputs"]!.AsObject().Select(static output => (string?)output.Value!["Export"]?["Name"]).OfType<string>()
            .Where(static name => name.Contains("Records", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        JsonObject token => [token.ToJsonString()],
        _ => [],
    };
}
