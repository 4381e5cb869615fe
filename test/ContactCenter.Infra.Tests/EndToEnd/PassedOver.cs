using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// Resources of one type that the emulator's CloudFormation passes over with a warning, though its services know them: made through the
/// services as the templates have them, and compared with what the services then tell.
/// </summary>
internal sealed class PassedOver(EmulatedAccount account, CloudAssembly assembly, DeployedStacks stacks)
{
    /// <summary>Each call starts the command line, which takes a processor for half a second.</summary>
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 3 };

    /// <summary>The resources of a type, with what was deployed in the place of references.</summary>
    public (string Stack, string Id, JsonObject Asked)[] OfType(string type)
    {
        (string Stack, string Id, JsonObject Asked)[] resources =
        [
            .. assembly.OfType(type).Select(each => (each.Stack, each.Id, stacks.Value(each.Stack, each.Properties)!.AsObject()))
        ];
        Assert.NotEmpty(resources);
        return resources;
    }

    /// <summary>Does something for each resource of a type, several at once.</summary>
    public Task ForEachAsync(string type, Func<string, string, JsonObject, Task> make) =>
        Parallel.ForEachAsync(OfType(type), AtOnce, async (each, _) => await make(each.Stack, each.Id, each.Asked));

    /// <summary>Calls a service with a request as JSON, through the command line and its model of the service.</summary>
    public Task<JsonNode> CallAsync(string service, string operation, JsonObject request) =>
        account.AwsAsync(service, operation, "--cli-input-json", request.ToJsonString());

    /// <summary>Some properties of a resource under the names that the service's API has for them.</summary>
    public static JsonObject Request(JsonObject asked, params ReadOnlySpan<(string Property, string Name)> names)
    {
        var request = new JsonObject();
        foreach (var (property, name) in names)
        {
            if (asked[property] is { } value)
            {
                request[name] = value.DeepClone();
            }
        }

        return request;
    }

    /// <summary>All properties of a resource with small first letters, as some services' APIs have them.</summary>
    public static JsonObject Small(JsonObject asked) => (JsonObject)SmallNames(asked)!;

    /// <summary>Fails unless everything that was asked for is there; a service may tell more.</summary>
    public static void AssertKept(string what, JsonNode? asked, JsonNode? kept) => Assert.Empty(Differences(what, asked, kept));

    private static IEnumerable<string> Differences(string path, JsonNode? asked, JsonNode? kept) => (asked, kept) switch
    {
        (JsonObject wanted, JsonObject found) =>
            wanted.SelectMany(property => Differences($"{path}.{property.Key}", property.Value, found[property.Key])),
        (JsonArray wanted, JsonArray found) when wanted.Count == found.Count =>
            wanted.Index().SelectMany(item => Differences($"{path}[{item.Index}]", item.Item, found[item.Index])),
        _ when JsonNode.DeepEquals(asked, kept) || IsSameNumber(asked, kept) => [],
        _ => [$"{path}: asked for {asked?.ToJsonString()}, got {kept?.ToJsonString() ?? "nothing"}"],
    };

    private static bool IsSameNumber(JsonNode? asked, JsonNode? kept) =>
        asked is JsonValue wanted
            && kept is JsonValue found
            && wanted.TryGetValue(out double one)
            && found.TryGetValue(out double other)
            && one.Equals(other);

    private static JsonNode? SmallNames(JsonNode? node) => node switch
    {
        JsonObject properties => new JsonObject(properties.Select(property =>
            KeyValuePair.Create($"{char.ToLowerInvariant(property.Key[0])}{property.Key[1..]}", SmallNames(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(SmallNames)]),
        _ => node?.DeepClone(),
    };
}
