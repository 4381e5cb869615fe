using System.Text;
using System.Text.Json;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// The states of all queues as one JSON document: <c>{ "at", "queues": [ { "name", "waiting", "oldestSeconds", "agentsStaffed",
/// "agentsAvailable", "agentsOnContact", "arrivalsPerMinute", "averageHandleSeconds", "abandonmentPercent" } ] }</c>.
/// </summary>
public static class QueueStatesDocument
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    public static QueueStates Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, QueueStatesJson.Default.QueueStates) is { Queues: not null } states
            && states.Queues.All(static queue => queue?.Name is not null)
            ? states
            : throw new JsonException("the state of queues has a time \"at\" and a list \"queues\" of objects with a \"name\"");

    internal static string Write(QueueStates states) => JsonSerializer.Serialize(states, QueueStatesJson.Default.QueueStates);

    internal static QueueStates Read(string document) => Read(Encoding.UTF8.GetBytes(document));
}
