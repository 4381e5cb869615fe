using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Embedded.Calls;

namespace ContactCenter.Embedded.World;

/// <summary>The topic of alarms, as far as functions publish there: what SNS would bring to triage.</summary>
/// <param name="heard">Hears each message as it is published; null: nobody does.</param>
internal sealed class ToldAlarms(Action<string>? heard = null) : IAlarmTopic
{
    private readonly List<byte[]> _told = [];

    public Task PublishAsync(string message, CancellationToken cancellationToken)
    {
        heard?.Invoke(message);
        var request = new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["EventVersion"] = "1.0",
                ["Sns"] = new JsonObject { ["Type"] = "Notification", ["Message"] = message },
            }),
        };
        _told.Add(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(request, CallsJson.Default.JsonNode));
        return Task.CompletedTask;
    }

    /// <summary>What was published since it was taken last.</summary>
    public IReadOnlyList<byte[]> Take()
    {
        byte[][] told = [.. _told];
        _told.Clear();
        return told;
    }
}
