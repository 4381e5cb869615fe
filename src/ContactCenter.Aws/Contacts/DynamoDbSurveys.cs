using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Surveys, one item for each contact, in a partition of its own. One write says whether the rating is new. A second item for some weeks,
/// in one partition and by day, holds nothing but whose survey it is: so they can be listed, and what was said stands in one place alone.
/// </summary>
public sealed class DynamoDbSurveys(IAmazonDynamoDB client, string table) : ISurveyStore
{
    /// <summary>DynamoDB reads so many items by their keys at once (API reference, <c>BatchGetItem</c>).</summary>
    private const int MaximumRead = 100;

    /// <inheritdoc/>
    public async ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        var values = new Dictionary<string, AttributeValue>();
        var sets = new List<string>();
        Set(ContactSchema.Rating, survey.Rating is { } rating ? AttributeNumber.Number(rating) : null);
        Set(ContactSchema.Comment, Text(survey.Comment));
        Set(ContactSchema.Queue, Text(survey.Queue));
        Set(ContactSchema.Topic, Text(survey.Topic));
        Set(ContactSchema.At, AttributeNumber.Milliseconds(survey.At));
        Set(TableLayout.ExpiresAt, AttributeNumber.Seconds(survey.At + Survey.Kept));
        var before = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = new Dictionary<string, AttributeValue>
                {
                    [TableLayout.PartitionKey] = new(ContactSchema.Contact(survey.ContactId)),
                    [TableLayout.SortKey] = new(ContactSchema.Survey),
                },
                UpdateExpression = $"SET {string.Join(", ", sets)}",
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
                ReturnValues = ReturnValue.ALL_OLD,
            },
            cancellationToken);
        await ListAsync(survey, cancellationToken);
        return survey.Rating is not null && !(before.Attributes?.ContainsKey(ContactSchema.Rating) ?? false);

        void Set(string name, AttributeValue? value)
        {
            if (value is not null)
            {
                names[$"#{name}"] = name;
                values[$":{name}"] = value;
                sets.Add($"#{name} = if_not_exists(#{name}, :{name})");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Survey>> SinceAsync(DateOnly day, int limit, CancellationToken cancellationToken)
    {
        var page = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :surveys AND sk >= :day",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":surveys"] = new(ContactSchema.Surveys),
                    [":day"] = new(DayCounts.Name(day)),
                },
                ScanIndexForward = false,
                Limit = limit,
            },
            cancellationToken);
        var contacts = (page.Items ?? [])
            .Select(static item => item[TableLayout.SortKey].S)
            .Select(static key => key[(key.IndexOf('/') + 1)..])
            .Distinct(StringComparer.Ordinal);
        var surveys = new List<Survey>();
        foreach (var some in contacts.Chunk(MaximumRead))
        {
            surveys.AddRange(await ReadAsync(some, cancellationToken));
        }

        return [.. surveys.OrderByDescending(static survey => survey.At).ThenBy(static survey => survey.ContactId, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Survey>> ReadAsync(IReadOnlyList<string> contacts, CancellationToken cancellationToken)
    {
        var surveys = new List<Survey>();
        var wanted = new Dictionary<string, KeysAndAttributes>
        {
            [table] = new()
            {
                Keys = [.. contacts.Select(static one => new ItemKey(ContactSchema.Contact(one), ContactSchema.Survey).ToAttributes())],
            },
        };
        do
        {
            // a table that is busy answers some of them, and is asked again for the others
            var answer = await client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
            surveys.AddRange((answer.Responses?.GetValueOrDefault(table) ?? []).Select(Read).OfType<Survey>());
            wanted = answer.UnprocessedKeys;
        }
        while (wanted is { Count: > 0 });
        return surveys;
    }

    private Task<UpdateItemResponse> ListAsync(Survey survey, CancellationToken cancellationToken) => client.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = table,
            Key = new ItemKey(
                ContactSchema.Surveys, $"{DayCounts.Name(DateOnly.FromDateTime(survey.At.UtcDateTime))}/{survey.ContactId}").ToAttributes(),
            UpdateExpression = "SET #end = :end",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#end"] = TableLayout.ExpiresAt },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":end"] = AttributeNumber.Seconds(survey.At + Survey.Listed),
            },
        },
        cancellationToken);

    /// <summary>Null for what holds no time, as what somebody has erased in between.</summary>
    private static Survey? Read(Dictionary<string, AttributeValue> item) => ContactSchema.Time(item) is { } at
        ? new Survey(
            item[TableLayout.PartitionKey].S[ContactSchema.Contact("").Length..],
            (int?)AttributeNumber.Whole(item, ContactSchema.Rating),
            item.GetValueOrDefault(ContactSchema.Comment)?.S,
            item.GetValueOrDefault(ContactSchema.Queue)?.S,
            item.GetValueOrDefault(ContactSchema.Topic)?.S,
            at)
        : null;

    private static AttributeValue? Text(string? text) => string.IsNullOrEmpty(text) ? null : new AttributeValue(text);
}
