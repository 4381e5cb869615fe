using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Anomalies;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Bands beside the states of the queues, an item for each queue and ten minutes: the collector writes them without reading, and whoever
/// looks at queues may read them.
/// </summary>
public sealed class DynamoDbAnomalyBands(IAmazonDynamoDB client, string table) : IAnomalyBands
{
    private const string Low = "low";
    private const string High = "high";
    private const string Least = "least";
    private const string Most = "most";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm'Z'";

    /// <inheritdoc/>
    public async ValueTask KeepAsync(IReadOnlyList<KeptBand> bands, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bands);
        await Task.WhenAll(bands.Select(band => client.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
                {
                    [TableLayout.PartitionKey] = new(ContactSchema.Queues),
                    [TableLayout.SortKey] = new(ContactSchema.Band(band.Queue, Text(band.At))),
                    [TableLayout.ExpiresAt] = AttributeNumber.Seconds(band.At + KeptBand.Kept),
                    [Low] = Number(band.Low),
                    [High] = Number(band.High),
                    [Least] = Number(band.Least),
                    [Most] = Number(band.Most),
                },
            },
            cancellationToken)));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeptBand>> OfQueueAsync(
        string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :queues AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":queues"] = new(ContactSchema.Queues),
                [":first"] = new(ContactSchema.Band(queue, Text(from))),
                [":last"] = new(ContactSchema.Band(queue, Text(to))),
            },
        };
        return await client.ItemsAsync(request, cancellationToken)
            .Select(item => Read(queue, item))
            .Where(band => band.At >= from && band.At < to)
            .ToListAsync(cancellationToken);
    }

    private static KeptBand Read(string queue, Dictionary<string, AttributeValue> item)
    {
        var key = item[TableLayout.SortKey].S;
        return new(
            queue,
            DateTimeOffset.ParseExact(
                key[(key.LastIndexOf('/') + 1)..], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Number(item[Low]),
            Number(item[High]),
            Number(item[Least]),
            Number(item[Most]));
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Hundredths of a caller are enough, and shorter.</summary>
    private static AttributeValue Number(double value) => new() { N = value.ToString("0.##", CultureInfo.InvariantCulture) };

    private static double Number(AttributeValue value) => double.Parse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture);
}
