using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
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
        (string, long)[] counted = [.. Counts(counts).Where(static pair => pair.Count > 0)];
        if (counted.Length > 0)
        {
            await client.UpdateItemAsync(
                DayCounts.Addition(table, ContactSchema.Answers(model), day, counted, Kept), cancellationToken);
        }
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
                    [":day"] = new(DayCounts.Name(day)),
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
                topics[name[ContactSchema.TopicCount.Length..]] = DayCounts.Count(value);
            }
            else if (name.StartsWith(ContactSchema.ConfidenceCount, StringComparison.Ordinal)
                && int.TryParse(
                    name.AsSpan(ContactSchema.ConfidenceCount.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bin)
                && bin < confidence.Length)
            {
                confidence[bin] = DayCounts.Count(value);
            }
        }

        return new AnswerCounts(topics, confidence);
    }
}
