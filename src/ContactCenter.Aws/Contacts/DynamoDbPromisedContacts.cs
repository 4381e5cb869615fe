using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Contacts that were promised something in one partition, by the contact that they began as: those that are open are few, and all are read
/// once a minute. Events add to sets, of ids
/// and of times, so their order and number do not matter. Counts stand in an
/// item for each day.
/// </summary>
public sealed class DynamoDbPromisedContacts(IAmazonDynamoDB client, string table) : IPromisedContacts
{
    private const string Channel = "channel";
    private const string Messaging = "messaging";
    private const string Segment = "segment";
    private const string Level = "level";
    private const string Recent = "recent";
    private const string QueuedAt = "queuedAt";
    private const string AnsweredAt = "answeredAt";
    private const string EndedAt = "endedAt";
    private const string Parts = "parts";
    private const string Transfers = "transfers";
    private const string Over = "over";
    private const string Told = "told";
    private const string Taken = "taken";

    /// <summary>The numbers of a count, by what attributes with them begin with.</summary>
    private static readonly (string Name, Func<PromiseCount, long> Of)[] Numbers =
    [
        ("contacts:", static count => count.Contacts),
        ("answeredOf:", static count => count.AnsweredOf),
        ("answered:", static count => count.Answered),
        ("resolvedOf:", static count => count.ResolvedOf),
        ("resolved:", static count => count.Resolved),
        ("told:", static count => count.Told),
        ("lost:", static count => count.Lost),
        ("ratings:", static count => count.Ratings),
        ("ratingSum:", static count => count.RatingSum),
    ];

    /// <inheritdoc/>
    public async ValueTask<bool> AddAsync(PromisedContact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var item = Key(contact.Id);
        item[Channel] = new(contact.Channel.Name());
        item[ContactSchema.At] = AttributeNumber.Milliseconds(contact.Begun);
        item[Recent] = AttributeNumber.Number(contact.RecentContacts);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(contact.Begun + PromisedContact.Kept(contact.Channel) + TimeSpan.FromDays(1));
        AddText(ContactSchema.Topic, contact.Topic);
        AddText(Messaging, contact.Messaging?.Name);
        AddText(Segment, contact.Segment);
        AddText(ContactSchema.Queue, contact.Queue);
        AddText(ContactSchema.Text, contact.Said);
        TraitItems.Add(item, contact.Traits, contact.Rule);
        if (contact.Level is { } level)
        {
            item[Level] = AttributeNumber.Number(level);
        }

        if (!contact.Parts.IsEmpty)
        {
            item[Parts] = new() { SS = [.. contact.Parts] };
        }

        return await client.PutNewAsync(table, item, cancellationToken);

        void AddText(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                item[name] = new(text);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> HearAsync(HeardEvent heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var additions = new List<string> { "#parts :part" };
        var names = new Dictionary<string, string> { ["#parts"] = Parts };
        var values = new Dictionary<string, AttributeValue> { [":part"] = new() { SS = [heard.ContactId] } };
        if (heard.IsTransfer)
        {
            Add("#transfers", Transfers, ":part");
        }

        if (heard.Kind == HeardKind.Ended)
        {
            Add("#over", Over, ":part");
        }

        if (TimesOf(heard.Kind) is { } times)
        {
            Add("#times", times, ":at");
            values[":at"] = new() { NS = [AttributeNumber.Milliseconds(heard.At).N] };
        }

        if (heard.Taken is { } taken)
        {
            Add("#taken", Taken, ":taken");
            values[":taken"] = new() { SS = [taken.Text] };
        }

        return UpdateAsync(
            heard.InitialId, $"ADD {string.Join(", ", additions)}", names, values, condition: null, cancellationToken);

        void Add(string name, string attribute, string value)
        {
            names[name] = attribute;
            additions.Add($"{name} {value}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PromisedContact>> AllAsync(CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{TableLayout.PartitionKey} = :promises",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":promises"] = new(ContactSchema.Promises) },
        };
        return await client.ItemsAsync(request, cancellationToken).Select(Read).OfType<PromisedContact>().ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ClaimAsync(string contactId, string reason, CancellationToken cancellationToken) => UpdateAsync(
        contactId,
        "ADD #told :reason",
        new Dictionary<string, string> { ["#told"] = Told },
        new Dictionary<string, AttributeValue> { [":reason"] = new() { SS = [reason] }, [":one"] = new(reason) },
        "NOT contains(#told, :one)",
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(string contactId, string reason, CancellationToken cancellationToken) => _ = await UpdateAsync(
        contactId,
        "DELETE #told :reason",
        new Dictionary<string, string> { ["#told"] = Told },
        new Dictionary<string, AttributeValue> { [":reason"] = new() { SS = [reason] } },
        condition: null,
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken) =>
        client.TakeAwayAsync(table, Key(contactId), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask CountAsync(DateOnly day, string promise, PromiseCount more, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(more);
        (string, long)[] counts =
        [
            .. Numbers.Select(number => (number.Name + promise, number.Of(more))).Where(static count => count.Item2 != 0),
        ];
        if (counts.Length > 0)
        {
            _ = await client.UpdateItemAsync(
                DayCounts.Addition(table, ContactSchema.PromiseDays, day, counts, PromisedContact.CountsKept), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PromiseDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :days AND sk >= :day",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":days"] = new(ContactSchema.PromiseDays),
                [":day"] = new(DayCounts.Name(day)),
            },
        };
        return await client.ItemsAsync(request, cancellationToken).Select(DayOf).OfType<PromiseDay>().ToListAsync(cancellationToken);
    }

    /// <summary>Changes a contact that is there; false where it is not, or the condition does not hold.</summary>
    private async ValueTask<bool> UpdateAsync(
        string contactId, string expression, Dictionary<string, string> names, Dictionary<string, AttributeValue> values, string? condition,
        CancellationToken cancellationToken)
    {
        try
        {
            _ = await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = Key(contactId),
                    UpdateExpression = expression,
                    ConditionExpression =
                        $"attribute_exists({TableLayout.PartitionKey}){(condition is null ? "" : $" AND {condition}")}",
                    ExpressionAttributeNames = names,
                    ExpressionAttributeValues = values,
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Null when it lacks what makes a contact.</summary>
    private static PromisedContact? Read(Dictionary<string, AttributeValue> item) =>
        ContactChannels.Find(item.GetValueOrDefault(Channel)?.S) is { } channel && ContactSchema.Time(item) is { } begun
            ? new PromisedContact(item[TableLayout.SortKey].S, channel, begun)
            {
                Topic = item.GetValueOrDefault(ContactSchema.Topic)?.S,
                Messaging = MessagingChannel.Named(item.GetValueOrDefault(Messaging)?.S),
                Segment = item.GetValueOrDefault(Segment)?.S,
                Queue = item.GetValueOrDefault(ContactSchema.Queue)?.S,
                Level = (int?)AttributeNumber.Whole(item, Level),
                Said = item.GetValueOrDefault(ContactSchema.Text)?.S,
                RecentContacts = (int)Math.Min(AttributeNumber.Whole(item, Recent) ?? 0, int.MaxValue),
                QueuedAt = Times(item, QueuedAt).FirstOrDefault(),
                AnsweredAt = Times(item, AnsweredAt).FirstOrDefault(),
                EndedAt = Times(item, EndedAt).LastOrDefault(),
                Parts = Set(item, Parts),
                Transfers = Set(item, Transfers),
                Over = Set(item, Over),
                Told = Set(item, Told),
                Taken = Set(item, Taken),
                Traits = TraitItems.Traits(item),
                Rule = item.GetValueOrDefault(TraitItems.Rule)?.S,
            }
            : null;

    /// <summary>All times of a kind, the first one first: which of them counts does not depend on which event came first.</summary>
    private static IEnumerable<DateTimeOffset?> Times(Dictionary<string, AttributeValue> item, string name) =>
        (item.GetValueOrDefault(name)?.NS ?? [])
            .Select(static text => ContactSchema.Moment(text))
            .Where(static at => at is not null)
            .Order();

    private static string? TimesOf(HeardKind kind) => kind switch
    {
        HeardKind.Queued => QueuedAt,
        HeardKind.Answered => AnsweredAt,
        HeardKind.Ended => EndedAt,
        _ => null,
    };

    private static ImmutableSortedSet<string> Set(Dictionary<string, AttributeValue> item, string name) =>
        (item.GetValueOrDefault(name)?.SS ?? []).ToImmutableSortedSet(StringComparer.Ordinal);

    private static PromiseDay? DayOf(Dictionary<string, AttributeValue> item)
    {
        if (DayCounts.Day(item[TableLayout.SortKey].S) is not { } day)
        {
            return null;
        }

        var names = item.Keys.Where(static name => name.Contains(':', StringComparison.Ordinal))
            .Select(static name => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])
            .Distinct(StringComparer.Ordinal);
        return new PromiseDay(day, names.ToImmutableSortedDictionary(
            static name => name,
            name =>
            {
                long[] n = [.. Numbers.Select(number => DayCounts.Count(item.GetValueOrDefault(number.Name + name)))];
                return new PromiseCount(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
            },
            StringComparer.Ordinal));
    }

    private static Dictionary<string, AttributeValue> Key(string contactId) =>
        new ItemKey(ContactSchema.Promises, contactId).ToAttributes();
}
