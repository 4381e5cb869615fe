using System.Collections.Immutable;
using System.Globalization;

namespace ContactCenter.Core.Contacts.Heard;

/// <summary>What was heard of contacts of a topic: how many there were, and how they sounded.</summary>
/// <param name="Contacts">Contacts.</param>
/// <param name="Scored">Those of them of whose words the sentiment is known.</param>
/// <param name="SentimentSum">
/// Sum of their sentiment, each -1 to 1, in thousandths: whole numbers add up to the same whatever the order.
/// </param>
public sealed record TopicCount(long Contacts, long Scored, long SentimentSum)
{
    /// <summary>Parts of one, in which sentiment is summed.</summary>
    public const int Parts = 1000;

    /// <summary>Nothing.</summary>
    public static TopicCount None { get; } = new(0, 0, 0);

    /// <summary>How they sounded on average, -1 to 1; null where nobody knows.</summary>
    public double? Sentiment => Scored > 0 ? (double)SentimentSum / Parts / Scored : null;

    /// <summary>One contact.</summary>
    /// <param name="sentiment">How it sounded, -1 to 1, or null.</param>
    public static TopicCount One(double? sentiment) => sentiment is { } score
        ? new TopicCount(1, 1, (long)Math.Round(Math.Clamp(score, -1, 1) * Parts))
        : new TopicCount(1, 0, 0);

    /// <summary>These and others.</summary>
    public TopicCount Plus(TopicCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new TopicCount(Contacts + other.Contacts, Scored + other.Scored, SentimentSum + other.SentimentSum);
    }
}

/// <summary>Contacts of customers whose earlier ones are known, and how many of them were not the first.</summary>
/// <param name="Known">Contacts.</param>
/// <param name="Again">Those of them before which the same customer had been in touch within the days that are remembered.</param>
public sealed record ReturnCount(long Known, long Again)
{
    /// <summary>Nothing.</summary>
    public static ReturnCount None { get; } = new(0, 0);

    /// <summary>These and others.</summary>
    public ReturnCount Plus(ReturnCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ReturnCount(Known + other.Known, Again + other.Again);
    }
}

/// <summary>What contacts were about on a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Topics">By topic, by <c>unsure</c>, <c>out_of_scope</c>, and <c>menu</c> for who pressed a key.</param>
public sealed record TopicDay(DateOnly Day, ImmutableSortedDictionary<string, TopicCount> Topics)
{
    /// <summary>How long days are kept: the month that a report is about, the one before, and a few days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(70);

    /// <summary>Who came again, by the topic that the flow knew when the customer was looked up; where it knew none, <c>none</c>.</summary>
    public ImmutableSortedDictionary<string, ReturnCount> Returns { get; init; } =
        ImmutableSortedDictionary.Create<string, ReturnCount>(StringComparer.Ordinal);

    /// <summary>Whether nothing was heard.</summary>
    public bool IsEmpty => Topics.IsEmpty && Returns.IsEmpty;

    /// <summary>Of a day before anything was heard.</summary>
    public static TopicDay Empty(DateOnly day) =>
        new(day, ImmutableSortedDictionary.Create<string, TopicCount>(StringComparer.Ordinal));

    /// <summary>With more contacts of a topic.</summary>
    public TopicDay With(string topic, TopicCount more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return this with { Topics = Topics.SetItem(topic, Topics.GetValueOrDefault(topic, TopicCount.None).Plus(more)) };
    }

    /// <summary>With more contacts of a topic of which it is known whether the customer came again.</summary>
    public TopicDay With(string topic, ReturnCount more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return this with { Returns = Returns.SetItem(topic, Returns.GetValueOrDefault(topic, ReturnCount.None).Plus(more)) };
    }

    /// <summary>With all that was heard of the same day somewhere else.</summary>
    public TopicDay Plus(TopicDay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var day = other.Topics.Aggregate(this, static (day, topic) => day.With(topic.Key, topic.Value));
        return other.Returns.Aggregate(day, static (sum, topic) => sum.With(topic.Key, topic.Value));
    }
}

/// <summary>
/// A contact of which the classifier was not sure, kept for somebody to say what it was about. Only where that is configured.
/// </summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Text">What the customer said or wrote, personal data masked.</param>
/// <param name="Topics">The most probable topics, the first one first.</param>
/// <param name="Language">Two-letter code, or null.</param>
/// <param name="At">When.</param>
public sealed record UnsureContact(string ContactId, string Text, IReadOnlyList<string> Topics, string? Language, DateTimeOffset At)
{
    /// <summary>How long it is kept: somebody looks once a week, or nobody does.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Characters of a text that are kept: enough to see what it is about.</summary>
    public const int MaximumText = 500;

    /// <summary>Its own name, by which the newest come last.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{At.UtcDateTime:yyyyMMddHHmmss}-{ContactId}");
}

/// <summary>Keeps what was heard of contacts: topics by the day, and for some days what was not understood.</summary>
public interface IHeardContacts
{
    /// <summary>Adds to a day. What is added twice after a retry counts twice: shares of many contacts do not feel it.</summary>
    ValueTask AddAsync(TopicDay heard, CancellationToken cancellationToken);

    /// <summary>Days since a day, the oldest first; days of which nothing was heard are not there.</summary>
    ValueTask<IReadOnlyList<TopicDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Keeps a contact for <see cref="UnsureContact.Kept"/>.</summary>
    ValueTask KeepAsync(UnsureContact contact, CancellationToken cancellationToken);

    /// <summary>Those that are kept, the newest first, each contact once.</summary>
    ValueTask<IReadOnlyList<UnsureContact>> UnsureAsync(int limit, CancellationToken cancellationToken);

    /// <summary>One that is kept; null: there is none.</summary>
    /// <param name="id">Its <see cref="UnsureContact.Id"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<UnsureContact?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Forgets one; one that is not there is forgotten already.</summary>
    /// <param name="id">Its <see cref="UnsureContact.Id"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask ForgetAsync(string id, CancellationToken cancellationToken);
}
