using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>What a record of the table's stream means for the history.</summary>
/// <param name="Code">The key whose newest incident may have changed; null: not said.</param>
/// <param name="IncidentId">The incident that has changed, or whose effect has come to its end; null: not said.</param>
/// <param name="Alarms">States of alarms that are new.</param>
public sealed record StoredChange(string? Code, string? IncidentId, ImmutableArray<AlarmNews> Alarms)
{
    /// <summary>Attributes that are read beside keys and kind: where the new states are, and the body that holds them.</summary>
    public const string News = TableSchema.News;

    /// <inheritdoc cref="News"/>
    public const string Body = TableSchema.Body;

    /// <summary>Reads the new image of a record; null when it means nothing for the history.</summary>
    /// <exception cref="UnreadableItemException">It cannot be read.</exception>
    public static StoredChange? Of(Dictionary<string, AttributeValue> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.GetValueOrDefault(TableLayout.PartitionKey)?.S is null || image.GetValueOrDefault(TableLayout.SortKey)?.S is null)
        {
            return null;
        }

        var key = ItemKey.Of(image);
        return image.GetValueOrDefault(TableLayout.Kind)?.S switch
        {
            TableLayout.CorrelationKind => new StoredChange(key.Partition, null, CorrelationItem.ReadNews(image)),
            TableLayout.IncidentKind => new StoredChange(null, key.IncidentId(), []),
            TableLayout.EffectKind when image.ContainsKey(TableLayout.DoneAt) => new StoredChange(null, key.IncidentId(), []),
            _ => null,
        };
    }
}
