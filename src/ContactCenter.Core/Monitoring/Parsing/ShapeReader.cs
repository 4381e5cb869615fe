using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing.Foreign;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Tells the shapes apart by the members that only they have, and unwraps envelopes.</summary>
internal static class ShapeReader
{
    /// <summary>An envelope in an envelope in an envelope (EventBridge to SNS to SQS) is real; deeper nesting is an attack.</summary>
    private const int MaximumEnvelopes = 4;

    public static void Read(JsonElement root, MessageOrigin origin, List<AlarmInput> inputs, int envelopes)
    {
        if (envelopes > MaximumEnvelopes)
        {
            inputs.Add(Unrecognised.Json(Sentences.GotNested, root, origin));
            return;
        }

        switch (root.ValueKind)
        {
            case JsonValueKind.Array when root.GetArrayLength() > 0:
                foreach (var element in root.EnumerateArray())
                {
                    Read(element, origin, inputs, envelopes + 1);
                }

                break;
            case JsonValueKind.Object:
                ReadObject(root, origin, inputs, envelopes);
                break;
            case JsonValueKind.String when root.AsText() is { } text:
                AlarmParser.ParseText(text, origin, inputs, envelopes + 1);
                break;
            default:
                inputs.Add(Unrecognised.Json(Sentences.GotNoObject, root, origin));
                break;
        }
    }

    private static void ReadObject(JsonElement root, MessageOrigin origin, List<AlarmInput> inputs, int envelopes)
    {
        if (root.Member("Records") is { ValueKind: JsonValueKind.Array } records && records.GetArrayLength() > 0)
        {
            foreach (var record in records.EnumerateArray())
            {
                ReadRecord(record, origin, inputs, envelopes);
            }
        }
        else if (root.Member("alarmData") is { ValueKind: JsonValueKind.Object })
        {
            Add(EventAlarmReader.ReadDirect(root, origin), Sentences.GotIncomplete, root, origin, inputs);
        }
        else if (root.Text("detail-type") is { } detailType)
        {
            var eventOrigin = origin with { At = Timestamp.Read(root.Text("time")) ?? origin.At, Id = root.Text("id") ?? origin.Id };
            var alarm = detailType switch
            {
                "CloudWatch Alarm State Change" or "CloudWatch Alarm Contributor State Change" =>
                    EventAlarmReader.ReadEvent(root, eventOrigin),
                "CloudWatch Alarm Configuration Change" => EventAlarmReader.ReadEdit(root, eventOrigin),
                _ => null,
            };
            if (alarm is null && root.Member("detail") is { } detail && ForeignReader.TryRead(detail, eventOrigin, inputs))
            {
                return;
            }

            Add(alarm, Sentences.GotEvent(BoundedText.Of(detailType, 80)), root, eventOrigin, inputs);
        }
        else if (root.Member("NewStateValue") is not null && root.Member("AlarmName") is not null)
        {
            Add(SnsAlarmReader.Read(root, origin), Sentences.GotUnreadable, root, origin, inputs);
        }
        else if (root.Text("Message") is { } message && (root.Member("TopicArn") is not null || root.Member("MessageId") is not null))
        {
            ReadNotification(root, message, origin, inputs, envelopes);
        }
        else if (!ForeignReader.TryRead(root, origin, inputs))
        {
            inputs.Add(Unrecognised.Json(Sentences.GotNoAlarm, root, origin));
        }
    }

    private static void ReadRecord(JsonElement record, MessageOrigin origin, List<AlarmInput> inputs, int envelopes)
    {
        if (record.Member("Sns") is { ValueKind: JsonValueKind.Object } sns && sns.Text("Message") is { } message)
        {
            ReadNotification(sns, message, origin, inputs, envelopes);
        }
        else if (record.Text("body") is { } body)
        {
            AlarmParser.ParseText(body, origin with { Id = record.Text("messageId") ?? origin.Id }, inputs, envelopes + 1);
        }
        else
        {
            Read(record, origin, inputs, envelopes + 1);
        }
    }

    private static void ReadNotification(
        JsonElement notification, string message, MessageOrigin origin, List<AlarmInput> inputs, int envelopes)
    {
        var sent = origin with
        {
            At = Timestamp.Read(notification.Text("Timestamp")) ?? origin.At,
            Id = notification.Text("MessageId") ?? origin.Id,
            Subject = notification.Text("Subject"),
        };

        if (notification.Text("Type") is "SubscriptionConfirmation" or "UnsubscribeConfirmation")
        {
            inputs.Add(Unrecognised.Confirmation(notification, sent));
            return;
        }

        AlarmParser.ParseText(message, sent, inputs, envelopes + 1);
    }

    private static void Add(AlarmChange? change, string what, JsonElement root, MessageOrigin origin, List<AlarmInput> inputs) =>
        inputs.Add(change is null ? Unrecognised.Json(what, root, origin) : new ChangedAlarm(change));
}

/// <summary>What is known of a message from its envelope.</summary>
/// <param name="At">When it was sent, else when it was received.</param>
/// <param name="Id">SNS message id or event id, or null.</param>
/// <param name="Mappings">How alarms of other systems are read that nobody documents.</param>
internal readonly record struct MessageOrigin(DateTimeOffset At, string? Id, IReadOnlyList<ForeignAlarmSettings> Mappings)
{
    /// <summary>The subject of the SNS message, or null.</summary>
    public string? Subject { get; init; }
}
