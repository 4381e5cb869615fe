using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.History;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Makes the one transaction of a decision. It never has more than 100 actions: timeline events share an item, and of very many effects
/// all but the first share items too.
/// </summary>
internal sealed class CommitTransaction(string table, int retentionDays)
{
    /// <summary>More effects than this are packed; the first ones, which go to the people of the first step, are not delayed.</summary>
    public const int MaximumSingleEffects = 40;

    /// <summary>
    /// A timeline event is kept longer than the retention by this, so that the events of a long incident do not end before the incident;
    /// a correlation longer still, so that the number of an incident is never given twice while its timeline is there.
    /// </summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(30);

    public TransactWriteItemsRequest For(IncidentCommit commit)
    {
        var actions = new List<TransactWriteItem> { PutCorrelation(commit.Correlation, commit.Timeline, commit.News) };
        if (commit.Storm is { } storm)
        {
            actions.Add(PutCorrelation(storm, [], []));
        }

        if (commit.Superseded is { } superseded)
        {
            actions.Add(Put(WriteSuperseded(superseded, commit.Correlation.Version)));
        }

        actions.AddRange(commit.Timeline.GroupBy(entry => entry.IncidentId)
            .SelectMany(group => Packing.Pack([.. group], StoredJson.Default.ImmutableArrayTimelineEvent))
            .Select(pack => Put(WriteTimeline(pack.First, pack.Body))));
        actions.AddRange(commit.Effects.Take(MaximumSingleEffects).Select(effect =>
            Put(EffectItem.Write(effect, effect.At + EffectDelivery.Grace))));
        actions.AddRange(Packing.Pack([.. commit.Effects.Skip(MaximumSingleEffects)], StoredJson.Default.ImmutableArrayEffect)
            .Select(pack => Put(EffectItem.WritePack(pack.First, pack.Body))));
        return new TransactWriteItemsRequest { TransactItems = actions };
    }

    private TransactWriteItem PutCorrelation(
        Correlation correlation, IReadOnlyList<TimelineEvent> timeline, ImmutableArray<AlarmNews> news)
    {
        var put = new Put
        {
            TableName = table,
            Item = CorrelationItem.Write(
                correlation, LastHeardOf(correlation, timeline) is { } last ? last + Retention + Slack + Slack : null, news),
        };
        if (correlation.Version == 0)
        {
            put.ConditionExpression = "attribute_not_exists(pk)";
        }
        else
        {
            put.ConditionExpression = "#version = :read";
            put.ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = TableSchema.Version };
            put.ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":read"] = Number(correlation.Version),
            };
        }

        return new TransactWriteItem { Put = put };
    }

    private TimeSpan Retention => TimeSpan.FromDays(retentionDays);

    private static DateTimeOffset? LastHeardOf(Correlation correlation, IReadOnlyList<TimelineEvent> timeline)
    {
        var moments = correlation.Tracks.Select(track => track.Latest.At)
            .Concat(correlation.RecentOpenings)
            .Concat(timeline.Select(entry => entry.At));
        if (correlation.Incident?.Resolution is { } resolution)
        {
            moments = moments.Append(resolution.At);
        }

        var known = moments.ToImmutableArray();
        return known.IsEmpty ? null : known.Max();
    }

    /// <param name="incident">The incident.</param>
    /// <param name="version">The version of the correlation in which it stood last.</param>
    private Dictionary<string, AttributeValue> WriteSuperseded(Incident incident, long version)
    {
        var item = ItemKey.Incident(incident.Key.Code, incident.Number).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableLayout.IncidentKind);
        item[TableSchema.Version] = Number(version);
        item[TableSchema.Body] = ItemBody.Write(incident, StoredJson.Default.Incident);
        item[TableLayout.ExpiresAt] = Seconds((incident.Resolution?.At ?? incident.OpenedAt) + Retention);
        return item;
    }

    private Dictionary<string, AttributeValue> WriteTimeline(TimelineEvent first, AttributeValue body)
    {
        var isIncident = ItemKey.TryParseIncident(first.IncidentId, out var code, out var number);
        if (!isIncident)
        {
            throw new ArgumentException($"'{first.IncidentId}' is not the id of an incident, which is like 7Q2M9KXA-3");
        }

        var item = ItemKey.Timeline(code, number, first.Number).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableSchema.TimelineKind);
        item[TableSchema.Body] = body;
        item[TableLayout.ExpiresAt] = Seconds(first.At + Retention + Slack);
        return item;
    }

    private TransactWriteItem Put(Dictionary<string, AttributeValue> item) => new() { Put = new Put { TableName = table, Item = item } };
}
