using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>What is known of a contact that is to be routed. Whatever is not known is null.</summary>
public sealed record RoutingNeed
{
    /// <summary>More contacts than these in some days say no more.</summary>
    public const int MaximumRecentContacts = 100;

    /// <summary>Topic of the classifier; null also when it was unsure.</summary>
    public string? Topic { get; init; }

    /// <summary>Queue that the flow asks for where the topic has none.</summary>
    public string? Queue { get; init; }

    /// <summary>Segment of the customer.</summary>
    public string? Segment { get; init; }

    /// <summary>Sentiment, -1 to 1.</summary>
    public double? Sentiment { get; init; }

    /// <summary>Language as a two-letter code.</summary>
    public string? Language { get; init; }

    /// <summary><c>critical</c>, <c>high</c>, <c>normal</c> or <c>low</c>.</summary>
    public string? Urgency { get; init; }

    /// <summary><c>simple</c>, <c>usual</c> or <c>difficult</c>, as <see cref="ContactComplexity"/> has it.</summary>
    public string? Complexity { get; init; }

    /// <summary>How often the customer has contacted the center in the last days, without this time.</summary>
    public int RecentContacts { get; init; }

    /// <summary>What else is known, by which it is learned how difficult contacts are.</summary>
    public ContactTraits Traits { get; init; } = ContactTraits.Unknown;

    /// <summary>True when the customer could be called back: a telephone number is known.</summary>
    public bool CanBeCalled { get; init; }

    /// <summary>
    /// Takes it from a request: <c>topic</c>, <c>queue</c>, <c>segment</c> (or <c>customerSegment</c>, <c>tier</c>), <c>sentiment</c> as a
    /// number or a label of Amazon Lex, the language that <see cref="SpokenLanguage.Known"/> finds, <c>urgency</c>, <c>complexity</c>,
    /// <c>recentContacts</c>, and
    /// <c>callback</c> = <c>no</c> where a flow has no place for callbacks; parameters of the block before attributes of the contact.
    /// </summary>
    public static RoutingNeed Of(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var recent = Count(request.Find(CustomerAnswer.RecentContacts));
        return new RoutingNeed
        {
            Topic = Known(request.Find("topic")),
            Queue = Known(request.Find("queue")) ?? request.Queue,
            Segment = Known(request.FindFirst("segment", "customerSegment", "tier")),
            Sentiment = SentimentOf(request.Find("sentiment")),
            Language = SpokenLanguage.Known(request),
            Urgency = Known(request.Find("urgency"))?.ToLowerInvariant(),
            Complexity = Known(request.Find(ContactDetails.Complexity)),
            RecentContacts = Math.Min(recent ?? 0, MaximumRecentContacts),
            Traits = new ContactTraits(
                ContactChannels.Find(request.Channel)?.Name(), SpokenLanguage.Known(request),
                Count(request.Find(ContactDetails.Concerns)) is > 0 and var concerns ? concerns > 1 : null,
                recent is { } before ? before > 0 : null),
            CanBeCalled = request.Channel is "VOICE" && TelephoneNumber.Digits(request.CustomerAddress) is not null
                && !IsNo(request.Find("callback")),
        };
    }

    private static string? Known(string? value) =>
        value?.Trim() is { Length: > 0 } text && text is not (FlowValue.None or TopicAnswer.UnsureTopic or TopicAnswer.OutOfScopeTopic)
            ? text
            : null;

    private static double? SentimentOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null => null,
        "NEGATIVE" => -1,
        "NEUTRAL" or "MIXED" => 0,
        "POSITIVE" => 1,
        { } number when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var sentiment)
            && sentiment is >= -1 and <= 1 =>
            sentiment,
        _ => null,
    };

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static bool IsNo(
        string? text) =>
            text?.Trim() is { } answer
                && (answer.Equals("no", StringComparison.OrdinalIgnoreCase) || answer.Equals("false", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What goes on while a contact is routed.</summary>
/// <param name="At">The time.</param>
/// <param name="Queues">State of the queues, or null when it is not known.</param>
/// <param name="Incidents">Open incidents, or null when they are not known.</param>
public sealed record RoutingSituation(DateTimeOffset At, QueueStates? Queues, OpenIncidents? Incidents)
{
    /// <summary>What people have decided over the file; null: nothing.</summary>
    public EffectiveSettings? Settings { get; init; }

    /// <summary>How difficult contacts are by history; null: the rule alone says so.</summary>
    public LearnedComplexity? Complexity { get; init; }
}
