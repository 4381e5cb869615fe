using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// What was heard of contacts: an item for each day, to which every process adds what it heard in some minutes, and one for each contact
/// that somebody may look at. Time to live removes them late, so the end of the latter is checked on reading too.
/// </summary>
public sealed class DynamoDbHeardContacts(IAmazonDynamoDB client, string table, TimeProvider clock) : IHeardContacts
{
    /// <inheritdoc/>
    public async ValueTask AddAsync(TopicDay heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heard);
        if (!heard.IsEmpty)
        {
            await client.UpdateItemAsync(
                DayCounts.Addition(
                    table,
                    ContactSchema.Topics,
                    heard.Day,
                    [
                        .. heard.Topics.SelectMany(static topic => Numbers(topic.Key, topic.Value)),
                        .. heard.Returns.SelectMany(static topic => Numbers(topic.Key, topic.Value)),
                    ],
                    TopicDay.Kept),
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TopicDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var page = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :topics AND sk >= :day",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":topics"] = new(ContactSchema.Topics),
                    [":day"] = new(DayCounts.Name(day)),
                },
            },
            cancellationToken);
        return [.. (page.Items ?? []).Select(DayOf).OfType<TopicDay>()];
    }

    /// <inheritdoc/>
    public async ValueTask KeepAsync(UnsureContact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var item = new ItemKey(ContactSchema.Unsure, contact.Id).ToAttributes();
        item[ContactSchema.ContactId] = new(contact.ContactId);
        item[ContactSchema.Text] = new(contact.Text);
        item[ContactSchema.Topic] = new(string.Join(Between, contact.Topics));
        item[ContactSchema.At] = AttributeNumber.Milliseconds(contact.At);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(contact.At + UnsureContact.Kept);
        if (contact.Language is { } language)
        {
            item[ContactSchema.Language] = new(language);
        }

        await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<UnsureContact>> UnsureAsync(int limit, CancellationToken cancellationToken)
    {
        var page = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :unsure",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":unsure"] = new(ContactSchema.Unsure) },
                ScanIndexForward = false,
                Limit = limit,
            },
            cancellationToken);
        return [.. (page.Items ?? []).Select(Unsure).OfType<UnsureContact>().DistinctBy(static one => one.ContactId)];
    }

    /// <inheritdoc/>
    public async ValueTask<UnsureContact?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = new ItemKey(ContactSchema.Unsure, id).ToAttributes() }, cancellationToken);
        return found.Item is { Count: > 0 } item ? Unsure(item) : null;
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(string id, CancellationToken cancellationToken) => await client.DeleteItemAsync(
        new DeleteItemRequest { TableName = table, Key = new ItemKey(ContactSchema.Unsure, id).ToAttributes() }, cancellationToken);

    private const char Between = '\n';

    private static IEnumerable<(string Name, long Count)> Numbers(string topic, TopicCount count)
    {
        yield return (ContactSchema.TopicCount + topic, count.Contacts);
        if (count.Scored > 0)
        {
            yield return (ContactSchema.ScoredCount + topic, count.Scored);
            yield return (ContactSchema.SentimentSum + topic, count.SentimentSum);
        }
    }

    private static IEnumerable<(string Name, long Count)> Numbers(string topic, ReturnCount count)
    {
        yield return (ContactSchema.KnownCount + topic, count.Known);
        if (count.Again > 0)
        {
            yield return (ContactSchema.AgainCount + topic, count.Again);
        }
    }

    private static TopicDay? DayOf(Dictionary<string, AttributeValue> item)
    {
        if (DayCounts.Day(item[TableLayout.SortKey].S) is not { } day)
        {
            return null;
        }

        var heard = TopicDay.Empty(day);
        foreach (var name in item.Keys.Where(static name => name.StartsWith(ContactSchema.TopicCount, StringComparison.Ordinal)))
        {
            var topic = name[ContactSchema.TopicCount.Length..];
            heard = heard.With(topic, new TopicCount(
                Count(item, name), Count(item, ContactSchema.ScoredCount + topic), Count(item, ContactSchema.SentimentSum + topic)));
        }

        foreach (var name in item.Keys.Where(static name => name.StartsWith(ContactSchema.KnownCount, StringComparison.Ordinal)))
        {
            var topic = name[ContactSchema.KnownCount.Length..];
            heard = heard.With(topic, new ReturnCount(Count(item, name), Count(item, ContactSchema.AgainCount + topic)));
        }

        return heard;
    }

    private static long Count(Dictionary<string, AttributeValue> item, string name) => DayCounts.Count(item.GetValueOrDefault(name));

    /// <summary>Null when it has expired, or lacks what somebody could judge.</summary>
    private UnsureContact? Unsure(Dictionary<string, AttributeValue> item) =>
        AttributeNumber.Whole(item, TableLayout.ExpiresAt) > clock.GetUtcNow().ToUnixTimeSeconds()
        && item.GetValueOrDefault(ContactSchema.Text)?.S is { } text
        && item.GetValueOrDefault(ContactSchema.ContactId)?.S is { } contact
        && ContactSchema.Time(item) is { } at
            ? new UnsureContact(
                contact,
                text,
                [.. (item.GetValueOrDefault(ContactSchema.Topic)?.S ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)],
                item.GetValueOrDefault(ContactSchema.Language)?.S,
                at)
            : null;
}
