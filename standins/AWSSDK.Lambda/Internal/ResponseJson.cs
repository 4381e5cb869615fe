using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Internal;

/// <summary>Reads what is answered.</summary>
internal static class ResponseJson
{
    public static GetAccountSettingsResponse GetAccountSettingsResponse(JsonElement json) => new()
    {
        AccountLimit = json.Member("AccountLimit", AccountLimit),
        AccountUsage = json.Member("AccountUsage", AccountUsage),
    };

    public static AccountLimit AccountLimit(JsonElement json) => new()
    {
        ConcurrentExecutions = json.Int("ConcurrentExecutions"),
        UnreservedConcurrentExecutions = json.Int("UnreservedConcurrentExecutions"),
    };

    public static AccountUsage AccountUsage(JsonElement json) => new()
    {
        FunctionCount = json.Long("FunctionCount"),
        TotalCodeSize = json.Long("TotalCodeSize"),
    };

    public static GetFunctionConcurrencyResponse GetFunctionConcurrencyResponse(JsonElement json) => new()
    {
        ReservedConcurrentExecutions = json.Int("ReservedConcurrentExecutions"),
    };

    public static ListEventSourceMappingsResponse ListEventSourceMappingsResponse(JsonElement json) => new()
    {
        EventSourceMappings = json.List("EventSourceMappings", EventSourceMappingConfiguration),
        NextMarker = json.Text("NextMarker"),
    };

    public static EventSourceMappingConfiguration EventSourceMappingConfiguration(JsonElement json) => new()
    {
        UUID = json.Text("UUID"),
        EventSourceArn = json.Text("EventSourceArn"),
        FunctionArn = json.Text("FunctionArn"),
        LastModified = json.Time("LastModified"),
        LastProcessingResult = json.Text("LastProcessingResult"),
        State = json.Text("State"),
        StateTransitionReason = json.Text("StateTransitionReason"),
        BatchSize = json.Int("BatchSize"),
    };

    public static PutFunctionConcurrencyResponse PutFunctionConcurrencyResponse(JsonElement json) => new()
    {
        ReservedConcurrentExecutions = json.Int("ReservedConcurrentExecutions"),
    };

    public static UpdateEventSourceMappingResponse UpdateEventSourceMappingResponse(JsonElement json) => new()
    {
        UUID = json.Text("UUID"),
        EventSourceArn = json.Text("EventSourceArn"),
        FunctionArn = json.Text("FunctionArn"),
        LastModified = json.Time("LastModified"),
        LastProcessingResult = json.Text("LastProcessingResult"),
        State = json.Text("State"),
        StateTransitionReason = json.Text("StateTransitionReason"),
        BatchSize = json.Int("BatchSize"),
    };
}
