using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// The stream of a deployed table, read as the template's event source mapping says and filtered as it says. The mapping itself is left out
/// of the deployment (<see cref="EmulatorGaps.LeaveOutMappings"/>); the records are the emulator's own.
/// </summary>
internal sealed class DeployedStream(EmulatedAccount account, CloudAssembly assembly, string function)
{
    /// <summary>
    /// The event that Lambda would hand to the function: every record that the mapping's filter lets through and that a test is interested
    /// in.
    /// </summary>
    /// <param name="partition">Only records of this partition.</param>
    public async Task<JsonObject> ReadAsync(string partition)
    {
        var (table, mapping) = await FindAsync();
        var stream = (string)(await account.AwsAsync("dynamodb", "describe-table", "--table-name", table))["Table"]!["LatestStreamArn"]!;
        var shard = (await account.AwsAsync(
            "dynamodbstreams", "describe-stream", "--stream-arn", stream))["StreamDescription"]!["Shards"]!.AsArray().Single()!;
        var iterator = await account.AwsAsync(
            "dynamodbstreams", "get-shard-iterator",
            "--stream-arn", stream,
            "--shard-id", (string)shard["ShardId"]!,
            "--shard-iterator-type", (string)mapping["StartingPosition"]!);
        var read = await account.AwsAsync("dynamodbstreams", "get-records", "--shard-iterator", (string)iterator["ShardIterator"]!);
        var pattern = JsonNode.Parse((string)mapping["FilterCriteria"]!["Filters"]!.AsArray().Single()!["Pattern"]!)!;
        var records = read["Records"]!.AsArray()
            .Where(record => (string?)record!["dynamodb"]!["Keys"]!["pk"]!["S"] == partition && Matches(pattern, record))
            .Select(record => Untimed(record!));
        return new JsonObject { ["Records"] = new JsonArray([.. records]) };
    }

    /// <summary>The mapping that calls the function, and the deployed table from whose stream.</summary>
    private async Task<(string Table, JsonObject Mapping)> FindAsync()
    {
        var stacks = await DeployedStacks.ReadAsync(account, assembly.LeftOut.Select(each => each.Stack).Distinct());
        var (stack, _, mapping) = assembly.LeftOut.Single(each => stacks.Text(each.Stack, each.Properties["FunctionName"]!) == function);
        var source = mapping["EventSourceArn"]!["Fn::GetAtt"]!;
        Assert.Equal("StreamArn", (string?)source[1]);
        return (stacks.Text(stack, new JsonObject { ["Ref"] = (string)source[0]! }), mapping);
    }

    /// <summary>
    /// The AWS command line writes times in another form than Lambda, and each of its versions in its own; no function reads this one.
    /// </summary>
    private static JsonNode Untimed(JsonNode record)
    {
        var copy = record.DeepClone();
        copy["dynamodb"]!.AsObject().Remove("ApproximateCreationDateTime");
        return copy;
    }

    /// <summary>Lambda's filter rules as far as ours go: nested names, and lists of the values that are let through.</summary>
    private static bool Matches(JsonNode pattern, JsonNode? value) => pattern switch
    {
        JsonObject names => names.All(name => value is JsonObject thing && thing[name.Key] is { } inner && Matches(name.Value!, inner)),
        JsonArray allowed => allowed.Any(one => JsonNode.DeepEquals(one, value)),
        _ => false,
    };
}
