using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Cli.Invoke;

/// <summary>The event that the stream of the table brings for effects that wait.</summary>
internal static class EffectRecords
{
    /// <summary>One record for each effect of the outbox, in the order in which they are due.</summary>
    public static async Task<byte[]> OfAsync(IOutbox outbox, CancellationToken cancellation)
    {
        var waiting = await outbox.DueAsync(DateTimeOffset.MaxValue, int.MaxValue, cancellation);
        var records = waiting.Select(static (id, index) => (JsonNode)new JsonObject
        {
            ["eventID"] = id,
            ["eventName"] = "INSERT",
            ["eventSource"] = "aws:dynamodb",
            ["dynamodb"] = new JsonObject
            {
                ["SequenceNumber"] = (index + 1).ToString(CultureInfo.InvariantCulture),
                ["NewImage"] = new JsonObject
                {
                    // one lane, so that what is printed stays in order
                    [TableLayout.PartitionKey] = Text("incidents"),
                    [TableLayout.Kind] = Text(TableLayout.EffectKind),
                    [TableLayout.Id] = Text(id),
                },
            },
        });
        return System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray([.. records]) }.ToJsonString());
    }

    private static JsonObject Text(string value) => new() { ["S"] = value };
}
