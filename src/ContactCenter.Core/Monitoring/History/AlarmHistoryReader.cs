using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Core.Monitoring.History;

/// <summary>
/// Makes of an item of CloudWatch's <c>DescribeAlarmHistory</c> the message that CloudWatch published to SNS at that time. An item tells
/// the name, the states and the reason; the rest is taken from the alarm as <c>DescribeAlarms</c> tells it.
/// </summary>
/// <param name="alarms">The alarms that are known, by name.</param>
/// <param name="instance">Its account and Region are meant where neither item nor alarm tells one.</param>
public sealed class AlarmHistoryReader(IReadOnlyDictionary<string, DescribedAlarm> alarms, ConnectInstance instance)
{
    /// <summary>So many alarms without a description are remembered by name at most.</summary>
    private const int MaximumUndescribed = 10_000;

    private readonly HashSet<string> _undescribed = new(StringComparer.Ordinal);

    /// <summary>Alarms of the history of which nothing but their names is known.</summary>
    public IReadOnlyCollection<string> Undescribed => _undescribed;

    /// <summary>Reads an element of <c>AlarmHistoryItems</c>. This method never throws for any element.</summary>
    public HistoryItem Read(JsonElement item)
    {
        if (item.Text("AlarmName") is not { Length: > 0 and <= AlarmName.MaximumLength } name)
        {
            return new BrokenItem($"it has no AlarmName of 1 to {AlarmName.MaximumLength} characters");
        }

        var shown = CleanText.Line(name, 80);
        if (item.Text("HistoryItemType") is not { Length: > 0 } kind)
        {
            return new BrokenItem($"alarm {shown}: it has no HistoryItemType; expected StateUpdate, Action or another of CloudWatch's");
        }

        if (kind is not ("StateUpdate" or "AlarmContributorStateUpdate"))
        {
            return new OtherItem(CleanText.Line(kind, 40));
        }

        if (Time(item.Member("Timestamp")) is not { } at)
        {
            var found = item.Member("Timestamp") is { } wrong ? CleanText.Line(wrong.GetRawText(), 40) : "nothing";
            return new BrokenItem($"alarm {shown}: its Timestamp is {found}; expected a time such as 2026-10-05T02:14:07.123Z");
        }

        if (HistoryData.Read(item.Text("HistoryData"), item.Text("HistorySummary")) is not { } change)
        {
            return new BrokenItem(
                $"alarm {shown}: neither HistoryData (newState.stateValue) nor HistorySummary (\"… from OK to ALARM\") tells a state");
        }

        return new RecordedState(at, Message(item, name, at, change));
    }

    /// <summary>ISO 8601 as the AWS CLI prints it, or the seconds since 1970 of its wire format.</summary>
    private static DateTimeOffset? Time(JsonElement? time) => time switch
    {
        { ValueKind: JsonValueKind.String } text => Timestamp.Read(text.AsText()),
        { ValueKind: JsonValueKind.Number } number when number.AsNumber() is { } seconds && Math.Abs(seconds) < 1e10 =>
            Timestamp.Read((DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds)).ToString("O", CultureInfo.InvariantCulture)),
        _ => null,
    };

    private byte[] Message(JsonElement item, string name, DateTimeOffset at, HistoryData change)
    {
        if (!alarms.TryGetValue(name, out var alarm) && _undescribed.Count < MaximumUndescribed)
        {
            _ = _undescribed.Add(name);
        }

        var arn = alarm?.Arn ?? $"arn:{instance.Partition}:cloudwatch:{instance.Region}:{instance.AccountId}:alarm:{name}";
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("AlarmName", name);
            json.WriteString("AlarmDescription", alarm?.Description);
            json.WriteString("AWSAccountId", AlarmTexts.ArnField(arn, 4));
            json.WriteString("AlarmArn", arn);
            json.WriteString("StateChangeTime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture));
            json.WriteString("NewStateValue", AlarmTexts.Word(change.State));
            json.WriteString("NewStateReason", BoundedText.Of(change.Reason, AlarmIdentity.MaximumReason));
            if (change.Previous is { } previous)
            {
                json.WriteString("OldStateValue", AlarmTexts.Word(previous));
            }

            WriteContributor(json, item);
            WriteMeasured(json, alarm, alarm?.IsComposite ?? item.Text("AlarmType") == "CompositeAlarm", change);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteContributor(Utf8JsonWriter json, JsonElement item)
    {
        if (item.Text("AlarmContributorId") is { Length: > 0 } contributor)
        {
            json.WriteString("AlarmContributorId", contributor);
        }

        if (item.Member("AlarmContributorAttributes") is { ValueKind: JsonValueKind.Object } attributes)
        {
            json.WritePropertyName("AlarmContributorAttributes");
            json.WriteRawValue(attributes.GetRawText(), skipInputValidation: true);
        }
    }

    /// <summary>A message tells of a composite alarm by its rule, of every other by what it measures.</summary>
    private static void WriteMeasured(Utf8JsonWriter json, DescribedAlarm? alarm, bool isComposite, HistoryData change)
    {
        if (!isComposite)
        {
            json.WritePropertyName("Trigger");
            json.WriteRawValue(alarm?.Trigger ?? "{}", skipInputValidation: true);
            return;
        }

        json.WriteString("AlarmRule", "");
        json.WriteStartArray("TriggeringChildren");
        foreach (var child in change.Children)
        {
            json.WriteStartObject();
            json.WriteString("Arn", child);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
