using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>The item of a correlation, with its newest incident in it: what triage reads and writes as a whole.</summary>
internal static class CorrelationItem
{
    /// <summary>An item has at most 400 KB (DynamoDB developer guide, quotas); the rest is for keys and attributes.</summary>
    public const int MaximumBody = 380 * 1024;

    public static Dictionary<string, AttributeValue> Write(
        Correlation correlation, DateTimeOffset? expiresAt, ImmutableArray<AlarmNews> news)
    {
        var (stored, body) = Fit(correlation with { Version = correlation.Version + 1 });
        var item = ItemKey.Correlation(stored.Key.Code).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableLayout.CorrelationKind);
        item[TableSchema.Version] = Number(stored.Version);
        item[TableSchema.Body] = body;
        if (Positions(stored, news) is { Length: > 0 } positions)
        {
            item[TableSchema.News] = new AttributeValue(positions);
        }

        if (stored.Incident is { IsActive: true } incident)
        {
            item[TableLayout.Id] = new AttributeValue(incident.Id);
            item[TableLayout.DueIn] = new AttributeValue(TableSchema.DueIncidents);
            item[TableLayout.NextDueAt] = Number(incident.NextDueAt?.ToUnixTimeMilliseconds() ?? 0);
        }
        else if (expiresAt is { } end)
        {
            item[TableLayout.ExpiresAt] = Seconds(end);
        }

        return item;
    }

    /// <exception cref="UnreadableItemException">It is no correlation, or one about which nothing could be decided.</exception>
    public static Correlation Read(Dictionary<string, AttributeValue> item)
    {
        var correlation = Whole(ItemBody.Read(item, StoredJson.Default.Correlation));
        return IsSound(correlation) ? correlation : throw new UnreadableItemException(ItemKey.Of(item).ToString());
    }

    /// <summary>The states of alarms that the version in an item knows and the one before did not.</summary>
    /// <exception cref="UnreadableItemException">It is no correlation, or names what is not in it.</exception>
    public static ImmutableArray<AlarmNews> ReadNews(Dictionary<string, AttributeValue> item)
    {
        if (item.GetValueOrDefault(TableSchema.News)?.S is not { } positions)
        {
            return [];
        }

        var tracks = Read(item).Tracks;
        try
        {
            return
            [
                .. positions.Split(' ').Select(static position => position.Split('.')).Select(position =>
                {
                    var track = tracks[int.Parse(position[0], CultureInfo.InvariantCulture)];
                    return new AlarmNews(track.Id, track.Name, track.Moments[int.Parse(position[1], CultureInfo.InvariantCulture)]);
                }),
            ];
        }
        catch (Exception cause) when (cause is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new UnreadableItemException(ItemKey.Of(item).ToString(), cause);
        }
    }

    /// <summary>What had to make room in the item is told by nobody.</summary>
    private static string Positions(Correlation stored, ImmutableArray<AlarmNews> news) => string.Join(' ', news
        .Select(one => (Track: stored.Tracks.IndexOf(stored.Tracks.FirstOrDefault(track => track.Id == one.Id)!), one.Moment))
        .Where(static one => one.Track >= 0)
        .Select(one => (one.Track, State: stored.Tracks[one.Track].Moments.BinarySearch(one.Moment)))
        .Where(static one => one.State >= 0)
        .Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Track}.{one.State}")));

    /// <summary>
    /// Alarms with long names can make the item too large although their number is bounded. Then those that are over make room, and after
    /// them the ones that were heard of longest ago; as with every alarm above the bound, these are counted but not followed.
    /// </summary>
    private static (Correlation Stored, AttributeValue Body) Fit(Correlation correlation)
    {
        while (true)
        {
            var body = ItemBody.Write(correlation, StoredJson.Default.Correlation);
            if (ItemBody.Size(body) <= MaximumBody || correlation.Tracks.IsEmpty)
            {
                return (correlation, body);
            }

            var kept = correlation.Tracks
                .OrderByDescending(track => track.IsRed)
                .ThenByDescending(track => track.Latest.At)
                .Take(correlation.Tracks.Length / 2)
                .Select(track => track.Id)
                .ToHashSet();
            correlation = correlation with { Tracks = correlation.Tracks.RemoveAll(track => !kept.Contains(track.Id)) };
        }
    }

    /// <summary>An item that was written before a list was invented has none; an empty one is meant.</summary>
    private static Correlation Whole(Correlation correlation) => correlation with
    {
        Tracks = OrEmpty(correlation.Tracks),
        RecentOpenings = OrEmpty(correlation.RecentOpenings),
        Incident = correlation.Incident is { } incident
            ? incident with
            {
                Reasons = OrEmpty(incident.Reasons),
                Told = OrEmpty(incident.Told),
                Remediations = OrEmpty(incident.Remediations),
                FailedRemediations = OrEmpty(incident.FailedRemediations),
                Context = OrEmpty(incident.Context),
            }
            : null,
    };

    /// <summary>
    /// JSON of the right types may still say what no decision has ever left: an alarm without a state, a severity that is none, a time of
    /// which one cannot reckon on.
    /// </summary>
    private static bool IsSound(Correlation correlation) =>
        correlation.Version >= 0
        && IsWhole(correlation.Key)
        && correlation.Tracks.All(static track => track is { Moments.IsDefaultOrEmpty: false, Incident: >= 0, Dropped: >= 0 }
            && track is { Id.Arn: not null, Name: not null }
            && (track.OwnKey is not { } own || IsWhole(own))
            && Enum.IsDefined(track.Severity)
            && track.Moments.All(static moment => Enum.IsDefined(moment.State) && IsReckonable(moment.At)))
        && correlation.RecentOpenings.All(IsReckonable)
        && (correlation.Incident is not { } incident || IsSound(incident));

    private static bool IsSound(Incident incident) =>
        IsWhole(incident.Key)
        && incident.Escalation is not null
        && Enum.IsDefined(incident.State)
        && Enum.IsDefined(incident.Severity)
        && Enum.IsDefined(incident.Escalation.Severity)
        && (incident.Unresolved is not { } unresolved || (Enum.IsDefined(unresolved.Severity) && unresolved.NextStep >= 0))
        && incident is { Id: not null, Subject: not null, Symptom: not null, Description: not null, Runbook: not null, Owner: not null }
        && incident is { Number: > 0, Events: >= 0, Effects: >= 0, Escalation: { Round: >= 0, NextStep: >= 0 } }
        && new[]
        {
            incident.OpenedAt, incident.Escalation.StartedAt, incident.MitigatedAt, incident.Resolution?.At, incident.HeldUntil,
            incident.FlappingUntil, incident.PromisedFrom, incident.NextDueAt, incident.Acknowledgement?.At,
            incident.Acknowledgement?.ExpiresAt, incident.Unresolved?.StartedAt,
        }.All(static at => at is not { } known || IsReckonable(known));

    private static bool IsWhole(CorrelationKey key) => key is { Group: not null, Resource: not null, Location: not null };

    private static bool IsReckonable(DateTimeOffset at) => at.Year is > 1969 and < 9000;

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
