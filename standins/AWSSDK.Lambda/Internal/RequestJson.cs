using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Internal;

/// <summary>Writes what is sent.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter writer, PutFunctionConcurrencyRequest value) =>
        writer.Put("ReservedConcurrentExecutions", value.ReservedConcurrentExecutions);

    public static void Write(Utf8JsonWriter writer, UpdateEventSourceMappingRequest value)
    {
        writer.Put("FunctionName", value.FunctionName);
        writer.Put("Enabled", value.Enabled);
        writer.Put("BatchSize", value.BatchSize);
    }
}
