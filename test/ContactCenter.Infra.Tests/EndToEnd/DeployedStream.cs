using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// The stream of the deployed table, as the deployed event source mapping hands it to its function. The emulator forgets a record when it
/// has called the function, which it cannot, so the records are made of the items.
/// </summary>
internal sealed class DeployedStream(EmulatedAccount account, string table, string function)
{
    /// <summary>A record for every item that the mapping's filter lets through and that a test is interested in.</summary>
    /// <param name="partition">Only items of this partition.</param>
    public async Task<JsonObject> ReadAsync(string partition)
    {
        var mapping = (await account.AwsAsync("lambda", "list-event-source-mappings", "--function-name", function))["EventSourceMappings"]!.AsArray().Single()!;
        var stream = (string?)(await account.AwsAsync("dynamodb", "describe-table", "--table-name", table))["Table"]!["LatestStreamArn"];
        Assert.Equal(stream, (string?)mapping["EventSourceArn"]);
        var pattern = JsonNode.Parse((string)mapping["FilterCriteria"]!["Filters"]![0]!["Pattern"]!)!;
        var items = await account.AwsAsync(
            "dynamodb", "query", "--table-name", table, "--key-condition-expression", "pk = :pk",
            "--expression-attribute-values", $$$"""{":pk":{"S":"{{{partition}}}"}}""");
        var records = items["Items"]!.AsArray().Index().Select(item => Record(item.Index, item.Item!)).Where(record => Matches(pattern, record));
        return new JsonObject { ["Records"] = new JsonArray([.. records]) };
    }

    private static JsonObject Record(int number, JsonNode item) => new JsonObject
    {
        ["eventID"] = $"event-{number}",
        ["eventName"] = "INSERT",
        ["eventSource"] = "aws:dynamodb",
        ["dynamodb"] = new JsonObject { ["NewImage"] = item.DeepClone(), ["SequenceNumber"] = $"{number}", ["StreamViewType"] = "NEW_IMAGE" },
    };

    /// <summary>Lambda's filter rules as far as ours go: nested names, and lists of the values that are let through.</summary>
    private static bool Matches(JsonNode pattern, JsonNode? value) => pattern switch
    {
        JsonObject names => names.All(name => value is JsonObject thing && thing[name.Key] is { } inner && Matches(name.Value!, inner)),
        JsonArray allowed => allowed.Any(one => JsonNode.DeepEquals(one, value)),
        _ => false,
    };
}
