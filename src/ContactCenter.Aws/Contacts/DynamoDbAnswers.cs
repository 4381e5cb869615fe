using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Aws.Contacts;

/// <summary>Counts of answers: one item for each model and day, to which every process adds what it answered in some minutes.</summary>
public sealed class DynamoDbAnswers(IAmazonDynamoDB client, string table) : IAnswerStore
{
    /// <summary>Long after a drift is looked at last.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <inheritdoc/>
    public async ValueTask AddAsync(string model, DateOnly day, AnswerCounts counts, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string> { ["#end"] = TableLayout.ExpiresAt };
        var values = new Dictionary<string, AttributeValue>
        {
            [":end"] = AttributeNumber.Number(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).Add(Kept).ToUnixTimeSeconds()),
        };
        var additions = new List<string>();
        foreach (var (name, count) in Counts(counts).Where(static pair => pair.Count > 0))
        {
            additions.Add($"#n{additions.Count} :v{additions.Count}");
            names[$"#n{names.Count - 1}"] = name;
            values[$":v{values.Count - 1}"] = AttributeNumber.Number(count);
        }

        if (additions.Count == 0)
        {
            return;
        }

        await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = new Dictionary<string, AttributeValue>
                {
                    [TableLayout.PartitionKey] = new(ContactSchema.Answers(model)),
                    [TableLayout.SortKey] = new(Name(day)),
                },
                UpdateExpression = $"ADD {string.Join(", ", additions)} SET #end = :end",
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<AnswerCounts> SinceAsync(string model, DateOnly day, CancellationToken cancellationToken)
    {
        var page = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :model AND sk >= :day",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":model"] = new(ContactSchema.Answers(model)),
                    [":day"] = new(Name(day)),
                },
            },
            cancellationToken);
        return (page.Items ?? []).Select(Read).Aggregate(AnswerCounts.None, static (sum, counts) => sum.Plus(counts));
    }

    private static IEnumerable<(string Name, long Count)> Counts(AnswerCounts counts) =>
    [
        .. counts.Topics.Select(static topic => (ContactSchema.TopicCount + topic.Key, topic.Value)),
        .. counts.Confidence.Select(static (count, bin) =>
            (string.Create(CultureInfo.InvariantCulture, $"{ContactSchema.ConfidenceCount}{bin}"), count)),
    ];

    private static AnswerCounts Read(Dictionary<string, AttributeValue> item)
    {
        var topics = new Dictionary<string, long>(StringComparer.Ordinal);
        var confidence = new long[ConfidenceHistogram.Bins];
        foreach (var (name, value) in item)
        {
            if (name.StartsWith(ContactSchema.TopicCount, StringComparison.Ordinal))
            {
                topics[name[ContactSchema.TopicCount.Length..]] = CountOf(value);
            }
            else if (name.StartsWith(ContactSchema.ConfidenceCount, StringComparison.Ordinal)
                && int.TryParse(
                    name.AsSpan(ContactSchema.ConfidenceCount.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bin)
                && bin < confidence.Length)
            {
                confidence[bin] = CountOf(value);
            }
        }

        return new AnswerCounts(topics, confidence);
    }

    /// <summary>A count that cannot be read counts for nothing: it is one of many days.</summary>
    private static long CountOf(AttributeValue value) =>
        long.TryParse(value.N, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
