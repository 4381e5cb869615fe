using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Names in the table of what is learned from contacts, besides those that it is deployed with (<see cref="TableLayout"/>): corrections in
/// one partition, by contact; wishes to be called back in another one; counts of answers in a partition per model, by day; topics in one,
/// by day; contacts of which the classifier was not sure, and which contacts were rated, each in one, by time; contacts that were promised
/// something in one, and how promises were kept in another one, by day; the state of the queues in one item; what belongs to one contact,
/// such as its survey, in a partition of its own.
/// </summary>
public static class ContactSchema
{
    internal const string Corrections = "corrections";
    internal const string Callbacks = "callbacks";
    internal const string Queues = "queues";
    internal const string State = "state";
    internal const string Document = "document";
    internal const string Text = "text";
    internal const string Topic = "topic";
    internal const string At = "at";

    /// <summary>The end of the year 9999 in milliseconds: a later time is none.</summary>
    private const long MaximumTime = 253_402_300_800_000;

    /// <summary>What attributes with the count of a topic begin with.</summary>
    internal const string TopicCount = "t:";

    /// <summary>What attributes with the count of a tenth of confidence begin with.</summary>
    internal const string ConfidenceCount = "c:";

    internal const string Topics = "topics";
    internal const string Unsure = "unsure";
    internal const string Surveys = "surveys";

    /// <summary>What attributes with the contacts of a topic that were scored begin with.</summary>
    internal const string ScoredCount = "m:";

    /// <summary>What attributes with the sum of the sentiment of a topic begin with.</summary>
    internal const string SentimentSum = "s:";

    /// <summary>What attributes with the contacts of a topic begin with, of whose customers it is known whether they came again.</summary>
    internal const string KnownCount = "k:";

    /// <summary>What attributes with those of them that came again begin with.</summary>
    internal const string AgainCount = "r:";

    /// <summary>Contacts that were promised something.</summary>
    internal const string Promises = "promises";

    /// <summary>How promises were kept, by the day.</summary>
    internal const string PromiseDays = "promises/days";

    internal const string Language = "language";
    internal const string ContactId = "contactId";
    internal const string Survey = "survey";
    internal const string Rating = "rating";
    internal const string Comment = "comment";
    internal const string Queue = "queue";

    internal const string History = "history";
    internal const string Contacts = "contacts";

    /// <summary>Topics of customers, by their keys.</summary>
    internal const string TopicHistories = "topics/customers";

    /// <summary>What was learned of them.</summary>
    internal const string LikelyTopics = "topics/likely";

    /// <summary>How contacts ended, by the day.</summary>
    internal const string OutcomeDays = "outcomes/days";

    /// <summary>How difficult contacts are by that.</summary>
    internal const string LearnedComplexity = "outcomes/complexity";

    /// <summary>What partitions with the contacts of a day begin with.</summary>
    internal const string OutcomesOfDay = "outcomes/day/";

    /// <summary>The ticket of a contact, and what those of a customer begin with.</summary>
    internal const string Ticket = "ticket";

    internal const string TicketReference = "ticketReference";
    internal const string TicketHandle = "ticketHandle";
    internal const string TicketLink = "ticketLink";
    internal const string TicketTopic = "ticketTopic";

    /// <summary>When a ticket was opened or joined last.</summary>
    internal const string TicketAt = "ticketAt";

    internal static IReadOnlyList<string> TicketAttributes { get; } = [TicketReference, TicketHandle, TicketLink, TicketTopic, TicketAt];

    internal static string Outcomes(string day) => OutcomesOfDay + day;

    internal static string Caller(string key) => $"caller/{key}";

    internal static string Contact(string id) => $"contact/{id}";

    internal static string Band(string queue, string time) => $"band/{queue}/{time}";

    internal const string Version = "version";

    internal static string SentimentOfContact(string contact) => $"sentiment/contact/{contact}";

    internal static string SentimentOfQueue(string queue) => $"sentiment/queue/{queue}";

    internal static string SentimentEvent(string id) => $"sentiment/event/{id}";

    internal static string Answers(string model) => $"answers/{model}";

    internal static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);

    /// <summary>The ticket that stands in an item, or null.</summary>
    internal static Ticket? TicketOf(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault(TicketReference)?.S is { } reference && item.GetValueOrDefault(TicketHandle)?.S is { } handle
            ? new Ticket(
                reference,
                handle,
                WebAddress.Https(item.GetValueOrDefault(TicketLink)?.S, Core.Contacts.Customers.Ticket.MaximumLink),
                item.GetValueOrDefault(TicketTopic)?.S)
            : null;

    /// <summary>When it was, by <see cref="At"/>; null where no time stands there.</summary>
    internal static DateTimeOffset? Time(Dictionary<string, AttributeValue> item) =>
        Moment(item.GetValueOrDefault(At)?.N);

    /// <summary>A time in milliseconds; null where it is none.</summary>
    internal static DateTimeOffset? Moment(string? number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < MaximumTime
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
}
