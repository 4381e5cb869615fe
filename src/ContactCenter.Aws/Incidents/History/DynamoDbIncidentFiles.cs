using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>
/// The files of incidents in their table: the incident, one query for its timeline and one for its effects, all consistent, because who
/// asks has just been told that something is new.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table.</param>
/// <param name="store">The incidents in it.</param>
public sealed class DynamoDbIncidentFiles(IAmazonDynamoDB client, string table, IIncidentStore store) : IIncidentFiles
{
    /// <inheritdoc/>
    public async ValueTask<IncidentFile?> OpenNewestAsync(string code, CancellationToken cancellationToken) =>
        await ReadAsync(ItemKey.Correlation(code), cancellationToken) is { } item
        && CorrelationItem.Read(item) is { Incident: { } incident } correlation
            ? await FileAsync(correlation.Version, incident, cancellationToken)
            : null;

    /// <inheritdoc/>
    public async ValueTask<IncidentFile?> OpenAsync(string incidentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incidentId);
        if (!ItemKey.TryParseIncident(incidentId, out var code, out var number))
        {
            return null;
        }

        if (await OpenNewestAsync(code, cancellationToken) is { } newest && newest.Incident.Number == number)
        {
            return newest;
        }

        return await ReadAsync(ItemKey.Incident(code, number), cancellationToken) is { } item
            ? await FileAsync(VersionOf(item), ItemBody.Read(item, StoredJson.Default.Incident), cancellationToken)
            : null;
    }

    /// <summary>An incident that was stored before its version was kept with it has the lowest: it replaces nothing.</summary>
    private static long VersionOf(Dictionary<string, AttributeValue> item) =>
        Whole(item, TableSchema.Version) ?? 0;

    private async ValueTask<IncidentFile> FileAsync(long version, Incident incident, CancellationToken cancellationToken) => new(
        version,
        incident,
        await store.TimelineAsync(incident.Id, cancellationToken),
        await EffectsAsync(incident.Key.Code, incident.Number, cancellationToken));

    private async ValueTask<Dictionary<string, AttributeValue>?> ReadAsync(ItemKey key, CancellationToken cancellationToken)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key.ToAttributes(), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>What cannot be read has been given up, and stands on the timeline.</summary>
    private async ValueTask<ImmutableArray<EffectOutcome>> EffectsAsync(string code, int number, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "pk = :code AND begins_with(sk, :effects)",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":code"] = new(code),
                [":effects"] = new(ItemKey.EffectPrefix(number)),
            },
        };
        var outcomes = Readable.OfAsync(client.ItemsAsync(request, cancellationToken), Outcome, static _ => { }, cancellationToken);
        return [.. await outcomes.ToListAsync(cancellationToken)];
    }

    private static EffectOutcome Outcome(Dictionary<string, AttributeValue> item) => new(
        EffectItem.Read(item),
        Whole(item, TableLayout.DoneAt) is { } done ? DateTimeOffset.FromUnixTimeMilliseconds(done) : null,
        item.GetValueOrDefault(TableSchema.Failure)?.S);
}
