using System.Net;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Functions.Tests.Outside.Upgrade;

/// <summary>
/// The stacks with tables, deployed to the emulator from the templates of a version and updated to those of another. Of each template
/// there is what keeps something: tables, buckets, queues, topics, logs. The emulator's CloudFormation updates stacks directly and not by
/// change sets, so it is asked itself and not by the CDK's command line. Roles and functions are left out: of a role
/// the emulator updates the description and neither its trust nor its rights, so that an upgrade of them would be seen to succeed whatever
/// it is, and not every stack with them is made there; the functions are those of the test.
/// </summary>
internal sealed class EmulatedStacks(Uri emulator) : IDisposable
{
    /// <summary>What stands before every name, so that other tests of the same emulator have theirs.</summary>
    public const string Prefix = "cc-upgraded";

    private const string SamplePrefix = "cc-prod";
    private const string Elsewhere = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555";

    private static readonly string[] Stacks = ["incidents", "contacts"];

    private static readonly string[] Kept =
        ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::Logs::LogGroup"];

    private readonly HttpClient _client = new();

    /// <summary>The templates of today, as they were last looked at.</summary>
    public static string Today { get; } = Repository.File("test", "ContactCenter.Infra.Tests", "Snapshots");

    /// <summary>The templates of a version.</summary>
    public static string Of(string version) => Repository.File("test", "ContactCenter.Functions.Tests", "Recorded", "Templates", version);

    /// <summary>Deploys the stacks, which are not there yet.</summary>
    public Task CreateAsync(string templates) => AskAsync("CreateStack", templates);

    /// <summary>Brings the stacks from what they are to other templates.</summary>
    public Task UpdateAsync(string templates) => AskAsync("UpdateStack", templates);

    /// <summary>The physical names of a stack's resources by their logical ids.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ResourcesAsync(string stack)
    {
        var answer = System.Xml.Linq.XDocument.Parse(
            await PostAsync(new() { ["Action"] = "DescribeStackResources", ["StackName"] = $"{Prefix}-{stack}" }));
        return answer.Descendants().Where(static node => node.Name.LocalName == "member" && node.Elements().Any(Is("LogicalResourceId")))
            .ToDictionary(
                static member => member.Elements().First(Is("LogicalResourceId")).Value,
                static member => member.Elements().First(Is("PhysicalResourceId")).Value);

        static Func<System.Xml.Linq.XElement, bool> Is(string name) => node => node.Name.LocalName == name;
    }

    public void Dispose() => _client.Dispose();

    private async Task AskAsync(string action, string templates)
    {
        foreach (var stack in Stacks)
        {
            var file = File.Exists(Path.Combine(templates, $"{stack}.json")) ? $"{stack}.json" : $"{SamplePrefix}-{stack}.json";
            var text = await File.ReadAllTextAsync(Path.Combine(templates, file), TestContext.Current.CancellationToken);
            var resources = JsonNode.Parse(text)!["Resources"]!.AsObject();
            var kept = resources.Where(static one => Kept.Contains((string)one.Value!["Type"]!)).Select(static one => one.Key).ToHashSet();
            var body = new JsonObject
            {
                ["Resources"] = new JsonObject(kept.Select(id => KeyValuePair.Create(id, Known(resources[id], kept)))),
            };
            _ = await PostAsync(new()
            {
                ["Action"] = action,
                ["StackName"] = $"{Prefix}-{stack}",
                ["TemplateBody"] = body.ToJsonString().Replace($"{SamplePrefix}-", $"{Prefix}-", StringComparison.Ordinal),
            });
        }
    }

    /// <summary>A reference to what is not deployed here leads elsewhere.</summary>
    private static JsonNode? Known(JsonNode? node, HashSet<string> kept) => node switch
    {
        JsonObject { Count: 1 } import when import.ContainsKey("Fn::ImportValue") => Elsewhere,
        JsonObject { Count: 1 } reference when reference["Ref"] is JsonValue name
            && !kept.Contains((string)name!) && !((string)name!).StartsWith("AWS::", StringComparison.Ordinal) => Elsewhere,
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray of && !kept.Contains((string)of[0]!) => Elsewhere,
        JsonObject item => new JsonObject(item.Where(static member => member.Key != "DependsOn")
            .Select(member => KeyValuePair.Create(member.Key, Known(member.Value, kept)))),
        JsonArray list => new JsonArray([.. list.Select(each => Known(each, kept))]),
        _ => node?.DeepClone(),
    };

    private async Task<string> PostAsync(Dictionary<string, string> form)
    {
        form["Version"] = "2010-05-15";
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/cloudformation/aws4_request, SignedHeaders=host, Signature=none");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{form["Action"]} {form["StackName"]}: {answer}");
        return answer;
    }
}
