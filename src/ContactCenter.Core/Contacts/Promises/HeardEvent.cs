using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Outcomes;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>What happened to a contact, as a contact event of Amazon Connect tells it.</summary>
public enum HeardKind
{
    /// <summary>It began, or was transferred.</summary>
    Begun,

    /// <summary>It waits in a queue.</summary>
    Queued,

    /// <summary>An agent has it.</summary>
    Answered,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>A contact event of a customer's contact.</summary>
/// <param name="ContactId">The contact, a part of the one that it began as.</param>
/// <param name="InitialId">The contact that it began as.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="IsTransfer">Whether the contact is a transfer.</param>
public sealed record HeardEvent(string ContactId, string InitialId, HeardKind Kind, DateTimeOffset At, bool IsTransfer)
{
    /// <summary>Times before are none: samples print the first millisecond of 1970 for what has not happened.</summary>
    private const int FirstYear = 2000;

    /// <summary>By which step of its routing criteria an agent took it; null: that is not told, or nobody wants to know.</summary>
    public TakenBy? Taken { get; init; }

    private static readonly Dictionary<string, (HeardKind Kind, string? In, string Time)> Kinds = new(StringComparer.Ordinal)
    {
        ["INITIATED"] = (HeardKind.Begun, null, "initiationTimestamp"),
        ["QUEUED"] = (HeardKind.Queued, "queueInfo", "enqueueTimestamp"),
        ["CONNECTED_TO_AGENT"] = (HeardKind.Answered, "agentInfo", "connectedToAgentTimestamp"),
        ["DISCONNECTED"] = (HeardKind.Ended, null, "disconnectTimestamp"),
    };

    /// <summary>The events that say something.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. Kinds.Keys];

    /// <summary>How contacts begin that are no customer's: calls of agents, and those who listen in.</summary>
    public static IReadOnlyList<string> Others { get; } = ["OUTBOUND", "EXTERNAL_OUTBOUND", "MONITOR"];

    /// <summary>Whether it is a contact event at all, whatever it says.</summary>
    /// <param name="json">An event of EventBridge, or what a schedule sends.</param>
    public static bool IsIn(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return LenientJson.Find(document.RootElement, "detail") is { } detail && LenientJson.Find(detail, "eventType") is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads an event; null: it says nothing of the kind. Calls that agents begin are no customer's.</summary>
    /// <param name="json">An event of EventBridge.</param>
    /// <param name="now">The time; none is later.</param>
    /// <param name="skillAttribute">Attribute of skills, where it is learned which level helps; else null.</param>
    public static HeardEvent? Read(ReadOnlyMemory<byte> json, DateTimeOffset now, string? skillAttribute = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (LenientJson.Find(document.RootElement, "detail") is not { } detail
                || !Kinds.TryGetValue(Text(detail, "eventType") ?? "", out var found)
                || FlowRequestReader.ContactId(Text(detail, "contactId")) is not { } contact
                || (Text(detail, "initiationMethod") is var initiation && Others.Contains(initiation)))
            {
                return null;
            }

            var at = Time(Told(detail, found.In, found.Time), now) ?? Time(Text(document.RootElement, "time"), now) ?? now;
            return new HeardEvent(
                contact, FlowRequestReader.ContactId(Text(detail, "initialContactId")) ?? contact, found.Kind, at,
                initiation is "TRANSFER" or "QUEUE_TRANSFER")
            {
                Taken = skillAttribute is not null && found.Kind == HeardKind.Answered ? TakenBy.Of(detail, skillAttribute, at) : null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Told(JsonElement detail, string? part, string time) =>
        (part is null ? detail : LenientJson.Find(detail, part)) is { } holder ? Text(holder, time) : null;

    private static DateTimeOffset? Time(string? text, DateTimeOffset now) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && at.Year >= FirstYear
            ? at > now ? now : at
            : null;

    private static string? Text(JsonElement json, string name) => LenientJson.Text(LenientJson.Find(json, name));
}
