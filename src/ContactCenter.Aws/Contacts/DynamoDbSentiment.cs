using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Sentiment in the table of contacts: an item for each contact, queue and event. A signal is one transaction on all three, with the
/// versions that were read as its conditions, so that whatever runs beside it and however often the event comes, it counts once.
/// </summary>
public sealed class DynamoDbSentiment(IAmazonDynamoDB client, string table) : ISentimentStore
{
    /// <summary>EventBridge tries for up to a day.</summary>
    private static readonly TimeSpan EventKept = TimeSpan.FromDays(2);

    /// <summary>No contact is longer, but for tasks, whose sentiment does not matter so long.</summary>
    private static readonly TimeSpan ContactKept = TimeSpan.FromDays(2);

    private static readonly TimeSpan QueueKept = TimeSpan.FromDays(7);

    /// <summary>Others who write the same queue at the same moment win at most so often.</summary>
    private const int MaximumAttempts = 8;

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">Others were faster again and again; the event should come again.</exception>
    public async ValueTask<RecordedSentiment?> RecordAsync(
        ContactSignal signal, string? queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var contactKey = signal.ContactId is { } id ? ContactSchema.SentimentOfContact(id) : null;
            var (contact, contactVersion) = await ReadAsync(
                contactKey, ContactSentiment.New, SentimentStoreJson.Default.ContactSentiment, cancellationToken);
            var target = SentimentFold.QueueOf(contact, signal, queue);
            var queueKey = target is null ? null : ContactSchema.SentimentOfQueue(target);
            var (sentiment, queueVersion) = await ReadAsync(
                queueKey, QueueSentiment.New, SentimentStoreJson.Default.QueueSentiment, cancellationToken);
            var after = SentimentFold.Apply(contact, sentiment, signal, queue);

            var items = new List<TransactWriteItem> { Seen(signal.Id, now + EventKept) };
            if (contactKey is not null && after.Contact != contact)
            {
                items.Add(State(
                    contactKey,
                    JsonSerializer.Serialize(after.Contact, SentimentStoreJson.Default.ContactSentiment),
                    contactVersion,
                    now + ContactKept));
            }

            if (queueKey is not null && after.Queue != sentiment)
            {
                items.Add(State(
                    queueKey,
                    JsonSerializer.Serialize(after.Queue, SentimentStoreJson.Default.QueueSentiment),
                    queueVersion,
                    now + QueueKept));
            }

            try
            {
                _ = await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items }, cancellationToken);
                return RecordedSentiment.Of((contact, sentiment), after, isQueueKnown: target is not null);
            }
            catch (TransactionCanceledException conflict)
            {
                if (conflict.CancellationReasons is [{ Code: "ConditionalCheckFailed" }, ..])
                {
                    return null;
                }
            }
        }

        throw NotWritten();
    }

    /// <inheritdoc/>
    public async ValueTask<ContactSentiment?> FindAsync(string contact, CancellationToken cancellationToken)
    {
        var (known, version) = await ReadAsync(
            ContactSchema.SentimentOfContact(contact),
            ContactSentiment.New,
            SentimentStoreJson.Default.ContactSentiment,
            cancellationToken);
        return version == 0 ? null : known;
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">Others were faster again and again.</exception>
    public async ValueTask ToldAsync(string contact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = ContactSchema.SentimentOfContact(contact);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var (known, version) = await ReadAsync(
                key, ContactSentiment.New, SentimentStoreJson.Default.ContactSentiment, cancellationToken);
            if (known.Conversation is not { IsTold: false } conversation)
            {
                return;
            }

            var told = known with { Conversation = conversation with { IsTold = true } };
            var item = State(
                key, JsonSerializer.Serialize(told, SentimentStoreJson.Default.ContactSentiment), version, now + ContactKept);
            try
            {
                _ = await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [item] }, cancellationToken);
                return;
            }
            catch (TransactionCanceledException)
            {
                // another turn of the call was faster
            }
        }

        throw NotWritten();
    }

    private static TimeoutException NotWritten() =>
        new($"the mood of a contact could not be written in {MaximumAttempts} attempts");

    private async Task<(T State, long Version)> ReadAsync<T>(
        string? key, T unknown, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (key is null)
        {
            return (unknown, 0);
        }

        var found = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Key(key, ContactSchema.State), ConsistentRead = true }, cancellationToken);
        return found.Item is { Count: > 0 } item
            ? (Document(item, unknown, type), ContactSchema.Number(item[ContactSchema.Version]))
            : (unknown, 0);
    }

    /// <summary>What cannot be read begins anew: it is the sentiment of some minutes, and must not end that of all that follow.</summary>
    private static T Document<T>(Dictionary<string, AttributeValue> item, T unknown, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return item.GetValueOrDefault(ContactSchema.Document)?.S is { } document
                ? JsonSerializer.Deserialize(document, type) ?? unknown
                : unknown;
        }
        catch (JsonException)
        {
            return unknown;
        }
    }

    private TransactWriteItem Seen(string id, DateTimeOffset end)
    {
        var item = Key(ContactSchema.SentimentEvent(id), ContactSchema.State);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(end);
        return new TransactWriteItem { Put = new Put { TableName = table, Item = item, ConditionExpression = "attribute_not_exists(pk)" } };
    }

    private TransactWriteItem State(string key, string document, long read, DateTimeOffset end)
    {
        var item = Key(key, ContactSchema.State);
        item[ContactSchema.Document] = new AttributeValue(document);
        item[ContactSchema.Version] = AttributeNumber.Number(read + 1);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(end);
        var put = new Put
        {
            TableName = table,
            Item = item,
            ConditionExpression = read == 0 ? "attribute_not_exists(pk)" : "#version = :read"
        };
        if (read > 0)
        {
            put.ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = ContactSchema.Version };
            put.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":read"] = AttributeNumber.Number(read) };
        }

        return new TransactWriteItem { Put = put };
    }

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) => new(StringComparer.Ordinal)
    {
        [TableLayout.PartitionKey] = new(partition),
        [TableLayout.SortKey] = new(sort),
    };
}
