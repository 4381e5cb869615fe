using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>Functions with a reservation, and event sources, in an account of a thousand executions.</summary>
internal sealed class PlayedLambda
{
    /// <summary>Reserved executions by function.</summary>
    public Dictionary<string, int> Reserved { get; } = [];

    /// <summary>Event sources that are disabled: their id and the function that they feed.</summary>
    public Dictionary<string, string> Disabled { get; } = [];

    /// <summary>What Lambda answers; null when there is nothing to say.</summary>
    public string? Answer(HttpRequest request, byte[] body)
    {
        var parts = request.Path.Value!.Trim('/').Split('/');
        switch (request.Method, parts)
        {
            case ("GET", [.., "account-settings"]):
                return """{"AccountLimit":{"ConcurrentExecutions":1000,"UnreservedConcurrentExecutions":900},"AccountUsage":{}}""";
            case ("GET", [.., "functions", var function, "concurrency"]):
                return Reserved.TryGetValue(function, out var reserved) ? $$"""{"ReservedConcurrentExecutions":{{reserved}}}""" : null;
            case ("PUT", [.., "functions", var function, "concurrency"]):
                Reserved[function] = (int)JsonNode.Parse(body)!["ReservedConcurrentExecutions"]!;
                return $$"""{"ReservedConcurrentExecutions":{{Reserved[function]}}}""";
            case ("PUT", [.., "event-source-mappings", var id]):
                _ = Disabled.Remove(id);
                return $$"""{"UUID":"{{id}}","State":"Enabling"}""";
            default:
                return new JsonObject { ["EventSourceMappings"] = Mappings(request.Query["FunctionName"].ToString()) }.ToJsonString();
        }
    }

    private JsonArray Mappings(string function) =>
    [
        .. Disabled.Where(source => source.Value == function).Select(source => new JsonObject
        {
            ["UUID"] = source.Key,
            ["EventSourceArn"] = $"arn:aws:dynamodb:eu-central-1:123456789012:table/{function}/stream/1",
            ["FunctionArn"] = $"arn:aws:lambda:eu-central-1:123456789012:function:{function}",
            ["State"] = "Disabled",
            ["StateTransitionReason"] = "Event source mapping disabled because function is missing permissions",
            ["LastModified"] = 1_777_888_000,
        }),
    ];
}
