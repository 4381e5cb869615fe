using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>What the deployment made of each resource, so that references of a template can be followed to it.</summary>
internal sealed class DeployedStacks
{
    private readonly Dictionary<(string Stack, string Id), (string Type, string Physical)> _made = [];
    private readonly Dictionary<string, string> _exports = new(StringComparer.Ordinal);

    public static async Task<DeployedStacks> ReadAsync(EmulatedAccount account, IEnumerable<string> stacks)
    {
        var deployed = new DeployedStacks();
        foreach (var stack in stacks)
        {
            var resources = await account.AwsAsync("cloudformation", "list-stack-resources", "--stack-name", stack);
            foreach (var resource in resources["StackResourceSummaries"]!.AsArray().Where(resource =>
                !string.IsNullOrEmpty((string?)resource!["LogicalResourceId"])))
            {
                deployed.Know(
                    stack,
                    (string)resource!["LogicalResourceId"]!,
                    (string)resource["ResourceType"]!,
                    (string)resource["PhysicalResourceId"]!);
            }
        }

        foreach (var export in (await account.AwsAsync("cloudformation", "list-exports"))["Exports"]!.AsArray())
        {
            deployed._exports[(string)export!["Name"]!] = (string)export["Value"]!;
        }

        return deployed;
    }

    /// <summary>Types of everything that was made.</summary>
    public IEnumerable<string> Types => _made.Values.Select(resource => resource.Type).Distinct();

    /// <summary>Notes what was made of a resource.</summary>
    public void Know(string stack, string id, string type, string physical) => _made[(stack, id)] = (type, physical);

    /// <summary>The text that a property of a template comes to.</summary>
    public string Text(string stack, JsonNode property) => Value(stack, property)!.ToString();

    /// <summary>A property of a template with what was deployed in the place of its references.</summary>
    public JsonNode? Value(string stack, JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is { } id => _made[(stack, (string)id!)].Physical,
        JsonObject { Count: 1 } reference when reference["Fn::ImportValue"] is { } name => _exports[(string)name!],
        JsonObject { Count: 1 } reference when reference["Fn::GetAtt"] is JsonArray attribute && (string)attribute[1]! == "Arn" =>
            Arn(_made[(stack, (string)attribute[0]!)]),

        // the one version that a first deployment publishes of a function; the emulator tells none of its attributes
        JsonObject { Count: 1 } reference when reference["Fn::GetAtt"] is JsonArray attribute && (string)attribute[1]! == "Version" => "1",
        JsonObject { Count: 1 } reference when reference["Fn::Join"] is JsonArray join =>
            string.Join((string)join[0]!, join[1]!.AsArray().Select(part => Text(stack, part!))),
        JsonObject { Count: 1 } reference when reference.Single().Key.StartsWith("Fn::", StringComparison.Ordinal) =>
            throw new NotSupportedException($"this test does not follow {reference.ToJsonString()}"),
        JsonObject other => new JsonObject(other.Select(property => KeyValuePair.Create(property.Key, Value(stack, property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => Value(stack, item))]),
        _ => node?.DeepClone(),
    };

    /// <summary>CloudFormation knows most things by their names, a queue by its address and a topic by its ARN.</summary>
    private static string Arn((string Type, string Physical) resource) => resource.Type switch
    {
        "AWS::SQS::Queue" => Here("sqs", resource.Physical[(resource.Physical.LastIndexOf('/') + 1)..]),
        "AWS::Lambda::Function" => Here("lambda", $"function:{resource.Physical}"),
        "AWS::Events::Rule" => Here("events", $"rule/{resource.Physical}"),
        "AWS::Logs::LogGroup" => Here("logs", $"log-group:{resource.Physical}:*"),
        "AWS::IAM::Role" => $"arn:aws:iam::{EmulatedAccount.Id}:role/{resource.Physical}",
        "AWS::S3::Bucket" => $"arn:aws:s3:::{resource.Physical}",
        var type => throw new NotSupportedException($"this test does not know the ARN of {type}"),
    };

    private static string Here(string service, string resource) =>
        $"arn:aws:{service}:{EmulatedAccount.Region}:{EmulatedAccount.Id}:{resource}";
}
