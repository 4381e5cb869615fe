using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>What the deployment made of each resource, so that references of a template can be followed to it.</summary>
internal sealed class DeployedStacks
{
    private readonly Dictionary<string, Dictionary<string, string>> _physical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _exports = new(StringComparer.Ordinal);

    public static async Task<DeployedStacks> ReadAsync(EmulatedAccount account, IEnumerable<string> stacks)
    {
        var deployed = new DeployedStacks();
        foreach (var stack in stacks)
        {
            var resources = await account.AwsAsync("cloudformation", "list-stack-resources", "--stack-name", stack);
            deployed._physical[stack] = resources["StackResourceSummaries"]!.AsArray().Where(resource => !string.IsNullOrEmpty((string?)resource!["LogicalResourceId"])).ToDictionary(
                resource => (string)resource!["LogicalResourceId"]!, resource => (string)resource!["PhysicalResourceId"]!, StringComparer.Ordinal);
        }

        foreach (var export in (await account.AwsAsync("cloudformation", "list-exports"))["Exports"]!.AsArray())
        {
            deployed._exports[(string)export!["Name"]!] = (string)export["Value"]!;
        }

        return deployed;
    }

    /// <summary>The text that a property of a template comes to.</summary>
    public string Text(string stack, JsonNode property) => property switch
    {
        JsonObject reference when reference["Ref"] is { } id => _physical[stack][(string)id!],
        JsonObject reference when reference["Fn::ImportValue"] is { } name => _exports[(string)name!],
        JsonObject reference when reference["Fn::GetAtt"] is JsonArray attribute && (string)attribute[1]! == "Arn" => ArnOf(_physical[stack][(string)attribute[0]!]),
        JsonValue value => value.ToString(),
        _ => throw new NotSupportedException($"this test does not follow {property.ToJsonString()}"),
    };

    /// <summary>A queue is known by its address, a function by its name.</summary>
    private static string ArnOf(string physical) => physical.StartsWith("http", StringComparison.Ordinal)
        ? $"arn:aws:sqs:{EmulatedAccount.Region}:{EmulatedAccount.Id}:{physical[(physical.LastIndexOf('/') + 1)..]}"
        : $"arn:aws:lambda:{EmulatedAccount.Region}:{EmulatedAccount.Id}:function:{physical}";
}
