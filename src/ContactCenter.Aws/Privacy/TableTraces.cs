using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Privacy;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Privacy;

/// <summary>
/// A customer in a table: items that are theirs alone, and every other text in which they stand, compressed ones too. The table is
/// scanned, so that no kind of item can be forgotten; that is for a person who asks, once in a while.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table.</param>
/// <param name="place">Its name for texts where nothing of a customer is expected.</param>
public sealed class TableTraces(IAmazonDynamoDB client, string table, string place) : ICustomerTraces
{
    private const int MaximumAttempts = 10;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<string>> ContactsAsync(CustomerSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (place != PrivacyPlaces.Contacts || search.CallerKey is not { } key)
        {
            return [];
        }

        var found = await client.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = new ItemKey(ContactSchema.Caller(key), ContactSchema.History).ToAttributes(),
                ConsistentRead = true,
            },
            cancellationToken);
        return [.. (found.Item?.GetValueOrDefault(ContactSchema.Contacts)?.SS ?? []).Select(static entry => entry.Split('|')[0])];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CustomerTrace> FindAsync(
        CustomerSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var request = new ScanRequest { TableName = table, ConsistentRead = true };
        do
        {
            var page = await client.ScanAsync(request, cancellationToken);
            foreach (var item in page.Items ?? [])
            {
                var key = ItemKey.Of(item);
                if (OwnPlace(key, search) is { } own)
                {
                    yield return new CustomerTrace(own, KeyText(key), true, Content(item));
                }
                else if (Said(item).SelectMany(static said => TextsOf(said.Value)).Where(search.Customer.IsIn).ToArray()
                    is { Length: > 0 } texts)
                {
                    // the rest of the item is about others
                    yield return new CustomerTrace(place, KeyText(key), false, ListOf(texts).ToJsonString());
                }
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <inheritdoc/>
    public async ValueTask<bool> EraseAsync(CustomerTrace trace, CustomerSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(search);
        var key = KeyOf(trace.Key).ToAttributes();
        if (trace.IsWhole)
        {
            await client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = key }, cancellationToken);
            return true;
        }

        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            if (await TryTakeOutAsync(key, search.Customer, cancellationToken) is { } erased)
            {
                return erased;
            }
        }

        throw new TimeoutException(Remains.ChangedByOthers(Remains.ItemOf(table), $"{MaximumAttempts}"));
    }

    /// <summary>
    /// Writes only attributes in which they stand, and only while these are as they were read: null when they are not. False, and nothing
    /// is written, when what would be left could not be read as what it is.
    /// </summary>
    private async Task<bool?> TryTakeOutAsync(
        Dictionary<string, AttributeValue> key, Customer customer, CancellationToken cancellationToken)
    {
        var found = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, cancellationToken);
        var changed = Said(found.Item ?? []).Where(attribute => TextsOf(attribute.Value).Any(customer.IsIn)).ToArray();
        if (changed.Length == 0)
        {
            return true;
        }

        var names = new Dictionary<string, string>();
        var values = new Dictionary<string, AttributeValue>();
        for (var i = 0; i < changed.Length; i++)
        {
            names[$"#n{i}"] = changed[i].Key;
            values[$":new{i}"] = TakeOut(changed[i].Value, customer);
            values[$":old{i}"] = Copy(changed[i].Value);
        }

        var left = new Dictionary<string, AttributeValue>(found.Item!, StringComparer.Ordinal);
        for (var i = 0; i < changed.Length; i++)
        {
            left[changed[i].Key] = values[$":new{i}"];
        }

        if (!StoredMeaning.IsKept(found.Item!, left))
        {
            return false;
        }

        try
        {
            await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = key,
                    UpdateExpression = "SET " + string.Join(", ", Enumerable.Range(0, changed.Length).Select(static i => $"#n{i} = :new{i}")),
                    ConditionExpression = string.Join(" AND ", Enumerable.Range(0, changed.Length).Select(static i => $"#n{i} = :old{i}")),
                    ExpressionAttributeNames = names,
                    ExpressionAttributeValues = values,
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
        catch (AmazonDynamoDBException refused) when (refused.ErrorCode == "ValidationException")
        {
            // one item that DynamoDB takes in no way, such as one that became too large, holds back no other
            return false;
        }
    }

    /// <summary>The place of an item that is theirs alone; null when it is not.</summary>
    private static string? OwnPlace(ItemKey key, CustomerSearch search)
    {
        return key switch
        {
            _ when search.CallerKey is { } caller && key.Partition == ContactSchema.Caller(caller) => PrivacyPlaces.Callers,
            { Partition: ContactSchema.TopicHistories } when key.Sort == search.CallerKey => PrivacyPlaces.Callers,
            { Partition: ContactSchema.Corrections } when search.Contacts.Contains(key.Sort) => PrivacyPlaces.Corrections,
            { Partition: ContactSchema.Callbacks } when search.Contacts.Contains(key.Sort) => PrivacyPlaces.Callbacks,
            { Partition: ContactSchema.Promises } when search.Contacts.Contains(key.Sort) => PrivacyPlaces.Promised,
            _ when key.Partition.StartsWith(ContactSchema.OutcomesOfDay, StringComparison.Ordinal)
                && search.Contacts.Contains(key.Sort) => PrivacyPlaces.Promised,
            _ when search.Contacts.Any(contact => key.Partition == ContactSchema.Contact(contact)) =>
                key.Sort.StartsWith(ContactSchema.Ticket, StringComparison.Ordinal) ? PrivacyPlaces.Tickets : PrivacyPlaces.Surveys,
            { Partition: ContactSchema.Surveys } when IsOf(key.Sort, '/') => PrivacyPlaces.Surveys,
            { Partition: ContactSchema.Unsure } when IsOf(key.Sort, '-') => PrivacyPlaces.Unsure,
            _ when search.Contacts.Any(contact => key.Partition == ContactSchema.SentimentOfContact(contact)) => PrivacyPlaces.Sentiment,
            _ => null,
        };

        // behind a day or a time stands the contact
        bool IsOf(string sort, char mark) => search.Contacts.Contains(sort[(sort.IndexOf(mark) + 1)..]);
    }

    /// <summary>What somebody may have said: not the keys of the table and its index, nor what an item is known by.</summary>
    private static IEnumerable<KeyValuePair<string, AttributeValue>> Said(Dictionary<string, AttributeValue> item) =>
        item.Where(static attribute => attribute.Key is not (TableLayout.PartitionKey or TableLayout.SortKey or TableLayout.DueIn
            or TableLayout.Id or TableLayout.Kind or TableSchema.News or TableSchema.Writer));

    private static IEnumerable<string> TextsOf(AttributeValue value) => value switch
    {
        { S: { Length: > 0 } text } => JsonOf(text) is { } json ? Texts(json) : [text],
        { SS: { Count: > 0 } texts } => texts,
        { B: { } bytes } => ItemBody.TryReadJson(bytes) is { } body && JsonOf(body) is { } json ? Texts(json) : [],
        _ => [],
    };

    private static AttributeValue TakeOut(AttributeValue value, Customer customer) => value switch
    {
        { S: { Length: > 0 } text } => new AttributeValue(JsonOf(text) is { } json
            ? Replaced(json, customer)!.ToJsonString()
            : customer.TakeOut(text)),
        { SS: { Count: > 0 } texts } => new AttributeValue { SS = [.. texts.Select(customer.TakeOut).Distinct(StringComparer.Ordinal)] },
        { B: { } bytes } => ItemBody.WriteJson(JsonSerializer.SerializeToUtf8Bytes(
            Replaced(JsonOf(ItemBody.TryReadJson(bytes)!), customer), TracesJson.Default.JsonNode)),
        _ => value,
    };

    private static AttributeValue Copy(AttributeValue value) =>
        value.B is { } bytes ? new AttributeValue { B = new MemoryStream(bytes.ToArray(), writable: false) } : value;

    private static JsonNode? JsonOf(string text)
    {
        try
        {
            return text is ['{' or '[', ..] ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(static member => Texts(member.Value)),
        JsonArray array => array.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private static JsonNode? Replaced(JsonNode? node, Customer customer) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member => KeyValuePair.Create(member.Key, Replaced(member.Value, customer)))),
        JsonArray array => new JsonArray([.. array.Select(each => Replaced(each, customer))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => JsonValue.Create(customer.TakeOut(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };

    /// <summary>What an item says, for who it is about: texts, numbers, and bodies unpacked.</summary>
    private static string Content(Dictionary<string, AttributeValue> item)
    {
        var content = new JsonObject();
        foreach (var (name, value) in item.OrderBy(static attribute => attribute.Key, StringComparer.Ordinal))
        {
            content[name] = value switch
            {
                { S: { } text } => text.Length > 0 && JsonOf(text) is { } json ? json : JsonValue.Create(text),
                { N: { } number } => JsonNode.Parse(number),
                { SS: { Count: > 0 } texts } => ListOf(texts),
                { B: { } bytes } => ItemBody.TryReadJson(bytes) is { } body ? JsonOf(body) : null,
                _ => null,
            };
        }

        return content.ToJsonString();
    }

    private static JsonArray ListOf(IEnumerable<string> texts) => new([.. texts.Select(static each => (JsonNode?)JsonValue.Create(each))]);

    private static string KeyText(ItemKey key) => new JsonArray(key.Partition, key.Sort).ToJsonString();

    private static ItemKey KeyOf(string text)
    {
        var parts = JsonNode.Parse(text)!.AsArray();
        return new ItemKey(parts[0]!.GetValue<string>(), parts[1]!.GetValue<string>());
    }
}
