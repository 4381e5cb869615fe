using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The status page is elsewhere: what it tells of does not take it along.</summary>
public sealed class StatusStackTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> WithPage = new(() => Synthesis.Of(Synthesis.Sample() with
    {
        Api = new ApiSettings { Cognito = true },
        StatusPage = new StatusPageSettings
        {
            Region = "eu-west-1",
            Title = new Dictionary<string, string> { ["en"] = "Acme service" },
            Components = [new() { Id = "phone", Name = new Dictionary<string, string> { ["en"] = "Telephone" } }],
        },
    }));

    private static JsonObject Page => WithPage.Value["cc-prod-status"];

    [Fact]
    public void Without_the_section_there_is_no_page() => Assert.DoesNotContain("cc-prod-status", Synthesis.All.Keys);

    [Fact]
    public void Nothing_in_it_runs() => Assert.Empty(Page.Resources("AWS::Lambda::Function"));

    [Fact]
    public void Nobody_reads_the_bucket_but_the_one_distribution_and_that_only_the_page()
    {
        var bucket = Assert.Single(Page.Resources("AWS::S3::Bucket")).Properties;
        var allowed = Assert.Single(
            Assert.Single(Page.Resources("AWS::S3::BucketPolicy")).Properties["PolicyDocument"]!["Statement"]!.AsArray(),
            static one => (string?)one!["Effect"] == "Allow")!;

        Assert.All(bucket["PublicAccessBlockConfiguration"]!.AsObject(), static one => Assert.True((bool)one.Value!));
        Assert.Equal("s3:GetObject", (string?)allowed["Action"]);
        Assert.EndsWith("/site/*\"]]}", allowed["Resource"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("AWS:SourceArn", allowed["Condition"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_runs_nothing_but_what_comes_from_the_page()
    {
        var headers = Assert.Single(Page.Resources("AWS::CloudFront::ResponseHeadersPolicy")).Properties;

        Assert.StartsWith(
            "default-src 'none'; script-src 'self'",
            (string)headers["ResponseHeadersPolicyConfig"]!["SecurityHeadersConfig"]!["ContentSecurityPolicy"]!["ContentSecurityPolicy"]!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_API_writes_the_page_and_its_record_and_nothing_else_there()
    {
        var api = WithPage.Value["cc-prod-api"];
        var variables = Assert.Single(api.Resources("AWS::Lambda::Function")).Properties["Environment"]!["Variables"]!;
        var onPage = Assert.Single(api.Resources("AWS::IAM::Policy")).Properties["PolicyDocument"]!["Statement"]!.AsArray()
            .Where(static one => one!.ToJsonString().Contains("s3:", StringComparison.Ordinal))
            .Select(static one => one!["Action"]!.ToJsonString());

        Assert.Equal("cc-prod-status-123456789012-eu-west-1", (string?)variables["STATUS_BUCKET"]);
        Assert.Equal(["\"s3:ListBucket\"", "[\"s3:GetObject\",\"s3:PutObject\"]", "\"s3:PutObject\""], onPage);
    }
}
