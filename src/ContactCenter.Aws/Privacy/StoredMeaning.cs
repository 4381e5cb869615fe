using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Privacy;

/// <summary>Whether an item is still what it was after a text in it was changed: read by what reads it, known by the same ids.</summary>
internal static class StoredMeaning
{
    /// <summary>Reads an item and says what it is known by.</summary>
    private delegate string Reading(Dictionary<string, AttributeValue> item);

    /// <summary>True when everything that could read the item before can read it after; items of plain attributes have no reader.</summary>
    public static bool IsKept(Dictionary<string, AttributeValue> before, Dictionary<string, AttributeValue> after)
    {
        var readings = ReadingsOf(before);
        var known = readings.Select(reading => (Reading: reading, Id: Try(reading, before)))
            .Where(static one => one.Id is not null)
            .ToArray();
        return readings.Length == 0 || (known.Length > 0 && known.All(one => Try(one.Reading, after) == one.Id));
    }

    private static string? Try(Reading reading, Dictionary<string, AttributeValue> item)
    {
        try
        {
            return reading(item);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // as where items are read: it can fail in more ways than are worth telling apart
            return null;
        }
    }

    /// <summary>Of a lease only its remediation knows what it changes: each kind of change that could be read must stay readable.</summary>
    private static Reading[] ReadingsOf(Dictionary<string, AttributeValue> item) => item.GetValueOrDefault(TableLayout.Kind)?.S switch
    {
        TableLayout.CorrelationKind => [CorrelationOf],
        TableLayout.IncidentKind => [static item => Known(ItemBody.Read(item, StoredJson.Default.Incident))],
        TableLayout.EffectKind => [static item => EffectItem.Read(item).Id],
        TableSchema.EffectPackKind => [static item => string.Join(' ', EffectItem.ReadPack(item).Select(static effect => effect.Id))],
        TableSchema.TimelineKind =>
        [
            static item => string.Join(
                ' ', ItemBody.Read(item, StoredJson.Default.ImmutableArrayTimelineEvent).Select(static each => each.IncidentId)),
        ],
        TableSchema.ChangeKind => [static item => ItemBody.Read(item, StoredJson.Default.ConfigurationChange).Id],
        TableSchema.SettingsKind => [SettingsOf],
        TableSchema.SettingActKind => [static item => ItemBody.Read(item, StoredJson.Default.SettingAct).Id],
        TableSchema.ExerciseKind => [static item => ItemBody.Read(item, StoredJson.Default.Exercise).Id],
        TableSchema.ReviewKind => [static item => ItemBody.Read(item, StoredJson.Default.ReviewVersion).IncidentId],
        TableSchema.HistoryKind => [static item => ItemBody.Read(item, StoredJson.Default.IncidentRecord).Id],
        RemediationItem.CaseKind => [static item => ItemBody.Read(item, RemediationJson.Default.RemediationCase).Resource],
        RemediationItem.PastLeaseKind => [static item => $"{ItemBody.Read(item, RemediationJson.Default.LeaseRecord).Key}"],
        RemediationItem.LeaseKind =>
        [
            static item => ItemBody.Read(item, RemediationJson.Default.RemediationLeaseCapacityChange).Resource,
            static item => ItemBody.Read(item, RemediationJson.Default.RemediationLeaseReservedConcurrencyChange).Resource,
            static item => ItemBody.Read(item, RemediationJson.Default.RemediationLeaseEventSourceMappingChange).Resource,
            static item => ItemBody.Read(item, RemediationJson.Default.RemediationLeaseFailoverChange).Resource,
        ],
        _ => item.ContainsKey(ContactSchema.Document) ? [QueuesOf] : [],
    };

    /// <summary>With the states that are new in it, which the history reads.</summary>
    private static string CorrelationOf(Dictionary<string, AttributeValue> item)
    {
        _ = CorrelationItem.ReadNews(item);
        var correlation = CorrelationItem.Read(item);
        var alarms = correlation.Tracks.Select(static track => $"{track.Id}");
        return $"{correlation.Key.Code} {(correlation.Incident is { } incident ? Known(incident) : "")} {string.Join(' ', alarms)}";
    }

    /// <summary>The code is reckoned from the key's parts, so that a change in one of them shows.</summary>
    private static string Known(Incident incident) => $"{incident.Id} {incident.Key.Code}";

    private static string SettingsOf(Dictionary<string, AttributeValue> item)
    {
        _ = item.TryGetValue(TableSchema.Marks, out var marks) ? ItemBody.Read(marks, StoredJson.Default.ImmutableArraySettingMark) : [];
        return string.Join(' ', ItemBody.Read(item, StoredJson.Default.ImmutableArraySetting).Select(static setting => setting.Id));
    }

    private static string QueuesOf(Dictionary<string, AttributeValue> item) => string.Join(
        '\n', QueueStatesDocument.Read(item[ContactSchema.Document].S).Queues.Select(static queue => queue.Name));
}
